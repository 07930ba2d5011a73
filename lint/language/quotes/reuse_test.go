package quotes

import (
	"reflect"
	"testing"

	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// A reader that reuses the buffers of another draft must give the same results as a new one.
func TestMemoryOfAnotherDraftDoesNotShow(t *testing.T) {
	var shared reader
	for range 2 {
		for _, text := range langtest.Speech() {
			d := langtest.Document(text)
			shared.read(d, nil)
			if want := quotesWith(d, nil); len(shared.out)+len(want) > 0 && !reflect.DeepEqual(shared.out, want) {
				t.Errorf("quotations of %q are %+v, in memory of their own %+v", text, shared.out, want)
			}
			bufpool.Overwrite(&shared)
		}
	}
}
