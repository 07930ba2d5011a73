package language

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

var wordKeys = lint.NewFact(hashWords)

// keysOf returns the key of each word of the document, in the order of
// Prose.Words. They are computed once for all lexicons.
func keysOf(d *lint.Document) []uint64 { return wordKeys.Of(d) }

func hashWords(d *lint.Document) []uint64 {
	p := ProseOf(d)
	keys := make([]uint64, len(p.Words))
	block, text := int32(lint.None), ""
	for i := range p.Words {
		w := &p.Words[i]
		if w.Block != block {
			block, text = w.Block, d.Blocks[w.Block].Text.String()
		}
		keys[i] = wordKey(text[w.Start:w.End])
	}
	return keys
}

// wordKey hashes a word as foldCase folds it (FNV-1a, with a final mix for the
// low bits). Words with one key are told apart where it matters.
func wordKey(word string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return wordKeyFolded(word)
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint64(c)) * prime
	}
	return h ^ h>>32
}

// wordKeyFolded is wordKey for words with characters above ASCII.
func wordKeyFolded(word string) uint64 {
	folded := foldCase(word)
	for i := 0; i < len(folded); i++ {
		if folded[i] >= utf8.RuneSelf {
			return foreignKey(folded)
		}
	}
	return wordKey(folded)
}

func foreignKey(folded string) uint64 {
	h := uint64(1469598103934665603)
	for i := 0; i < len(folded); i++ {
		h = (h ^ uint64(folded[i])) * 1099511628211
	}
	return h ^ h>>32
}
