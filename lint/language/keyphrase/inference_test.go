package keyphrase_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/parse"
)

func read(title, lang, body string) *lint.Document {
	text := fmt.Sprintf("---\ntitle: %q\nlang: %s\ndate: 2026-05-04\n---\n\n%s\n", title, lang, body)
	return parse.Parse("posts/slug.md", []byte(text), parse.Options{})
}

func TestInferenceTakesThePhraseOfTheTitleThatTheTextRepeats(t *testing.T) {
	for _, c := range []struct{ title, lang, body, want string }{
		{"Council closes in on a harbour toll", "en", "The harbour toll is new.\n\nHarbour tolls are old. A harbour toll helps.", "harbour toll"},
		{"What a harbour toll costs", "en", "The toll is new. The toll is old. The toll, the toll: a harbour toll or harbour tolls.", "harbour toll"},
		{"The cost of living rises", "en", "The cost of living is up. Nobody can bear the cost of living.", "cost of living"},
		{"Harbour toll talks: who pays", "en", "Harbour toll talks go on. The harbour toll is new. Harbour toll talks end.", "Harbour toll talks"},
		{"Why low-budget ferries sink", "en", "A budget ferry sank. Low-budget ferries sink. Few low-budget ferries float.", "low-budget ferries"},
		{"Ferry vs. bridge: which is cheaper?", "en", "Ferry vs bridge is an old fight. The bridge is free. A ferry vs. bridge debate. Bridge, bridge.", "Ferry vs bridge"},
		{"Ferry vs. bridge: which is cheaper?", "en", "The bridge is free. The bridge is old.", ""},
		{"A/B testing for ferries", "en", "A/B testing helps. A/B testing is dull.", "testing"},
		{"Das städtische Budget wächst", "de", "Ein städtisches Budget ist klein. Das städtische Budget ist groß.", "städtische Budget"},
		{"L’économie locale", "fr", "Une économie locale vit. L’économie locale vit.", "économie locale"},
		{"Node.js streams for ferries", "en", "Node.js streams help. Few know Node.js streams.", "Node.js streams"},
		{"Nothing of this", "en", "Ferries run. Ferries stop.", ""},
		{"港の通行料", "ja", "港の通行料は高い。港の通行料は安い。", ""},
		{"Opłata portowa rośnie", "pl", "Opłata portowa rośnie. Opłata portowa jest nowa.", ""},
		{"", "en", "Ferries run.", ""},
	} {
		got := ""
		if in := keyphrase.Infer(read(c.title, c.lang, c.body)); in != nil {
			got = in.Phrase.Text
		}
		if got != c.want {
			t.Errorf("%q: inferred %q, want %q", c.title, got, c.want)
		}
	}
}

func TestOnlyACertainPhraseIsASubject(t *testing.T) {
	often := strings.Repeat("A harbour toll helps the quay. ", 8)
	for _, c := range []struct {
		title, body string
		want        bool
	}{
		{"What the harbour toll costs", often, true},
		{"What the harbour toll costs", "A harbour toll helps the quay and the boats. The harbour toll is new.", false}, // twice proves little
		{"What the harbour toll costs", often + strings.Repeat("\n\nOld boats leak when it rains.", 40), false},         // about something else
		{"What the toll costs", strings.Repeat("A toll helps the quay. ", 8), false},                                    // one of two words
		{"Boat", strings.Repeat("A boat floats on water. ", 8), false},                                                  // one word is a name
		{"Old Harbour opens", strings.Repeat("We saw Old Harbour at noon. ", 8), false},                                 // a name
	} {
		k := keyphrase.Subject(read(c.title, "en", c.body))
		if (k != nil) != c.want {
			t.Errorf("%q: %+v, want a subject: %t", c.title, k, c.want)
		}
	}
}

func TestADeclaredKeyphraseIsTheSubject(t *testing.T) {
	text := "---\ntitle: What the harbour toll costs\nkeyphrase: quay\n---\n\n" + strings.Repeat("A harbour toll helps. ", 9)
	d := parse.Parse("a.md", []byte(text), parse.Options{})
	if k := keyphrase.Subject(d); k == nil || k.Inferred || k.Phrase.Text != "quay" || keyphrase.Infer(d) != nil {
		t.Errorf("%+v", k)
	}
	if k := keyphrase.Overused(d); k == nil || k.Phrase.Text != "quay" {
		t.Errorf("%+v", k)
	}
}

func TestOverusedPhrasesAreInLongAndDenseTexts(t *testing.T) {
	paragraph := "Whoever lands fish here pays the harbour toll, and the harbour toll is paid in cash to the old clerk."
	plain := "Whoever lands fish here pays, and it is paid in cash to the old clerk on the quay at noon."
	repeat := func(n, without int, more string) *lint.Document {
		body := strings.Repeat(paragraph+"\n\n", n) + strings.Repeat(plain+"\n\n", without)
		return read("What the harbour toll costs", "en", body+more)
	}
	for _, c := range []struct {
		n, without int
		more       string
		want       bool
	}{
		{22, 10, "", true},
		{18, 0, "", false},  // too few paragraphs
		{22, 60, "", false}, // of too many
		{22, 10, "\n\n```\na\n```\n\n```\nb\n```\n", false}, // code
	} {
		if got := keyphrase.Overused(repeat(c.n, c.without, c.more)) != nil; got != c.want {
			t.Errorf("%d paragraphs with and %d without: %t", c.n, c.without, got)
		}
	}
}

func TestPagesOfManualsOveruseNothing(t *testing.T) {
	body := strings.Repeat("Whoever lands fish here pays the harbour toll, and the harbour toll is paid in cash to the old clerk.\n\n", 30)
	for name, want := range map[string]bool{"docs/toll.md": false, "posts/2026-05-04-toll.md": true, "toll.txt": true} {
		d := parse.Parse(name, []byte("---\ntitle: What the harbour toll costs\nlang: en\n---\n\n"+body), parse.Options{})
		if got := keyphrase.Overused(d) != nil; got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestComparison(t *testing.T) {
	for title, want := range map[string]string{
		"Ferry vs bridge":                          "Ferry|bridge",
		"Which? The old ferry vs. A/B bridge: now": "The old ferry|A/B bridge",
		"Ferry versus bridge in 2026":              "Ferry|bridge",
		"Ferry vs 2026":                            "Ferry|2026",
		"Ferry vs bridge vs tunnel":                "|",
		"Ferry: vs bridge":                         "|",
		"vs bridge":                                "|",
		"Ferry vs":                                 "|",
		"Ferries":                                  "|",
		"":                                         "|",
		"a b c d e f g vs bridge":                  "|",
	} {
		one, other := keyphrase.Comparison(title, "en")
		if got := one + "|" + other; got != want {
			t.Errorf("%q: %s, want %s", title, got, want)
		}
	}
}
