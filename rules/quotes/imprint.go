package quotes

import (
	"math/bits"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// imprint tells most pairs of quotations apart without cutting them into words. It has a
// bit for each word of a quotation (see [folded]), by the letters and digits of ASCII that
// the word begins with: folding changes nothing about these but their case. A word whose
// bit another imprint lacks does not stand in that quotation.
type imprint struct {
	words int
	bits  [4]uint64
}

// imprintOf returns the imprint of a text, which is folded only where it holds more than
// plain English does.
func imprintOf(text string) imprint {
	var p imprint
	if !p.read(text, false) {
		p = imprint{}
		p.read(language.Fold(text), true)
	}
	return p
}

// read adds the words of a text. It stops, and reports false, at a character of which
// only folding tells what it is.
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

// add adds a word by the hash of its head.
func (p *imprint) add(hash uint32) {
	hash ^= hash >> 8
	p.bits[hash>>6%uint32(len(p.bits))] |= 1 << (hash & 63)
	p.words++
}

func alphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// alike reports whether two quotations may be one whose words are alike to so many per
// cent, or one may hold the other; false means that they are not.
func (p *imprint) alike(other *imprint, percent float64) bool {
	if p.words > 2*other.words || other.words > 2*p.words {
		return false
	}
	most := min(p.words-p.lacking(other), other.words-other.lacking(p)) // that they share
	return most >= min(p.words, other.words) || 200*float64(most) >= percent*float64(p.words+other.words)
}

// lacking returns a number of words that other lacks; it may lack more.
func (p *imprint) lacking(other *imprint) int {
	n := 0
	for i, set := range p.bits {
		n += bits.OnesCount64(set &^ other.bits[i])
	}
	return n
}
