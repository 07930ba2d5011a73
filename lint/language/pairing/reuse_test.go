package pairing

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// Reusing the buffers of another draft must give the same results as new buffers.
func TestMemoryOfAnotherDraftDoesNotShow(t *testing.T) {
	var shared Marks
	for range 2 {
		for _, text := range langtest.Speech() {
			d := langtest.Document(text)
			var own Marks
			pair(d, &shared)
			pair(d, &own)
			if !slices.Equal(shared.Pairs, own.Pairs) || !slices.Equal(shared.Stray, own.Stray) || !slices.Equal(shared.Glyphs, own.Glyphs) || !slices.Equal(shared.blocks, own.blocks) {
				t.Errorf("marks of %q are %+v, in memory of their own %+v", text, shared, own)
			}
			bufpool.Overwrite(&shared)
		}
	}
}
