package language

import (
	"reflect"
	"slices"
	"testing"
)

// What is read in the memory of another draft is what is read in memory of its own.
func TestMemoryOfAnotherDraftDoesNotShow(t *testing.T) {
	texts := []string{
		"“We open at noon,” said Ann Lee, who runs the bar. “It’s a long day.”\n\nBo Day called it “a farce\".\n\n> It never rains here.\n\n— Cy Orr",
		"Nobody speaks.",
		"The ‘old’ mill, Di Fox said, is “out of money” and “out of time.”\n\n\"Never,\" she said. “And a stray one.",
	}
	var marks *Pairing
	var shared desk
	for range 2 {
		for _, text := range texts {
			d := document(text)
			marks = pair(d, marks)
			own := pair(d, nil)
			if !slices.Equal(marks.Pairs, own.Pairs) || !slices.Equal(marks.Stray, own.Stray) || !slices.Equal(marks.Glyphs, own.Glyphs) {
				t.Errorf("marks of %q are %+v, in memory of their own %+v", text, marks, own)
			}
			shared.read(d, nil)
			if want := quotesWith(d, nil); len(shared.out)+len(want) > 0 && !reflect.DeepEqual(shared.out, want) {
				t.Errorf("quotations of %q are %+v, in memory of their own %+v", text, shared.out, want)
			}
		}
	}
}
