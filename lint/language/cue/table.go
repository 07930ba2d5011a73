package cue

import (
	"sync"

	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// Table finds the class of a word without a map: its letters, in lower case,
// are the key, packed into two integers. A Bloom filter
// turns most words away, and the slots are few enough bytes to stay in the
// processor's cache.
type Table struct {
	slots   []uint16 // a power of two: index into entries, 0 where none is
	shift   uint
	filter  bloom.Filter // of the mixed keys
	entries []entry      // the first is not used
}

type entry struct {
	key   key
	class Class
}

// key holds a word of up to 16 bytes.
type key struct{ head, tail uint64 }

// longest bounds the bytes of a word that is looked for; longer ones are on no
// line of the list.
const longest = 16

// Words returns the table of the words that are listed. It is made on first use.
func Words() *Table { return cues() }

var cues = sync.OnceValue(func() *Table {
	const bits = 13
	t := &Table{slots: make([]uint16, 1<<bits), shift: 64 - bits, entries: make([]entry, 1, len(classes())+1)}
	for w, c := range classes() {
		k := keyOf(w)
		i := t.slot(k)
		for t.slots[i] != 0 {
			i = (i + 1) & (len(t.slots) - 1)
		}
		t.slots[i] = uint16(len(t.entries))
		t.entries = append(t.entries, entry{k, c})
		t.filter.Add(k.mixed() >> 32)
	}
	return t
})

// Class returns the class of the word text[start:end], its case and a possessive ending or
// contracted verb aside, or 0.
func (t *Table) Class(text string, start, end int) Class {
	w := uncontracted(text[start:end])
	if len(w) > longest {
		return 0
	}
	var k key
	if len(w) <= 8 && len(text)-start >= 8 { // most words
		k.head = (swar.Load(text, start) | swar.LowerBits) & (1<<(8*len(w)) - 1)
	} else {
		k = keyOf(w)
	}
	if !t.filter.Has(k.mixed() >> 32) {
		return 0
	}
	for i := t.slot(k); t.slots[i] != 0; i = (i + 1) & (len(t.slots) - 1) {
		if e := &t.entries[t.slots[i]]; e.key == k {
			return e.class
		}
	}
	return 0
}

func (t *Table) slot(k key) int { return int(k.mixed() >> t.shift) }

// factor is 2^64 divided by the golden ratio.
const factor = 0x9e3779b97f4a7c15

// mixed spreads the bits of a key upwards.
func (k key) mixed() uint64 { return (k.head ^ k.tail*31) * factor }

// keyOf packs the first longest bytes of a word, letters in lower case. What is
// no letter may change with them, in the list and in the text alike.
func keyOf(w string) (k key) {
	if len(w) <= 8 {
		return key{head: swar.LoadLower(w)}
	}
	n := min(len(w), longest)
	return key{head: swar.Load(w, 0) | swar.LowerBits, tail: swar.LoadLower(w[8:n])}
}

// apostrophic reports whether a byte ends an apostrophe.
func apostrophic(c byte) bool { return c == '\'' || c == "’"[2] }

// uncontracted cuts ’s, ’d, ’m, ’re, ’ve and ’ll off a word.
func uncontracted(w string) string {
	n := len(w)
	if n < 3 || !apostrophic(w[n-2]) && !apostrophic(w[n-3]) {
		return w
	}
	switch w[n-1] {
	case 's', 'd', 'm':
		n--
	case 'e', 'l':
		if c := w[n-2]; w[n-1] == 'e' && c != 'r' && c != 'v' || w[n-1] == 'l' && c != 'l' {
			return w
		}
		n -= 2
	default:
		return w
	}
	switch {
	case n > 1 && w[n-1] == '\'':
		return w[:n-1]
	case n > 3 && w[n-1] == 0x99 && w[n-3:n] == "’":
		return w[:n-3]
	}
	return w
}
