package quotes

import (
	"math/bits"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/token"
)

// imprint is a Bloom filter of the words of a quotation. It rules out most pairs of
// quotations without splitting them into words. A word (see [folded]) sets the bit for the
// ASCII letters and digits at its beginning; folding changes only their case. If a bit is
// missing from another imprint, that quotation does not contain the word.
type imprint struct {
	words int
	bits  [4]uint64
}

// imprintOf returns the imprint of a text. The text is folded only if it has characters
// that are not plain English.
func imprintOf(text string) imprint {
	var p imprint
	if !p.read(text, false) {
		p = imprint{}
		p.read(token.Fold(text), true)
	}
	return p
}

// read adds the words of a text. It stops and returns false at a character that has to be
// folded first.
func (p *imprint) read(text string, folded bool) bool {
	hash, inWord, inHead := uint32(0), false, false
	for i := 0; i < len(text) && p.words < mostFolded; i++ {
		c, between := text[i], false
		if c < utf8.RuneSelf {
			between = separators[c]
		} else {
			r, n := utf8.DecodeRuneInString(text[i:])
			switch r {
			case '“', '”', '…', '—', '–', '\u00a0':
				between = true
			case '‘', '’':
			default:
				if !folded {
					return false
				}
			}
			i += n - 1
		}
		if between {
			if inWord {
				p.add(hash)
			}
			inWord = false
			continue
		}
		if !inWord {
			hash, inWord, inHead = 0, true, true
		}
		if inHead = inHead && alphanumeric(c); inHead {
			hash = hash*31 + uint32(c|0x20)
		}
	}
	if inWord && p.words < mostFolded {
		p.add(hash)
	}
	return true
}

// add adds a word by the hash of its beginning.
func (p *imprint) add(hash uint32) {
	hash ^= hash >> 8
	p.bits[hash>>6%uint32(len(p.bits))] |= 1 << (hash & 63)
	p.words++
}

func alphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// alike reports whether two quotations may share the given percentage of their words, or
// one may contain the other; false is certain.
func (p *imprint) alike(other *imprint, percent float64) bool {
	if p.words > 2*other.words || other.words > 2*p.words {
		return false
	}
	most := min(p.words-p.lacking(other), other.words-other.lacking(p)) // an upper bound for the words that they share
	return most >= min(p.words, other.words) || 200*float64(most) >= percent*float64(p.words+other.words)
}

// lacking returns a lower bound for the number of words that are missing from other.
func (p *imprint) lacking(other *imprint) int {
	n := 0
	for i, set := range p.bits {
		n += bits.OnesCount64(set &^ other.bits[i])
	}
	return n
}
