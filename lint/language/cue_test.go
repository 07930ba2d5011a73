package language

import "testing"

func TestTableHoldsTheListOfCues(t *testing.T) {
	for w, c := range cueClasses() {
		if len(w) > longestCue {
			t.Errorf("%q is longer than %d bytes", w, longestCue)
		}
		if got := cues().of(w); got != c && uncontracted(w) == w {
			t.Errorf("%q is %b, want %b", w, got, c)
		}
	}
	for _, w := range []string{"", "a", "bucket", "saids", "spokeswomanspokeswoman", "’s", "é", "she’", "s"} {
		if got, want := cues().of(w), cueClasses()[w]; got != want {
			t.Errorf("%q is %b, want %b", w, got, want)
		}
	}
	for _, c := range [...][2]string{{"She’s", "she"}, {"they're", "they"}, {"I’ll", "i"}, {"WHO’D", "who’d"}, {"Says", "says"}, {"official’s", "official"}} {
		if got, want := cues().of(c[0]), cueClasses()[c[1]]; got != want {
			t.Errorf("%q is %b, %q %b", c[0], got, c[1], want)
		}
	}
}
