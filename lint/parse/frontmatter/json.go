package frontmatter

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// jsonReader reads a JSON object at the beginning of a draft in one pass, with the
// position of each value. (The decoder of the standard library reports where tokens
// end, but not which bytes an escaped string comes from.)
type jsonReader struct {
	*collector
	i, to int
	wrong string // description of the syntax error at i, if any
}

// jsonAt reports whether a JSON object begins at i: a brace, followed by a key or the
// closing brace. Template tags begin with a brace as well.
func jsonAt(src []byte, i int) bool {
	if i >= len(src) || src[i] != '{' {
		return false
	}
	for i++; i < len(src) && scan.IsSpace(src[i]); i++ {
	}
	return i < len(src) && (src[i] == '"' || src[i] == '}')
}

// readJSON reads the object at head. none is the offset of the body if the object has no
// end.
func readJSON(c *collector, head, none int) (body int) {
	j := &jsonReader{collector: c, i: head, to: min(len(c.src), head+c.limits.FrontMatter)}
	j.object("", 1, lint.None)
	if j.wrong == "" && !j.full {
		c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: j.i}, lint.JSON
		if rest := c.src[j.i:scan.LineEnd(c.src, j.i)]; len(bytes.TrimSpace(rest)) == 0 {
			return scan.NextLine(c.src, j.i)
		}
		return j.i
	}
	if j.wrong != "" && j.i >= j.to && j.to < len(c.src) {
		c.stop(lint.Span{Start: head, End: head + 1}, "Front matter has more than "+lint.Thousands(c.limits.FrontMatter)+" bytes; the rest of it is not checked")
	} else if j.wrong != "" {
		start := bytes.LastIndexByte(c.src[:min(j.i, len(c.src))], '\n') + 1
		start = max(start, head)
		c.problem(lint.Span{Start: start, End: scan.LineEnd(c.src, start)}, "Front matter does not parse: "+j.wrong)
	}
	for i := scan.NextLine(c.src, head); i < len(c.src); i = scan.NextLine(c.src, i) {
		if c.src[i] == '}' {
			c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: scan.LineEnd(c.src, i)}, lint.JSON
			return scan.NextLine(c.src, i)
		}
	}
	return none
}

// next skips white space and returns the byte after it, or 0 at the end.
func (j *jsonReader) next() byte {
	for j.i < j.to && scan.IsSpace(j.src[j.i]) {
		j.i++
	}
	if j.i >= j.to {
		return 0
	}
	return j.src[j.i]
}

func (j *jsonReader) fail(what string) bool {
	if j.wrong == "" {
		j.wrong = what
	}
	return false
}

// object reads an object. In a list of objects, list is the index of the first
// field of that list; otherwise it is lint.None.
func (j *jsonReader) object(prefix string, level, list int) bool {
	if j.deep(level, lint.Span{Start: j.i, End: j.i + 1}) {
		return false
	}
	j.i++
	var members []member
	for first := true; ; first = false {
		switch c := j.next(); {
		case c == '}':
			j.i++
			return true
		case !first && c != ',':
			return j.fail("a comma or a closing brace was expected here")
		case !first:
			j.i++
			if j.next() == '}' {
				return j.fail("a comma before the closing brace")
			}
		}
		if j.next() != '"' {
			return j.fail("a key in quotation marks was expected here")
		}
		start := j.i
		key, ok := j.text()
		if !ok {
			return false
		}
		at := lint.Span{Start: start, End: j.i}
		if members, ok = j.key(members, key.String(), at); !ok {
			return false
		}
		if j.next() != ':' {
			return j.fail("a colon was expected after the key")
		}
		j.i++
		if !j.value(join(prefix, key.String()), at, level, list) {
			return false
		}
	}
}

// value reads the value of a key and adds its field or fields.
func (j *jsonReader) value(name string, key lint.Span, level, list int) bool {
	var values []lint.Text
	maps := false
	if c := j.next(); c == '{' {
		at := j.i
		if !j.object(name, level+1, list) {
			return false
		}
		if maps = bytes.IndexByte(j.src[at:j.i], '"') >= 0; maps {
			return true
		}
	} else if c == '[' {
		from := list
		if from == lint.None {
			from = len(j.doc.Meta.Fields)
		}
		if !j.array(name, level+1, from, &values, &maps) {
			return false
		}
	} else if !j.scalar(&values) {
		return false
	}
	if maps && len(values) == 0 {
		return true
	}
	j.add(list, name, key, values, lint.Span{Start: key.Start, End: j.i})
	return true
}

// array reads a list; it includes the scalars of nested lists.
func (j *jsonReader) array(name string, level, list int, values *[]lint.Text, maps *bool) bool {
	if j.deep(level, lint.Span{Start: j.i, End: j.i + 1}) {
		return false
	}
	j.i++
	for first := true; ; first = false {
		switch c := j.next(); {
		case c == ']':
			j.i++
			return true
		case !first && c != ',':
			return j.fail("a comma or a closing bracket was expected here")
		case !first:
			j.i++
		}
		ok := false
		switch j.next() {
		case '{':
			*maps = true
			ok = j.object(name, level, list)
		case '[':
			ok = j.array(name, level+1, list, values, maps)
		default:
			ok = j.scalar(values)
		}
		if !ok {
			return false
		}
	}
}

// scalar reads a string, number or word.
func (j *jsonReader) scalar(values *[]lint.Text) bool {
	if j.next() == '"' {
		text, ok := j.text()
		*values = append(*values, fields.Values(text)...)
		return ok
	}
	start := j.i
	for j.i < j.to && (scan.IsAlphanumeric(j.src[j.i]) || j.src[j.i] == '-' || j.src[j.i] == '+' || j.src[j.i] == '.') {
		j.i++
	}
	switch word := string(j.src[start:j.i]); word {
	case "null":
	case "true", "false":
		*values = append(*values, lint.Verbatim(word, start))
	default:
		if _, err := strconv.ParseFloat(word, 64); err != nil || word[0] > '9' || word[0] == '+' {
			j.i = start
			return j.fail("a value was expected here; put text in quotation marks")
		}
		*values = append(*values, lint.Verbatim(word, start))
	}
	return true
}

// text reads a string with its quotation marks.
func (j *jsonReader) text() (lint.Text, bool) {
	s := &scalarReader{src: j.src, i: j.i + 1, to: j.to}
	defer func() { j.i = s.i }()
	for s.i < s.to {
		switch s.src[s.i] {
		case '"':
			s.i++
			return lint.NewText(string(s.buf), s.runs), true
		case '\n':
			return lint.Text{}, j.fail("a quotation mark is not closed")
		case '\\':
			if !s.jsonEscape() {
				return lint.Text{}, j.fail("an unknown escape with a backslash; double the backslash")
			}
		default:
			s.take(1)
		}
	}
	return lint.Text{}, j.fail("a quotation mark is not closed")
}

// jsonEscape reads a backslash and the character that it escapes; a surrogate pair is
// one character.
func (s *scalarReader) jsonEscape() bool {
	if s.i+1 >= s.to {
		return false
	}
	const letters, signs = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if k := bytes.IndexByte([]byte(letters), s.src[s.i+1]); k >= 0 {
		s.put(signs[k:k+1], s.i+2)
		return true
	}
	code, ok := s.codeUnit(s.i)
	if !ok {
		return false
	}
	end := s.i + 6
	if utf16.IsSurrogate(code) {
		low, ok := s.codeUnit(end)
		if code = utf16.DecodeRune(code, low); ok && code != utf8.RuneError {
			end += 6
		}
	}
	s.put(string(code), end)
	return true
}

// codeUnit reads "\uXXXX" at offset i.
func (s *scalarReader) codeUnit(i int) (rune, bool) {
	if i+6 > s.to || s.src[i] != '\\' || s.src[i+1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.src[i+2:i+6]), 16, 16)
	return rune(n), err == nil
}
