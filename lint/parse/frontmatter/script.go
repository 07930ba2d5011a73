package frontmatter

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/scan"
)

// scriptReader reads an object literal of JavaScript, JSON as a subset of it, and a map of Elixir.
// Literal values become fields; any other expression is skipped up to the comma that
// ends it.
type scriptReader struct {
	*collector
	i, to int
	lost  bool // the end of something was not found, or a value was not a literal
}

// next skips white space and comments and returns the byte after them, or 0 at the end.
func (j *scriptReader) next() byte {
	for j.i < j.to {
		switch rest := j.src[j.i:j.to]; {
		case scan.IsSpace(rest[0]):
			j.i++
		case rest[0] == '#', bytes.HasPrefix(rest, []byte("//")):
			j.i = min(scan.NextLine(j.src, j.i), j.to)
		case bytes.HasPrefix(rest, []byte("/*")):
			end := bytes.Index(rest, []byte("*/"))
			if end < 0 {
				j.i, j.lost = j.to, true
				return 0
			}
			j.i += end + 2
		default:
			return rest[0]
		}
	}
	return 0
}

// object reads the object whose brace is at i. list is as in [jsonReader.object]. It
// reports whether it found the end.
func (j *scriptReader) object(prefix string, level, list int) bool {
	if j.deep(level, lint.Span{Start: j.i, End: j.i + 1}) {
		return false
	}
	j.i++
	return j.members(prefix, level, list)
}

// members reads the members of an object and its closing brace.
func (j *scriptReader) members(prefix string, level, list int) bool {
	var members []member
	for {
		switch j.next() {
		case 0, ']', ')', ';':
			j.lost = true
			return false
		case '}':
			j.i++
			return true
		case ',':
			j.i++
			continue
		}
		name, at, ok := j.name()
		if !ok || j.next() != ':' { // a spread, a method, a shorthand
			if !j.skip() {
				return false
			}
			continue
		}
		j.i++
		if members, ok = j.key(members, name, at); !ok {
			return false
		}
		if !j.value(join(prefix, name), at, level, list) {
			return false
		}
	}
}

// name reads a key: a name, or a string.
func (j *scriptReader) name() (name string, at lint.Span, ok bool) {
	start := j.i
	if c := j.src[start]; c == '"' || c == '\'' {
		text, ok := j.text()
		return text.String(), lint.Span{Start: start, End: j.i}, ok
	}
	for j.i < j.to && (scan.IsAlphanumeric(j.src[j.i]) || j.src[j.i] == '_' || j.src[j.i] == '$') {
		j.i++
	}
	return string(j.src[start:j.i]), lint.Span{Start: start, End: j.i}, j.i > start
}

// value reads the value of a key and adds its field or fields.
func (j *scriptReader) value(name string, key lint.Span, level, list int) bool {
	var values []lint.Text
	switch j.next() {
	case '{':
		return j.object(name, level+1, list)
	case '[':
		from := list
		if from == lint.None {
			from = len(j.doc.Meta.Fields)
		}
		maps := false
		if !j.array(name, level+1, from, &values, &maps) {
			return false
		}
		if maps && len(values) == 0 {
			return true
		}
	default:
		literal, ok := j.scalar(&values)
		if !ok {
			return false
		}
		if !literal {
			return true
		}
	}
	j.add(list, name, key, values, lint.Span{Start: key.Start, End: j.i})
	return true
}

// array reads a list; it includes the scalars of nested lists.
func (j *scriptReader) array(name string, level, list int, values *[]lint.Text, maps *bool) bool {
	if j.deep(level, lint.Span{Start: j.i, End: j.i + 1}) {
		return false
	}
	j.i++
	for {
		ok := true
		switch j.next() {
		case 0, '}', ')', ';':
			j.lost = true
			return false
		case ']':
			j.i++
			return true
		case ',':
			j.i++
		case '{':
			*maps = true
			ok = j.object(name, level, list)
		case '[':
			ok = j.array(name, level+1, list, values, maps)
		default:
			_, ok = j.scalar(values)
		}
		if !ok {
			return false
		}
	}
}

// scalar reads a string, number or word. literal is false for any other expression,
// which is skipped; ok is false if that has no end.
func (j *scriptReader) scalar(values *[]lint.Text) (literal, ok bool) {
	start, had := j.i, len(*values)
	switch c := j.src[j.i]; {
	case bytes.HasPrefix(j.src[j.i:j.to], []byte("new Date(")):
		j.i += len("new Date(")
		if q := j.next(); q == '"' || q == '\'' {
			if text, is := j.text(); is && j.next() == ')' {
				j.i++
				*values = append(*values, fields.Values(text)...)
			}
		}
	case c == '~':
		j.sigil(values)
	case c == '"' || c == '\'' || c == '`':
		text, is := j.text()
		if !is {
			j.i = start
			return false, j.skip()
		}
		*values = append(*values, fields.Values(text)...)
	default:
		for j.i < j.to && (scan.IsAlphanumeric(j.src[j.i]) || j.src[j.i] == '-' || j.src[j.i] == '.') {
			j.i++
		}
		word := string(j.src[start:j.i])
		switch {
		case word == "null" || word == "undefined":
		case word == "true" || word == "false" || word != "" && word[0] <= '9':
			*values = append(*values, lint.Verbatim(word, start))
		default:
			j.i = start
			return false, j.skip()
		}
	}
	if c := j.next(); c == ',' || c == '}' || c == ']' || c == ';' || c == 0 || j.i > start && bytes.IndexByte(j.src[start:j.i], '\n') >= 0 {
		return true, true
	}
	*values = (*values)[:had] // it was part of an expression
	return false, j.skip()
}

// text reads a string in quotation marks; ok is false if it is not closed or contains
// an interpolated expression.
func (j *scriptReader) text() (lint.Text, bool) {
	if bytes.HasPrefix(j.src[j.i:j.to], []byte(longMark)) {
		return j.longText()
	}
	mark := j.src[j.i]
	s := &scalarReader{src: j.src, i: j.i + 1, to: j.to}
	defer func() { j.i = s.i }()
	for s.i < s.to {
		switch c := s.src[s.i]; {
		case c == mark:
			s.i++
			return lint.NewText(string(s.buf), s.runs), true
		case c == '\n' && mark != '`', mark == '`' && bytes.HasPrefix(s.src[s.i:s.to], []byte("${")):
			return lint.Text{}, false
		case c == '\\' && s.i+1 < s.to:
			if !s.jsonEscape() {
				s.put(string(s.src[s.i+1]), s.i+2)
			}
		default:
			s.take(1)
		}
	}
	return lint.Text{}, false
}

// skip goes to the comma, bracket or line break that ends an expression, skipping
// nested brackets.
func (j *scriptReader) skip() bool {
	j.lost = true
	depth := 0
	for j.i < j.to {
		switch c := j.src[j.i]; c {
		case '"', '\'', '`':
			j.i += quotedLength(j.src[j.i:j.to])
			continue
		case '{', '[', '(':
			depth++
		case '}', ']', ')':
			if depth--; depth < 0 {
				return true
			}
		case ',', ';':
			if depth == 0 {
				return true
			}
		}
		j.i++
	}
	return false
}

// quotedLength returns the length of a string including its quotation marks.
func quotedLength(s []byte) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

// declarations reads “const title = "…";” as Eleventy does: the declared constants are
// metadata.
func (j *scriptReader) declarations() {
	for i := j.i; i < j.to; i = scan.NextLine(j.src, i) {
		j.i = i
		for _, word := range [...]string{"export ", "const ", "let ", "var "} {
			if bytes.HasPrefix(j.src[j.i:j.to], []byte(word)) {
				j.i += len(word)
			}
		}
		if j.i == i || j.i >= j.to {
			continue
		}
		name, at, ok := j.name()
		if !ok || j.next() != '=' {
			continue
		}
		if j.i++; j.next() == 0 || !j.value(name, at, 1, lint.None) {
			return
		}
		i = max(i, min(j.i, j.to)-1)
	}
}
