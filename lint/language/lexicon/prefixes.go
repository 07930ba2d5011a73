package lexicon

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// Prefixes finds the phrases of a list that a text begins with, literally except for case. It is
// for phrases that contain punctuation and for beginnings of words, which neither a [token.Set] nor
// a [Lexicon] supports. Phrases are indexed by their first byte and told apart by the second, so that
// nearly every text costs one lookup: with a hundred phrases that saves three per cent of a whole run.
// It does not change after it is built.
type Prefixes struct {
	starting [256][]prefix // by the first bytes of texts
}

// prefix is a phrase with its second byte as secondByte returns it.
type prefix struct {
	phrase string
	second byte
}

// secondByte returns the second byte of a text, in lower case if it is a letter, or 0 if the text has
// none or one outside ASCII, which may be any byte in the other case.
func secondByte(text string) byte {
	if len(text) < 2 || text[1] >= utf8.RuneSelf {
		return 0
	}
	return text[1] | 0x20
}

// NewPrefixes returns the phrases of a list; empty ones are left out.
func NewPrefixes(phrases []string) *Prefixes {
	p := &Prefixes{}
	for _, phrase := range phrases {
		if phrase == "" {
			continue
		}
		c, x := phrase[0], prefix{phrase, secondByte(phrase)}
		p.starting[c] = append(p.starting[c], x)
		switch {
		case c >= utf8.RuneSelf: // its other case may begin with any non-ASCII byte
			for at := utf8.RuneSelf; at < len(p.starting); at++ {
				if byte(at) != c {
					p.starting[at] = append(p.starting[at], x)
				}
			}
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			p.starting[c^0x20] = append(p.starting[c^0x20], x)
		}
	}
	return p
}

// Of yields the phrases that a text begins with, in the order of the list, each with the rest of
// the text.
func (p *Prefixes) Of(text string) iter.Seq2[string, string] {
	return func(yield func(phrase, rest string) bool) {
		if text == "" {
			return
		}
		second := secondByte(text)
		for i := range p.starting[text[0]] {
			x := &p.starting[text[0]][i]
			if x.second != second && x.second != 0 && second != 0 {
				continue
			}
			if phrase := x.phrase; len(text) >= len(phrase) && strings.EqualFold(text[:len(phrase)], phrase) && !yield(phrase, text[len(phrase):]) {
				return
			}
		}
	}
}

// Any reports whether a text begins with any of the phrases.
func (p *Prefixes) Any(text string) bool {
	for range p.Of(text) {
		return true
	}
	return false
}

// Whole reports whether a text is one of the phrases.
func (p *Prefixes) Whole(text string) bool {
	for _, rest := range p.Of(text) {
		if rest == "" {
			return true
		}
	}
	return false
}
