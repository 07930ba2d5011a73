package engine

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

// Other programs' issues store these values.
func TestFingerprintsAreThoseOfEarlierVersions(t *testing.T) {
	f := Finding{Finding: lint.Finding{Rule: "bad-word", Path: "a.md"}, Words: "566769b05c0be03f"}
	r := Result{Findings: FindingsOf([]Finding{f, f})}
	want := []string{"44cf49700857e9af", "44cf49700857e9af-2"}
	for _, got := range r.Fingerprints() {
		if len(want) == 0 || got != want[0] {
			t.Fatalf("%s, want %v", got, want)
		}
		want = want[1:]
	}
}
