package keyphrase

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/token"
)

// mostBeginning is the greatest length of a beginning in bytes.
const mostBeginning = 3

// beginnings is a Bloom filter of the first letters of a phrase's words in all forms. It rejects
// nearly every word of a text without folding or stemming it. False positives are possible, false
// negatives are not. Words with a non-ASCII character among their first letters pass.
type beginnings struct {
	filter  bloom.Filter
	first   [utf8.RuneSelf]bool     // the first letters of the beginnings, in either case
	lengths [mostBeginning + 1]bool // of the beginnings in the filter
	any     bool                    // every word passes
	elides  bool                    // every word with an apostrophe passes: l'or
	open    bool                    // short words that begin an open compound are in the filter
}

// admit adds the forms of a term to the filter.
func (b *beginnings) admit(t *term, elides bool) {
	switch {
	case t.stem == "": // an exact phrase
		b.add(t.folded)
		return
	case t.prefix < 0:
		b.any = true
		return
	}
	b.elides = b.elides || elides
	b.add(t.stem[:t.prefix])
	b.add(t.folded)
	for _, f := range t.forms {
		b.add(f)
	}
}

// add adds the beginning of s, which is in lower case, to the filter.
func (b *beginnings) add(s string) {
	if s == "" {
		b.any = true
		return
	}
	if c := s[0]; c < utf8.RuneSelf {
		b.first[c], b.first[upperByte(c)] = true, true
	}
	s = s[:min(len(s), mostBeginning)]
	packed := uint64(0)
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return
		}
		packed = packed<<8 | uint64(s[i])
	}
	b.lengths[len(s)] = true
	b.filter.Add(hashtable.Mix(0, packed))
}

// admitOpen adds what a text has at the place of a term if it writes the term open, hyphenated or
// with full stops and begins with fewer letters than the term: “e” of “e-mail”, “n.” of “n.a.t.o”.
func (b *beginnings) admitOpen(t *term) {
	packed := uint64(0)
	for i := 0; i < min(mostBeginning, len(t.folded))-1 && t.folded[i] < utf8.RuneSelf; i++ {
		packed = packed<<8 | uint64(t.folded[i])
		b.filter.Add(hashtable.Mix(wholeWord, packed))
		b.open = true
		b.add(t.folded[:i+1] + ".")
	}
}

// wholeWord distinguishes the hashes of short whole words from those of beginnings.
const wholeWord = 1

// pass reports whether a word may be a form.
func (b *beginnings) pass(word string) bool { return b.any || b.mayBegin(word[0]) && b.passAll(word) }

// mayBegin reports whether a word that begins with a byte may be a form.
func (b *beginnings) mayBegin(c byte) bool {
	return c >= utf8.RuneSelf || b.first[c] || b.elides || b.any
}

// passAll is pass for a word whose first letter may be that of a form.
func (b *beginnings) passAll(word string) bool {
	packed := uint64(0)
	for i := range min(len(word), mostBeginning) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return true
		}
		packed = packed<<8 | uint64(token.Lower(c))
		if b.lengths[i+1] && b.filter.Has(hashtable.Mix(0, packed)) {
			return true
		}
	}
	if b.open && len(word) < mostBeginning && b.filter.Has(hashtable.Mix(wholeWord, packed)) {
		return true
	}
	return b.elides && inflect.MayElide(word)
}

func upperByte(c byte) byte {
	if c-'a' < 26 {
		c &^= 0x20
	}
	return c
}
