package inflect

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestRegularFormsFollowRules(t *testing.T) {
	for word, want := range map[string][3]string{
		"use": {"uses", "used", "using"}, "plan": {"plans", "planned", "planning"}, "carry": {"carries", "carried", "carrying"},
		"address": {"addresses", "addressed", "addressing"}, "play": {"plays", "played", "playing"}, "agree": {"agrees", "agreed", "agreeing"},
		"tie": {"ties", "tied", "tying"}, "die": {"dies", "died", "dying"}, "help": {"helps", "helped", "helping"}, "box": {"boxes", "boxed", "boxing"}, "show": {"shows", "showed", "showing"},
		"buy": {"buys", "bought", "buying"}, "open": {"opens", "opened", "opening"}, "need": {"needs", "needed", "needing"},
		"refer": {"refers", "referred", "referring"}, "begin": {"begins", "began", "beginning"}, "spread": {"spreads", "spread", "spreading"},
		"leave": {"leaves", "left", "leaving"}, "bring": {"brings", "brought", "bringing"}, "offer": {"offers", "offered", "offering"},
	} {
		for i, of := range []Kind{WithS, Past, Continuous} {
			if got, _, ok := Make(word, of, "en"); !ok || got != want[i] {
				t.Errorf("%s: form %d is %q, want %q", word, of, got, want[i])
			}
		}
	}
	if form, sure, ok := Make("begin", Participle, "en"); form != "begun" || !sure || !ok {
		t.Error("the past and the participle differ")
	}
	if form, _, ok := Make("planning", Past, "en"); ok {
		t.Errorf("a noun has no past: %s", form)
	}
	if _, sure, _ := Make("offer", Past, "en"); sure {
		t.Error("whether the consonant is doubled depends on the stress")
	}
	forms := fmt.Sprint(Forms("admit", "en"))
	if form, sure, _ := Make("admit", Past, "en"); !sure || form != "admitted" || !strings.Contains(forms, "admitted") || len(Forms("admit", "en")) != len(Forms("play", "en"))+3 {
		t.Errorf("both forms are searched: %s", forms)
	}
	if got := Forms("COVID-19", "en"); len(got) != 1 {
		t.Errorf("a name in digits does not change: %v", got)
	}
	if got := Forms("Wort", "de"); len(got) != 1 || Knows("de") {
		t.Errorf("no list, no forms: %v", got)
	}
}

func TestIrregularFormsAreFound(t *testing.T) {
	for word, want := range map[string]string{
		"fireman": "firemen", "spokeswoman": "spokeswomen", "layman": "laymen", "German": "Germans", "hero": "heroes",
		"housewife": "housewives", "brainchild": "brainchildren", "ox": "oxen", "mother-in-law": "mothers-in-law", "passer-by": "passers-by",
		"quip": "quipped", "equip": "equipped", "acquit": "acquitted", "quiz": "quizzed", "quit": "quitting", "panic": "panicked",
		"picnic": "picnicking", "benefit": "benefitted", "focus": "focussed", "gas": "gassed", "sit": "sat", "go": "gone", "leave": "left",
		"salesperson": "salespeople", "traffic": "trafficking", "put": "putting", "learn": "learned",
	} {
		found := false
		for _, f := range Forms(word, "en") {
			found = found || f.Text == want
		}
		if !found {
			t.Errorf("%s: no form %s in %v", word, want, Forms(word, "en"))
		}
	}
}

func TestATextMayBeSeveralForms(t *testing.T) {
	for _, test := range []struct {
		word, text string
		want       []Kind
	}{
		{"put", "put", []Kind{Base, Past, Participle}},
		{"run", "run", []Kind{Base, Participle}},
		{"come", "came", []Kind{Past}},
		{"use", "used", []Kind{Past, Participle}},
		{"use", "uses", []Kind{WithS}},
		{"use", "Use", []Kind{Base}},
		{"overcome", "overcome", []Kind{Base, Participle}},
	} {
		if got := Readings(test.word, test.text, "en"); !slices.Equal(got, test.want) {
			t.Errorf("%s, %s: %v, want %v", test.word, test.text, got, test.want)
		}
	}
}
