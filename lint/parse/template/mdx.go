package template

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
)

// maskModule masks import and export statements of MDX up to the blank line that ends them.
// What follows the keyword tells a statement from prose.
func maskModule(m *masker) {
	if m.at > m.from && !afterBlank(m) {
		return
	}
	s := m.src[m.at:scan.LineEnd(m.src, m.at)]
	switch {
	case bytes.HasPrefix(s, []byte("import ")) && bytes.ContainsAny(s, `"'{*`):
	case bytes.HasPrefix(s, []byte("export ")) && exports(s[len("export "):]):
	default:
		return
	}
	end := m.paragraph(m.at)
	if k := declarationEnd(m, end); k > 0 {
		end = k
	}
	for end > m.at && m.src[end-1] == '\n' {
		end--
	}
	m.add(m.at, end, end, end)
}

// afterBlank reports whether the previous line is blank or a statement.
func afterBlank(m *masker) bool {
	if n := len(m.tags); n > 0 && m.blanks(m.tags[n-1].Span.End, m.at-1) {
		return true
	}
	i := m.at - 1
	for i > m.from && (m.src[i-1] == ' ' || m.src[i-1] == '\t' || m.src[i-1] == '\r') {
		i--
	}
	return i <= m.from || m.src[i-1] == '\n'
}

// exports reports whether s continues like an export statement.
func exports(s []byte) bool {
	for _, word := range [...]string{"const ", "let ", "var ", "function", "default ", "class ", "async ", "{", "*"} {
		if bytes.HasPrefix(s, []byte(word)) {
			return true
		}
	}
	return false
}

// declarationEnd returns the end of a statement with a bracket or a template literal that is
// still open at a blank line, or -1 if they close before it or never.
func declarationEnd(m *masker, blank int) int {
	for i := m.at; i < blank; i++ {
		end := -1
		switch m.src[i] {
		case '{', '[', '(':
			end = enclosedEnd(m, i)
		case '`':
			if n := stringEnd(m.src[i:]); n > 0 {
				end = i + n
			}
			m.budget -= max(end, blank) - i
		default:
			continue
		}
		if end < 0 {
			return end
		}
		if end > blank {
			return scan.LineEnd(m.src, end)
		}
		i = end - 1
	}
	return -1
}

// enclosedEnd returns the end of the brackets of any kind that open at i, or -1.
func enclosedEnd(m *masker, i int) int {
	depth := 0
	for ; i < len(m.src) && m.budget > 0; i++ {
		m.budget--
		switch m.src[i] {
		case '[', '(':
			depth++
		case ']', ')':
			depth--
		case '{':
			end := balancedEnd(m, i)
			if end < 0 {
				return -1
			}
			i = end - 1
		}
		if depth == 0 {
			return i + 1
		}
	}
	return -1
}

// maskJSX masks the tag of a component at m.at, if there is one.
func maskJSX(m *masker) bool {
	i := m.at + 1
	if i < len(m.src) && m.src[i] == '/' {
		i++
	}
	name := i
	for i < len(m.src) && (scan.IsAlphanumeric(m.src[i]) || m.src[i] == '.' || m.src[i] == '_') {
		i++
	}
	component := i > name && ('A' <= m.src[name] && m.src[name] <= 'Z' || bytes.IndexByte(m.src[name:i], '.') > 0)
	fragment := i == name && i < len(m.src) && m.src[i] == '>'
	if !component && !fragment {
		return false
	}
	for i < len(m.src) && m.budget > 0 {
		m.budget--
		switch c := m.src[i]; c {
		case '>':
			m.add(m.at, i+1, name, i)
			return true
		case '"', '\'':
			k := bytes.IndexByte(m.src[i+1:], c)
			if k < 0 {
				m.budget -= len(m.src) - i
				return false
			}
			m.budget -= k
			i += k + 2
		case '{':
			end := balancedEnd(m, i)
			if end < 0 {
				return false
			}
			i = end
		default:
			i++
		}
	}
	return false
}

// balancedEnd returns the end of the expression in braces that opens at i, or -1. Its
// strings and comments are those of JavaScript.
func balancedEnd(m *masker, i int) int {
	depth := 0
	for from := i; i < len(m.src) && m.budget > 0; i++ {
		m.budget--
		switch c := m.src[i]; c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'', '`':
			if i > from && scan.IsAlphanumeric(m.src[i-1]) {
				continue
			}
			limit := scan.LineEnd(m.src, i)
			if c == '`' {
				limit = len(m.src)
			}
			m.budget -= limit - i
			if k := stringEnd(m.src[i:limit]); k > 0 {
				i += k - 1
			}
		case '/':
			if i+1 < len(m.src) && m.src[i+1] == '*' {
				k := bytes.Index(m.src[i+2:], []byte("*/"))
				if k < 0 {
					m.budget -= len(m.src) - i
					return -1
				}
				m.budget -= k
				i += k + 3
			}
		}
	}
	return -1
}
