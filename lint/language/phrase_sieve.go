package language

import "unicode/utf8"

// sieve turns words away by their first three bytes: nearly every word of a text
// goes no further, and none is folded or stemmed to find that out. It may let a
// word through that is no form of any term, never the other way round.
type sieve struct {
	at    [3][256]uint32 // by place and byte: a bit for each term
	short [3]uint32      // terms of which a form may be this many letters long
	odd   uint32         // terms that any word with a sign above ASCII may be
}

// bit returns the bit of a term; beyond 32 terms they share them.
func bit(term int) uint32 { return 1 << (term & 31) }

// admit lets the forms of a term through.
func (v *sieve) admit(t *term, index int, elides bool) {
	b := bit(index)
	v.odd |= b
	switch {
	case t.stem == "": // an exact phrase
		v.beginning(t.folded, b)
		return
	case t.prefix < 0 || elides:
		v.beginning("", b)
		return
	}
	v.beginning(t.stem[:t.prefix], b)
	v.beginning(t.folded, b)
	for _, f := range t.forms {
		v.beginning(f, b)
	}
}

// beginning lets words through that begin like s.
func (v *sieve) beginning(s string, b uint32) {
	for i := range v.at {
		if i >= len(s) {
			for c := range v.at[i] {
				v.at[i][c] |= b
			}
			v.short[i] |= b
			continue
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			return // odd lets it through
		}
		v.at[i][c] |= b
		if 'a' <= c && c <= 'z' {
			v.at[i][c&^0x20] |= b
		}
	}
}

// may returns the terms that a word may be a form of.
func (v *sieve) may(word string) uint32 {
	m := ^uint32(0)
	for i := 0; i < len(v.at); i++ {
		if i >= len(word) {
			return m & v.short[i]
		}
		c := word[i]
		if c >= utf8.RuneSelf {
			return m & v.odd
		}
		if m &= v.at[i][c]; m == 0 {
			return 0
		}
	}
	return m
}
