package language

import "github.com/copychief/copychief/lint"

// WordKeysOf returns a key for each word of a document, in the order of
// Prose.Words: words that are the same but for case, typography and diacritics have
// one key, others hardly ever. The keys serve to find words without folding them
// again.
func WordKeysOf(d *lint.Document) []uint64 { return ProseOf(d).keys }

// The key of a word hashes it as foldCase folds it, eight bytes at a time, so that
// the walk over the words has it at next to no cost. The constant is 2^64 divided by
// the golden ratio.
const (
	keySeed   = 0
	keyFactor = 0x9e3779b97f4a7c15
	lowerBits = 0x2020202020202020 // makes a letter a small one
	highBits  = 0x8080808080808080 // tells what is above ASCII
)

// mixKey adds eight bytes of a word to its key.
func mixKey(key, eight uint64) uint64 {
	key = (key ^ eight) * keyFactor
	return key ^ key>>32
}

// wordKey returns the key of a word. Words with one key are told apart where it
// matters.
func wordKey(word string) uint64 {
	key := uint64(keySeed)
	for i := 0; i < len(word); i += 8 {
		eight := uint64(0)
		if len(word)-i >= 8 {
			eight = eightBytes(word, i)
		} else {
			eight = fewBytes(word[i:])
		}
		if eight&highBits != 0 {
			return foreignKey(word)
		}
		key = mixKey(key, eight|(^notLetters(eight)&highBits)>>2) // small letters
	}
	return key
}

// foreignKey is wordKey for a word with characters above ASCII.
func foreignKey(word string) uint64 {
	var buffer [64]byte
	folded := appendForeign(buffer[:0], word)
	key := uint64(keySeed)
	for len(folded) > 0 {
		n := min(8, len(folded))
		eight := uint64(0)
		for i := n - 1; i >= 0; i-- {
			eight = eight<<8 | uint64(folded[i])
		}
		key = mixKey(key, eight)
		folded = folded[n:]
	}
	return key
}

// eightBytes returns s[i:i+8] as a number, the first byte the lowest.
func eightBytes(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// fewBytes is eightBytes for a text of less than eight bytes; zeros stand for the rest.
func fewBytes(s string) uint64 {
	n := len(s)
	switch {
	case n >= 4:
		return fourBytes(s, 0) | fourBytes(s, n-4)<<(8*(n-4))
	case n > 0: // the first, the middle and the last are all there are
		return uint64(s[0]) | uint64(s[n/2])<<(8*(n/2)) | uint64(s[n-1])<<(8*(n-1))
	}
	return 0
}

func fourBytes(s string, i int) uint64 {
	s = s[i : i+4]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

// notLetters has the highest bit of each of eight bytes set that is no ASCII letter.
func notLetters(eight uint64) uint64 {
	const each = 0x0101010101010101
	small := (eight | lowerBits) &^ highBits
	from := small + (0x80-'a')*each // carries into the high bit at a and above
	past := small + (0x80-'z'-1)*each
	return ^(from&^past)&highBits | eight&highBits
}
