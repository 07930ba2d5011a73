package language

import "sync"

// cueTable finds the class of a word without a map: its letters, in lower case,
// are the key, packed into two integers. Most words are turned away by the first
// look at slots, which are few enough bytes to stay in the processor's cache.
type cueTable struct {
	slots   []uint16 // a power of two: index into entries, 0 where none is
	shift   uint
	sieve   keySieve   // of the keys, mixed: it turns most words away
	entries []cueEntry // the first is not used
}

type cueEntry struct {
	key   cueKey
	class class
}

// cueKey holds a word of up to 16 bytes.
type cueKey struct{ head, tail uint64 }

// longestCue bounds the bytes of a word that is looked for; longer ones are on no
// line of the list.
const longestCue = 16

// cues is the list as a table, made when the first quotation is met.
var cues = sync.OnceValue(func() *cueTable {
	const bits = 13
	t := &cueTable{slots: make([]uint16, 1<<bits), shift: 64 - bits, entries: make([]cueEntry, 1, len(cueClasses())+1)}
	for w, c := range cueClasses() {
		k := keyOfCue(w)
		i := t.slot(k)
		for t.slots[i] != 0 {
			i = (i + 1) & (len(t.slots) - 1)
		}
		t.slots[i] = uint16(len(t.entries))
		t.entries = append(t.entries, cueEntry{k, c})
		t.sieve.put(k.mixed() >> 32)
	}
	return t
})

// of returns the class of the word text[start:end], its case and a possessive ending or
// contracted verb aside, or 0.
func (t *cueTable) of(text string, start, end int) class {
	w := uncontracted(text[start:end])
	if len(w) > longestCue {
		return 0
	}
	var k cueKey
	if len(w) <= 8 && len(text)-start >= 8 { // most, without a look at how long they are
		k.head = (eightBytes(text, start) | lowerBits) & (1<<(8*len(w)) - 1)
	} else {
		k = keyOfCue(w)
	}
	if !t.sieve.has(k.mixed() >> 32) {
		return 0
	}
	for i := t.slot(k); t.slots[i] != 0; i = (i + 1) & (len(t.slots) - 1) {
		if e := &t.entries[t.slots[i]]; e.key == k {
			return e.class
		}
	}
	return 0
}

func (t *cueTable) slot(k cueKey) int { return int(k.mixed() >> t.shift) }

// mixed spreads the bits of a key upwards.
func (k cueKey) mixed() uint64 { return (k.head ^ k.tail*31) * keyFactor }

// keyOfCue packs the first longestCue bytes of a word, letters in lower case. What is
// no letter may change with them, in the list and in the text alike.
func keyOfCue(w string) (k cueKey) {
	if len(w) <= 8 {
		return cueKey{head: upToEight(w)}
	}
	n := min(len(w), longestCue)
	return cueKey{head: eightBytes(w, 0) | lowerBits, tail: upToEight(w[8:n])}
}

// upToEight returns a text of up to eight bytes as a number, letters in lower case.
func upToEight(w string) uint64 {
	if len(w) == 8 {
		return eightBytes(w, 0) | lowerBits
	}
	return (fewBytes(w) | lowerBits) & (1<<(8*len(w)) - 1)
}

func lowerByte(c byte) byte {
	if c-'A' < 26 {
		c |= 0x20
	}
	return c
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
