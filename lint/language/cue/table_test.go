package cue

import "testing"

func TestTableHoldsTheListOfCues(t *testing.T) {
	for w, c := range classes() {
		if len(w) > longest {
			t.Errorf("%q is longer than %d bytes", w, longest)
		}
		if got := classOf(t, w); got != c && Words().uncontracted(w) == w {
			t.Errorf("%q is %b, want %b", w, got, c)
		}
	}
	for _, ending := range Words().contracted {
		if len(ending) > 2 {
			t.Errorf("%q has more than two letters", ending)
		}
	}
	for _, w := range []string{"", "a", "bucket", "saids", "spokeswomanspokeswoman", "’s", "é", "she’", "s"} {
		if got, want := classOf(t, w), classes()[w]; got != want {
			t.Errorf("%q is %b, want %b", w, got, want)
		}
	}
	for _, c := range [...][2]string{{"She’s", "she"}, {"they're", "they"}, {"I’ll", "i"}, {"WHO’D", "who’d"}, {"Says", "says"}, {"official’s", "official"}} {
		if got, want := classOf(t, c[0]), classes()[c[1]]; got != want {
			t.Errorf("%q is %b, %q %b", c[0], got, c[1], want)
		}
	}
}

// classOf returns the class of a word, which is the same by itself and within a text.
func classOf(t *testing.T, w string) Class {
	t.Helper()
	alone, within := Words().Class(w, 0, len(w)), Words().Class("so “"+w+"” it is", len("so “"), len("so “"+w))
	if alone != within {
		t.Errorf("%q is %b by itself, %b within a text", w, alone, within)
	}
	return alone
}

func TestVerbsHaveTheirForms(t *testing.T) {
	for word, want := range map[string]Class{
		"agree": SayVerb | BaseForm, "agreeing": SayVerb | IngForm, "opted": SayVerb | PastForm,
		"labelled": CallVerb | PastForm, "labeled": CallVerb | PastForm, "ordered": CallVerb | PastForm,
		"read": SayVerb | PastForm, "written": SayVerb | PastForm, "denies": SayVerb,
	} {
		if got := classOf(t, word) & (Verb | BaseForm | PastForm | IngForm); got != want {
			t.Errorf("%q is %b, want %b", word, got, want)
		}
	}
}
