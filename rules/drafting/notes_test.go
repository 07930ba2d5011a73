package drafting

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language"
)

func TestNotesAreWrittenAsTheyAreCompared(t *testing.T) {
	for _, entry := range language.ReadEntries(noteList) {
		if entry.Phrase != strings.ToLower(entry.Phrase) {
			t.Errorf("%q is not in lower case", entry.Phrase)
		}
	}
	for _, list := range &notes().label {
		for _, l := range list {
			if len(l)+len("s suggestions:") >= longestLabel {
				t.Errorf("%q would not be found: it is longer than longestLabel allows", l)
			}
		}
	}
}
