//go:build race || poison

package bufpool

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestReadingReleasedMemoryIsDetected(t *testing.T) {
	fact := NewFact(func(_ *lint.Document, into *list) {
		into.lines = append(into.lines[:0], line{text: "a", at: 1})
	})
	d := &lint.Document{}
	outlives := fact.Of(d).lines
	Release(d)
	if outlives[0].text != Poisoned || outlives[0].at >= 0 {
		t.Errorf("%+v", outlives[0])
	}
}
