package frontmatter

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// simpleYAML reads the small subset of YAML that nearly all front matter uses: keys
// without indentation, plain, quoted and block scalars, lists of scalars. It gives up
// at the first sign of anything else. The library takes as long for a page of metadata
// as goldmark for a page of prose; this reader takes a hundredth of that. Its results
// are those of the library, and tests check this.
type simpleYAML struct {
	*collector
	memory  *memory
	text    string // the input, which begins at offset from
	from    int
	i, to   int
	members []member
	values  []lint.Text // of all fields
	runs    []lint.Run  // of all texts that are identical to their source
}

// readSimpleYAML parses src[from:to]. If ok is false, nothing was added, and the library has to
// parse it.
func readSimpleYAML(c *collector, from, to int) (ok bool) {
	if !ordinary(c.src[from:to]) {
		return false
	}
	fields, problems := len(c.doc.Meta.Fields), len(c.doc.Problems)
	m := lent(c.doc, min(bytes.Count(c.src[from:to], []byte{'\n'})+1, 16)) // one key a line in most drafts
	s := &simpleYAML{
		collector: c, memory: m, text: string(c.src[from:to]), from: from, i: from, to: to,
		members: m.members, values: m.values, runs: m.runs,
	}
	if c.doc.Meta.Fields == nil {
		c.doc.Meta.Fields = m.fields
	}
	if s.pairs() {
		return true
	}
	c.doc.Meta.Fields, c.doc.Problems = c.doc.Meta.Fields[:fields], c.doc.Problems[:problems]
	c.keys, c.full = 0, false
	return false
}

// ordinary reports whether a block is free of characters that YAML treats specially:
// tabs and other control characters, Unicode line ends, byte order marks.
func ordinary(text []byte) bool {
	for i, b := range text {
		switch {
		case b >= ' ' && b < 0x7f, b == '\n', b == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case b < 0x80:
			return false
		case b == 0xc2:
			if text[i+1] < 0xa0 {
				return false
			}
		case b == 0xe2:
			if text[i+1] == 0x80 && (text[i+2] == 0xa8 || text[i+2] == 0xa9) {
				return false
			}
		case b == 0xef:
			if text[i+1] == 0xbb && text[i+2] == 0xbf || text[i+1] == 0xbf && text[i+2] >= 0xbe {
				return false
			}
		}
	}
	return true
}

// pairs reads all keys with their values.
func (s *simpleYAML) pairs() bool {
	for s.skip() {
		key := lint.Span{Start: s.i, End: s.i}
		for key.End < s.to && (scan.IsAlphanumeric(s.src[key.End]) || s.src[key.End] == '_' || s.src[key.End] == '-') {
			key.End++
		}
		if key.Empty() || key.Len() > 100 || s.src[key.Start] < 'A' || key.End == s.to || s.src[key.End] != ':' {
			return false
		}
		s.i = key.End + 1
		if s.i < s.to && s.src[s.i] != ' ' && s.src[s.i] != '\n' && s.src[s.i] != '\r' {
			return false
		}
		name := s.text[key.Start-s.from : key.End-s.from]
		var ok bool
		if s.members, ok = s.key(s.members, name, key); !ok {
			return true // a limit was reached and reported
		}
		if !s.value(name, key) {
			return false
		}
	}
	return s.i >= s.to
}

// skip goes to the next unindented line that is neither blank nor a comment. It returns
// false at the end of the text and at an indented line.
func (s *simpleYAML) skip() bool {
	for s.i < s.to {
		k := s.i
		for k < s.to && s.src[k] == ' ' {
			k++
		}
		switch {
		case k == s.to:
			s.i = s.to
			return false
		case s.src[k] == '\n' || s.src[k] == '\r' || s.src[k] == '#':
			s.i = scan.NextLine(s.src[:s.to], k)
		default:
			return k == s.i
		}
	}
	return false
}

// value reads everything after a key, up to the next unindented line.
func (s *simpleYAML) value(name string, key lint.Span) bool {
	s.spaces()
	if s.restOfLine() {
		return s.items(name, key)
	}
	first, whole := len(s.values), key
	switch s.src[s.i] {
	case '|', '>':
		text, end, ok := s.block()
		if !ok || s.indented() {
			return false
		}
		s.take(text)
		s.field(name, key, s.since(first), lint.Span{Start: key.Start, End: end})
		return true
	case '[':
		ok := false
		if whole.End, ok = s.flow(key.End); !ok {
			return false
		}
	default:
		text, end, ok := s.lines()
		if !ok {
			return false
		}
		s.take(text)
		whole.End = end
	}
	if !s.restOfLine() || s.indented() {
		return false
	}
	s.field(name, key, s.since(first), whole)
	return true
}

// take adds a value to the current field unless it is empty.
func (s *simpleYAML) take(text lint.Text) {
	if text = fields.Trimmed(text); text.Len() > 0 {
		s.values = append(s.values, text)
	}
}

// since returns the values from index first on.
func (s *simpleYAML) since(first int) []lint.Text {
	if first == len(s.values) {
		return nil
	}
	return s.values[first:len(s.values):len(s.values)]
}

func (s *simpleYAML) spaces() {
	for s.i < s.to && s.src[s.i] == ' ' {
		s.i++
	}
}

// restOfLine reads spaces and a comment up to the next line. If anything else follows,
// it reads only the spaces and returns false.
func (s *simpleYAML) restOfLine() bool {
	s.spaces()
	switch {
	case s.i == s.to:
	case s.src[s.i] == '\n' || s.src[s.i] == '\r':
	case s.src[s.i] == '#' && s.src[s.i-1] == ' ':
	default:
		return false
	}
	s.i = scan.NextLine(s.src[:s.to], s.i)
	return true
}

// indented reports whether the next line that is not blank continues the previous value
// or belongs to it.
func (s *simpleYAML) indented() bool {
	at := s.i
	defer func() { s.i = at }()
	return !s.skip() && s.i < s.to || s.i < s.to && s.src[s.i] == '-'
}

// items reads a list with one scalar on each line, or an empty value.
func (s *simpleYAML) items(name string, key lint.Span) bool {
	first, whole, margin := len(s.values), key, -1
	for s.i < s.to {
		at := s.i
		s.spaces()
		indent := s.i - at
		switch {
		case s.i == s.to:
			continue
		case s.src[s.i] == '\n' || s.src[s.i] == '\r' || s.src[s.i] == '#':
			s.i = scan.NextLine(s.src[:s.to], s.i)
			continue
		case s.src[s.i] == '-' && s.i+1 < s.to && s.src[s.i+1] == ' ' && (margin < 0 || indent == margin):
			margin = indent
		case indent == 0 && s.src[s.i] != '-':
			s.i = at
			s.field(name, key, s.since(first), whole)
			return true
		default:
			return false
		}
		s.i++
		s.spaces()
		text, end, ok := s.scalar()
		if !ok || !s.restOfLine() {
			return false
		}
		s.take(text)
		whole.End = end
	}
	s.field(name, key, s.since(first), whole)
	return true
}

// flow reads a list in brackets on one line and returns the end of its last item, or
// end if the list is empty.
func (s *simpleYAML) flow(end int) (last int, ok bool) {
	s.i++
	last = end
	line := scan.LineEnd(s.src[:s.to], s.i)
	for {
		s.spaces()
		if s.i >= line {
			return 0, false
		}
		if s.src[s.i] == ']' && last == end {
			s.i++
			return last, true
		}
		var text lint.Text
		if c := s.src[s.i]; c == '"' || c == '\'' {
			if text, last, ok = s.scalar(); !ok {
				return 0, false
			}
		} else {
			n := bytes.IndexAny(s.src[s.i:line], ",[]{}:#\"'&*!|>%@`?")
			if n <= 0 || !plainStart(c) {
				return 0, false
			}
			last = scan.TrimEnd(s.src, s.i, s.i+n)
			text = s.plain(last)
			s.i += n
		}
		s.take(text)
		s.spaces()
		if s.i >= line {
			return 0, false
		}
		s.i++
		if c := s.src[s.i-1]; c == ']' {
			return last, true
		} else if c != ',' {
			return 0, false
		}
	}
}
