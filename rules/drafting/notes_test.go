package drafting

import (
	"strings"
	"testing"
)

func TestInitialsCoverTheLists(t *testing.T) {
	for _, entry := range append(noteLabels[:], notePreambles[:]...) {
		if strings.IndexByte(noteInitials, entry[0]) < 0 {
			t.Errorf("no note that begins like %q would be found", entry)
		}
		if entry != strings.ToLower(entry) {
			t.Errorf("%q is not in lower case", entry)
		}
	}
}
