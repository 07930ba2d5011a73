package word

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// shortTags reads XML and cuts attributes that are longer than any that is read: Word keeps copies of
// shapes as attributes of more than 100 KB (o:gfxdata). It stops at a tag that is too long even so,
// because the decoder would keep all of its attributes at once.
type shortTags struct {
	r      io.Reader
	before byte // the byte before the next one
	inside bool // a tag, a comment or a declaration
	tag    bool // it is a tag
	length int  // of it so far, without what was cut
	value  value
}

// value is the part of an attribute that was read.
type value struct {
	quote  byte // around it; 0 outside of attributes
	size   int  // in bytes
	entity bool // it ends in the beginning of an entity: "&am"
	cut    bool // the rest is left out
}

var errTag = fmt.Errorf("a tag has more than %d KB", mostTag>>10)

// Read implements [io.Reader].
func (s *shortTags) Read(p []byte) (int, error) {
	for {
		n, err := s.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if s.keeps(c) {
				p[kept] = c
				kept++
			}
			if s.before = c; s.length > mostTag {
				return 0, errTag
			}
		}
		if kept > 0 || err != nil || len(p) == 0 {
			return kept, err
		}
	}
}

// keeps reports whether the decoder is to see the next byte.
func (s *shortTags) keeps(c byte) bool {
	if !s.inside {
		s.inside, s.length = c == '<', 0
		return true
	}
	if s.before == '<' {
		s.tag = c != '!' && c != '?'
	}
	switch {
	case s.value.quote == 0 && c == '>':
		s.inside = false
	case s.value.quote == 0 && (c == '"' || c == '\'') && s.tag && s.before == '=':
		s.value = value{quote: c}
	case s.value.quote == c:
		s.value = value{}
	case s.value.quote != 0 && !s.value.keeps(c):
		return false
	}
	s.length++
	return true
}

// keeps reports whether a byte is kept. A value is cut between characters, and not in an entity.
func (v *value) keeps(c byte) bool {
	v.size++
	if v.cut = v.cut || v.size > mostValue && !v.entity && utf8.RuneStart(c); v.cut {
		return false
	}
	if c == '&' || c == ';' {
		v.entity = c == '&'
	}
	return true
}
