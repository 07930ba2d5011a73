package anchor

import (
	"bytes"
	"strings"
)

// mostValue is the number of bytes of the value of an id that are read.
const mostValue = 300

// templatedIDs returns the ids in which a template or a program fills in a part, each as its
// literal parts in order: <div id="{{ prefix }}-term">, id={`step-${i}`}, :id="'step-' + i".
func templatedIDs(source []byte) (ids [][]string) {
	for _, name := range [...]string{"id", "name"} {
		for i := 0; ; {
			n := bytes.Index(source[i:], []byte(name))
			if n < 0 {
				break
			}
			at := i + n
			i = at + len(name)
			if value, bound := valueAfter(source, at, i); value != "" {
				if parts := written(value, bound); len(parts) > 1 {
					ids = append(ids, parts)
				}
			}
		}
	}
	return ids
}

// valueAfter returns the text after the name of an attribute, a property or a key, which begins with
// its value, or "". bound means that the value is an expression even in quotation marks.
func valueAfter(source []byte, start, end int) (value string, bound bool) {
	if start > 0 {
		switch c := source[start-1]; {
		case isWord(c), c == '$':
			return "", false
		case c == ':', c == '[':
			bound = true
		}
	}
	rest := source[end:min(len(source), end+mostValue)]
	rest = bytes.TrimPrefix(rest, []byte("]"))
	if source[start] == 'n' { // names of other things are everywhere in code
		after, is := bytes.CutPrefix(rest, []byte("="))
		if !is {
			return "", false
		}
		return line(after), bound
	}
	rest = bytes.TrimLeft(rest, " \t")
	for _, sign := range [...]string{"=>", "=", ":"} {
		after, is := bytes.CutPrefix(rest, []byte(sign))
		if !is {
			continue
		}
		if len(after) > 0 && (after[0] == '=' || after[0] == ':') {
			return "", false
		}
		return strings.TrimLeft(line(after), " \t"), bound && sign == "="
	}
	return "", false
}

func line(text []byte) string {
	text, _, _ = bytes.Cut(text, []byte("\n"))
	return string(text)
}

// written returns the literal parts of the value that a text begins with. There is only one if nothing
// is filled in.
func written(text string, bound bool) []string {
	if text == "" {
		return nil
	}
	switch quote := text[0]; {
	case quote == '\\' && len(text) > 1: // in a string of a program
		return written(text[1:], bound)
	case quote == '"' || quote == '\'' || quote == '`':
		inside, rest := quoted(text)
		if bound {
			return expression(inside)
		}
		parts := between(inside)
		if rest = strings.TrimLeft(rest, " "); strings.HasPrefix(rest, "+") || strings.HasPrefix(rest, "~") {
			parts = append(parts, "")
		}
		return parts
	case quote == '{' && !strings.HasPrefix(text, "{{") && !strings.HasPrefix(text, "{%"):
		return expression(text[1:closing(text, 1, "}")])
	}
	end := 0
	for end < len(text) && text[end] != ' ' && text[end] != '>' {
		end = max(tagEnd(text, end), end+1)
	}
	if parts := between(text[:min(end, len(text))]); len(parts) > 1 {
		return parts
	}
	if end = strings.IndexAny(text, ",;)"); end < 0 {
		end = len(text)
	}
	if strings.ContainsAny(text[:end], "+~") {
		return expression(text[:end])
	}
	return nil
}

// quoted returns what is in the quotation marks with which a text begins, and the rest. Marks in
// template tags do not count.
func quoted(text string) (inside, rest string) {
	i := 1
	for i < len(text) && text[i] != text[0] {
		i = max(tagEnd(text, i), i+1)
	}
	i = min(i, len(text))
	return text[1:i], text[min(i+1, len(text)):]
}

// tags are the beginnings and ends of what is filled in, the longest first.
var tags = [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"<%", "%>"}, {"<?", "?>"}, {"${", "}"}, {"#{", "}"}, {"{", "}"}}

// tagEnd returns the end of a tag that begins at an offset, or 0.
func tagEnd(text string, at int) int {
	for _, t := range tags {
		if strings.HasPrefix(text[at:], t[0]) {
			if n := strings.Index(text[at+len(t[0]):], t[1]); n >= 0 {
				return at + len(t[0]) + n + len(t[1])
			}
			return len(text)
		}
	}
	return 0
}

// closing returns the offset of the first mark after an offset that is not in a string, or the length
// of the text.
func closing(text string, from int, mark string) int {
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case strings.HasPrefix(text[i:], mark):
			return i
		case c == '"' || c == '\'' || c == '`':
			inside, _ := quoted(text[i:])
			i += len(inside) + 1
		}
	}
	return len(text)
}

// between returns the literal text around the tags of a text, and what the tags themselves begin with.
func between(text string) []string {
	parts := []string{""}
	for i := 0; i < len(text); {
		end := tagEnd(text, i)
		if end == 0 {
			parts[len(parts)-1] += text[i : i+1]
			i++
			continue
		}
		first := ""
		inside := strings.Trim(text[i:end], "{}%<>?$#=- ")
		for _, call := range [...]string{"printf ", "format "} {
			inside = strings.TrimPrefix(inside, call)
		}
		if inside != "" && (inside[0] == '"' || inside[0] == '\'') {
			first, _ = quoted(inside)
			first, _, _ = strings.Cut(first, "%") // of a format
		}
		parts[len(parts)-1] += first
		parts = append(parts, "")
		i = end
	}
	return parts
}

// expression returns the strings in an expression of a program, which are joined with what else is
// in it.
func expression(text string) []string {
	parts, open := []string{""}, false // open: something was filled in after the last string
	for i := 0; i < len(text); {
		switch text[i] {
		case '"', '\'', '`':
			inside, _ := quoted(text[i:])
			if open {
				parts = append(parts, "")
				open = false
			}
			for k, part := range between(inside) {
				if k > 0 {
					parts = append(parts, "")
				}
				parts[len(parts)-1] += part
			}
			i += len(inside) + 2
		case ' ', '+', '~', '(', ')':
			i++
		default:
			open = true
			i++
		}
	}
	if open {
		parts = append(parts, "")
	}
	return parts
}

// filledIn reports whether an id is one of those in which a template fills in a part. An id without
// a literal part matches anything and so proves nothing; before a number, one letter is enough.
func filledIn(ids [][]string, id string) bool {
	for _, parts := range ids {
		at, rest := 0, id
		for k, part := range parts {
			n := strings.Index(rest, part)
			if k == 0 && n != 0 || n < 0 {
				at = -1
				break
			}
			rest = rest[n+len(part):]
			at += len(part)
		}
		last := parts[len(parts)-1]
		switch {
		case at > 1 && (last == "" || strings.HasSuffix(id, last)):
			return true
		case at == 1 && len(parts[0]) == 1 && last == "" && rest != "" && strings.Trim(rest, "0123456789") == "":
			return true
		}
	}
	return false
}
