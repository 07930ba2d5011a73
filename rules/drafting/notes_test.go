package drafting

import (
	"strings"
	"testing"
)

func TestNotesAreWrittenAsTheyAreCompared(t *testing.T) {
	for _, entry := range append(noteLabels[:], notePreambles[:]...) {
		if entry != strings.ToLower(entry) {
			t.Errorf("%q is not in lower case", entry)
		}
	}
	for _, l := range noteLabels {
		if len(l)+len("s suggestions:") >= longestLabel {
			t.Errorf("%q would not be found: it is longer than longestLabel allows", l)
		}
	}
}
