package pairing

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// What is read in the memory of another draft is what is read in memory of its own.
func TestMemoryOfAnotherDraftDoesNotShow(t *testing.T) {
	var marks *Marks
	for range 2 {
		for _, text := range langtest.Speech() {
			d := langtest.Document(text)
			marks = pair(d, marks)
			own := pair(d, nil)
			if !slices.Equal(marks.Pairs, own.Pairs) || !slices.Equal(marks.Stray, own.Stray) || !slices.Equal(marks.Glyphs, own.Glyphs) {
				t.Errorf("marks of %q are %+v, in memory of their own %+v", text, marks, own)
			}
		}
	}
}
