package engine_test

import (
	"context"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/ruletest"
)

const (
	english = "The boats leave before dawn, and they are back when the market opens. Nothing is bad about that.\n\n"
	french  = "Les bateaux partent avant l’aube et ils sont de retour quand le marché ouvre, même si tout est bad.\n\n"
)

// knowsEnglish returns a rule that supports only drafts in English.
func knowsEnglish() *lint.Rule {
	r := ruletest.New("bad-english", lint.Warning, ruletest.FlagEach("bad"))
	r.Languages = []string{"en"}
	return r
}

func TestKeyphraseRulesNeedTheFormsOfWords(t *testing.T) {
	for language, want := range map[string]string{"ko": "word forms of language ko not known", "pl": "word forms of language pl not known", "de": "", "ja": ""} {
		res := check(t, map[string]string{"a.md": "---\nlang: " + language + "\nkeyphrase: x\n---\n\nText\n"}, config.Flags{Only: []string{"missing-phrase"}})
		got := ""
		for i := range res.Skipped {
			got += res.Skipped[i].Reason
		}
		if got != want {
			t.Errorf("%s: skipped because %q", language, got)
		}
	}
}

func TestRulesReadOnlyTheLanguagesThatTheyKnow(t *testing.T) {
	conf, err := config.NewResolver([]*lint.Rule{knowsEnglish()}, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New([]*lint.Rule{knowsEnglish()}, conf)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ content, findings, skipped string }{
		{english, "a.md:1:82 warning bad-english: Found bad\n", ""},
		{french, "", "bad-english: language fr not supported"},
		{english + french + english, "a.md:1:82 warning bad-english: Found bad\na.md:5:82 warning bad-english: Found bad\n", ""},
		{english + "> " + french, "a.md:1:82 warning bad-english: Found bad\n", ""},
		{"---\nlang: fr\n---\n\n" + english, "", "bad-english: language fr not supported"},
		{"---\nlang: en\n---\n\n" + french, "", ""},
		{"It is bad.\n", "a.md:1:7 warning bad-english: Found bad\n", ""},
	} {
		res, err := e.Run(context.Background(), false, engine.Draft{Path: "a.md", Content: []byte(c.content)})
		if err != nil {
			t.Fatal(err)
		}
		skipped := ""
		for i := range res.Skipped {
			skipped += res.Skipped[i].Rule + ": " + res.Skipped[i].Reason
		}
		if findings := ruletest.Format(res); findings != c.findings || skipped != c.skipped {
			t.Errorf("%q: findings %q, skipped %s", c.content, findings, skipped)
		}
	}
}

func TestLimitsOfLengthNeedAUnit(t *testing.T) {
	rule := ruletest.New("long-text", lint.Warning, ruletest.FlagEach("x"), lint.NeedsSizes)
	conf, err := config.NewResolver([]*lint.Rule{rule}, config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New([]*lint.Rule{rule}, conf)
	if err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string]int{"vi": 1, "bo": 1, "zh-tw": 0, "ja": 0, "th": 0, "ko": 0, "en": 0} {
		res, err := e.Run(context.Background(), false, engine.Draft{Path: "a.md", Content: []byte("---\nlang: " + language + "\n---\n\nx\n")})
		if err != nil || len(res.Skipped) != want || res.Findings.Len() != 1-want {
			t.Errorf("%s: %v, skipped %v, found %s", language, err, res.Skipped, ruletest.Format(res))
		}
	}
}
