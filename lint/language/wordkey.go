package language

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

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
			eight = swar.Load(word, i)
		} else {
			eight = swar.LoadShort(word[i:])
		}
		if eight&swar.HighBits != 0 {
			return foreignKey(word)
		}
		key = mixKey(key, eight|(^swar.NotLetters(eight)&swar.HighBits)>>2) // small letters
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
