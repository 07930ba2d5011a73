package keyphrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func TestPhraseMatchesEverySpellingOfACompound(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		count        int
	}{
		{"email", "An e-mail and many E-Mails", 2},
		{"email", "an e‑mail", 1}, // a non-breaking hyphen
		{"e-mail", "emails", 1},
		{"e-mail list", "the list of an email", 1},
		{"e-mail", "an email, an e-mail", 2},
		{"WiFi", "Wi-Fi, wifi, Wi Fi", 3},
		{"Wi-Fi password", "a password for WiFi", 1},
		{"website", "the web site’s owner", 1},
		{"websites", "a web\u00a0site", 1},
		{"web site", "Websites", 1},
		{"web_site", "a website", 1},
		{"web site", "the site on the web", 1},
		{"Node.js", "nodejs and NodeJS and node js and node-js", 4},
		{"nodejs tips", "tips for Node.js", 1},
		{"Node JS", "Node.js", 1},
		{"NATO summit", "N.A.T.O. summit", 1},
		{"N.A.T.O. summit", "NATO’s summits", 1},
		{"Ph.D. thesis", "a PhD thesis", 1},
		{"PhD thesis", "a Ph.D. thesis", 1},
		{"opt-in form", "an optin form", 1},
		{"optin form", "an opt-in form", 1},
		{"covid19", "covid-19", 1},
		{"firefly", "fire flies", 1},

		{"email", "e, mail", 0},
		{"email", "an e - mail", 0},
		{"email", "Grade e. Mail it", 0},
		{"website", "web, site", 0},
		{"web site", "web pages", 0},
		{"Wi-Fi", "Wi", 0},
		{"apart", "a part", 0},
		{"insight", "in sight", 0},
		{"in sight", "insight", 0},
		{"U.S. economy", "tell us about the economy", 0},
		{"1920 riots", "19-20 riots", 0},
		{"19 20 riots", "1920 riots", 0},
		{"version 3.14", "version 314", 0},
		{`"e-mail"`, "email", 0},
		{`"email"`, "e-mail", 0},
	} {
		if got := NewPhrase(c.phrase, "en").In(c.text); got.Count != c.count {
			t.Errorf("%q in %q: %d (%+v), want %d", c.phrase, c.text, got.Count, got, c.count)
		}
	}
}

func TestCompoundsOfOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, phrase, text string
		in                     bool
	}{
		{"de", "Stadt-Haushalt", "Der Stadthaushalt", true},
		{"de", "Stadthaushalt", "Der Stadt-Haushalt", true},
		{"fr", "email", "l’e-mail", true},
		{"fr", "l’e-mail", "un email", true},
		{"fr", "weekend", "le week-end", true},
		{"ru", "онлайн", "он-лайн", true},
		{"ru", "медиа-план", "медиаплан", true},
		{"xx", "website", "web-site", true},
		{"xx", "website", "web site", false}, // its function words are not known
	} {
		if got := NewPhrase(c.phrase, c.language).In(c.text).All(); got != c.in {
			t.Errorf("%s: %q in %q: %v", c.language, c.phrase, c.text, got)
		}
	}
}

func TestPlacesOfCompounds(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		words        [][2]int
	}{
		{"email list", "An e-mail list", [][2]int{{3, 4}, {5, 9}, {10, 14}}},
		{"e-mail list", "A list, email", [][2]int{{2, 6}, {8, 13}}},
		{"Node.js", "Use nodejs, Node.js", [][2]int{{4, 10}, {12, 19}}},
	} {
		if got := NewPhrase(c.phrase, "en").In(c.text).Words; !slices.Equal(got, c.words) {
			t.Errorf("%q in %q: words at %v, want %v", c.phrase, c.text, got, c.words)
		}
	}
	d := langtest.Draft("email list", nil, "Lists, “café” and é‑mails.", "Make an e-mail\u00a0list.")
	if got, want := hitTexts(d), []string{"Lists, “café” and é‑mails", "e-mail\u00a0list"}; !slices.Equal(got, want) {
		t.Errorf("hits are %q, want %q", got, want)
	}
	d = langtest.Draft("e-mail list", []string{"web site"}, "A list by email. Websites have e-mail lists.", "The Web-Site.")
	if got, want := hitTexts(d), []string{"list by email", "~Websites", "e-mail lists", "~Web-Site"}; !slices.Equal(got, want) {
		t.Errorf("hits are %q, want %q", got, want)
	}
	for _, h := range Of(d).Hits {
		if !slices.IsSorted(h.Words) || len(slices.Compact(slices.Clone(h.Words))) != len(h.Words) {
			t.Errorf("words of a hit are %v", h.Words)
		}
	}
}

// A part of a compound that somebody else said, or that is code, does not complete it.
func TestCompoundsAreTheAuthorsWords(t *testing.T) {
	d := langtest.Draft("website", nil, "A web site.", "A web “site” is a web")
	if got := hitTexts(d); !slices.Equal(got, []string{"web site"}) {
		t.Errorf("hits are %q", got)
	}
}

func TestPhraseForEveryDraftHasNoClosedForms(t *testing.T) {
	if p := contentPhrase("web site e-mail", "en"); len(p.closed) > 0 || p.begin.open {
		t.Error("the title of every draft is compiled as a keyphrase is")
	}
	var text strings.Builder
	for i := range mostClosed + 1 {
		fmt.Fprintf(&text, "word%dx ", i)
	}
	if p := NewPhrase(text.String(), "en"); len(p.closed) > 0 || len(p.terms) <= mostClosed {
		t.Errorf("%d closed forms of %d terms", len(p.closed), len(p.terms))
	}
}
