package token

import (
	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// Key returns the key of a word: a hash of its FoldCase form, eight bytes at a time, so that
// segmentation computes it at next to no cost. Callers that need certainty compare words with equal
// keys.
func Key(word string) uint64 {
	key := uint64(0)
	for i := 0; i < len(word); i += 8 {
		eight := uint64(0)
		if len(word)-i >= 8 {
			eight = swar.Load(word, i)
		} else {
			eight = swar.LoadShort(word[i:])
		}
		if eight&swar.HighBits != 0 {
			return foreignKey(word)
		}
		key = hashtable.Mix(key, eight|(^swar.NotLetters(eight)&swar.HighBits)>>2) // to lower case
	}
	return key
}

// foreignKey is Key for a word with non-ASCII characters.
func foreignKey(word string) uint64 {
	var buffer [64]byte
	folded := appendForeign(buffer[:0], word)
	key := uint64(0)
	for len(folded) > 0 {
		n := min(8, len(folded))
		eight := uint64(0)
		for i := n - 1; i >= 0; i-- {
			eight = eight<<8 | uint64(folded[i])
		}
		key = hashtable.Mix(key, eight)
		folded = folded[n:]
	}
	return key
}

// PairKey combines the keys of two neighbouring words into one.
func PairKey(a, b uint64) uint64 { return a ^ (b<<7 | b>>57) }
