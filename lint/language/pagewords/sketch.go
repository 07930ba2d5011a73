package pagewords

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// sketchSize is how many numbers a sketch has. The share s of equal numbers in two sketches
// estimates the similarity of the texts with a standard error of about sqrt(s(1-s)/128), three
// points at a share of 0.85.
const sketchSize = 128

// leastSketched is how many words a text must have: two shorter unrelated texts may share most of
// theirs.
const leastSketched = 50

// sketcher builds the sketch of a text: MinHash with one permutation (Li, Owen and Zhang, 2012).
// Every sequence of three words is hashed once; the hash selects one of 128 bins, and each bin
// keeps its minimum.
type sketcher struct {
	bins  [sketchSize]uint32 // less one, so that an empty bin, 0, is the greatest number
	words int
}

// read adds the words of a document, except symbols.
func (x *sketcher) read(d *lint.Document) {
	for i := range x.bins {
		x.bins[i]--
	}
	p := language.ProseOf(d)
	n, last := 0, uint64(0) // the keys of the two words before
	for i := range d.Blocks {
		words, keys, authored := p.WordsIn(i), p.KeysIn(i), p.Authored(i)
		for k := range keys {
			if !authored && words[k].Voice == language.Symbol {
				continue
			}
			key := uint64(pageKey(keys[k]))
			h := (last ^ key*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
			h ^= h >> 32
			last = last<<32 | key
			if n++; n < 3 {
				continue
			}
			bin := &x.bins[h%sketchSize]
			*bin = min(*bin, max(uint32(h>>32), 1)-1) // without a branch, which would be mispredicted
		}
	}
	x.words = n
}

func (x *sketcher) sketch() []uint32 {
	if x.words < leastSketched {
		return nil
	}
	all := make([]uint32, sketchSize)
	for i, least := range x.bins {
		all[i] = least + 1
	}
	return all
}

// Alike returns the similarity of two texts by their sketches, from 0 to 1: the share of their
// three-word sequences that occur in both. It is an estimate, usually within three points. Texts
// without a sketch are not alike.
func Alike(a, b []uint32) float64 {
	if len(a) != sketchSize || len(b) != sketchSize {
		return 0
	}
	same, filled := 0, 0
	for i := range a {
		switch {
		case a[i] == 0 && b[i] == 0:
		case a[i] == b[i]:
			same++
			filled++
		default:
			filled++
		}
	}
	if filled == 0 {
		return 0
	}
	return float64(same) / float64(filled)
}
