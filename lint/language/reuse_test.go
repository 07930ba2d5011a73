package language

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// Reusing the buffers of another draft must give the same results as new buffers.
func TestMemoryOfAnotherDraftDoesNotShow(t *testing.T) {
	var shared Prose
	for range 2 {
		for _, text := range langtest.Speech() {
			d := langtest.Document(text)
			var own Prose
			segment(d, &shared)
			segment(d, &own)
			if !slices.Equal(shared.Words, own.Words) || !slices.Equal(shared.Sentences, own.Sentences) || !slices.Equal(shared.Capitals, own.Capitals) {
				t.Errorf("prose of %q is %+v, in memory of its own %+v", text, shared, own)
			}
			if !slices.Equal(shared.keys, own.keys) || !slices.Equal(shared.counts, own.counts) || !slices.Equal(shared.words, own.words) || !slices.Equal(shared.sentences, own.sentences) || shared.seen != own.seen {
				t.Errorf("the index of %q differs from one in memory of its own", text)
			}
			bufpool.Overwrite(&shared)
		}
	}
}
