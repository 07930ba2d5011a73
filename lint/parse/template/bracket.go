package template

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// maskBracket masks a tag in brackets, as in WordPress and forums: [name key="…"], and a
// pair [name] … [/name]. The content of a pair is read, except for code and the content
// of a media player. The text of a link is not a tag.
func maskBracket(m *masker) {
	start := m.at
	m.at++
	if start > m.from && m.src[start-1] == '!' {
		return
	}
	from := start + 1
	if from < len(m.src) && m.src[from] == '/' {
		closeBracket(m, start)
		return
	}
	if from < len(m.src) && m.src[from] == '%' {
		m.tag(start, 2, closeToolkit)
		return
	}
	double := from < len(m.src) && m.src[from] == '['
	if double || from < len(m.src) && m.src[from] == '!' {
		from++
	}
	n := bracketName(m.src, from)
	if n == from || n == len(m.src) {
		return
	}
	name := string(m.src[from:n])
	end, values := bracketValues(m, n)
	if end < 0 {
		return
	}
	if double {
		if values && end < len(m.src) && m.src[end] == ']' {
			maskEmbedded(m, start, end+1)
		}
		return
	}
	if end < len(m.src) && (m.src[end] == '(' || m.src[end] == ':' && !values) {
		if values {
			maskIgnored(m, n, end-1)
		}
		return
	}
	openBracket(m, start, end, name, values)
}

// openBracket masks a tag [start, end) if it has values or a closing tag.
func openBracket(m *masker, start, end int, name string, values bool) {
	closing := closingBracket(m, end, name)
	switch {
	case closing < 0:
		if values {
			maskEmbedded(m, start, end)
		}
	case isCode(strings.ToLower(name)) || writtenIn(m.src[start:end]):
		last := closing + len(name) + len("[/]")
		m.tags = append(m.tags, Tag{Kind: Code, Span: lint.Span{Start: start, End: last}, Body: lint.Span{Start: end, End: closing}})
		m.at = last
	case isPlayer(name):
		maskEmbedded(m, start, closing+len(name)+len("[/]"))
	default:
		maskIgnored(m, start, end)
	}
}

// closingBracket returns the offset of the next [/name] after offset from, or -1.
func closingBracket(m *masker, from int, name string) int {
	last, known := m.wrappers[name]
	if known && last < from || m.budget < 0 {
		return -1
	}
	tag := []byte("[/" + name + "]")
	if !known {
		if m.wrappers == nil {
			m.wrappers = make(map[string]int)
		}
		m.budget -= len(m.src) / 16
		last = bytes.LastIndex(m.src, tag)
		m.wrappers[name] = last
	}
	if last < from {
		return -1
	}
	k := bytes.Index(m.src[from:last+len(tag)], tag)
	m.budget -= k / 16
	return from + k
}

// closeBracket masks [/name] if a tag with this name was opened.
func closeBracket(m *masker, start int) {
	n := bracketName(m.src, start+2)
	if n < len(m.src) && m.src[n] == ']' {
		if _, ok := m.wrappers[string(m.src[start+2:n])]; ok {
			maskIgnored(m, start, n+1)
		}
	}
}

// bracketName returns the end of the name of a bracket tag that begins at offset i.
func bracketName(s []byte, i int) int {
	if i >= len(s) || !scan.IsAlphanumeric(s[i]) || s[i] <= '9' {
		return i
	}
	for i < len(s) && (scan.IsAlphanumeric(s[i]) || s[i] == '-' || s[i] == '_') {
		i++
	}
	return i
}

// bracketValues returns the end of the bracket tag whose name ends at offset k, or -1,
// and whether it has values: key="…" and key=…, possibly with flags between them.
func bracketValues(m *masker, k int) (end int, values bool) {
	plain, flags := false, false
	if m.src[k] == '=' { // [url=…]
		if n := bytes.IndexByte(m.src[k:scan.LineEnd(m.src, k)], ']'); n > 1 {
			return k + n + 1, false
		}
		return -1, false
	}
	for k < len(m.src) && m.budget > 0 {
		m.budget--
		switch m.src[k] {
		case ']':
			return k + 1, values || plain && !flags
		case ' ', '\t', '\r', '\n', '/':
			if k++; m.src[k-1] == '\n' && blankFrom(m.src, k) {
				return -1, false
			}
			continue
		case '"', '\'':
			n := stringEnd(m.src[k:scan.LineEnd(m.src, k)])
			if n < 0 {
				return -1, false
			}
			k += n
			continue
		}
		n := attributeName(m.src, k)
		if n == k || n == len(m.src) {
			return -1, false
		}
		if m.src[n] != '=' {
			flags = true
			k = n
			continue
		}
		if k = n + 1; k == len(m.src) {
			return -1, false
		}
		if c := m.src[k]; c == '"' || c == '\'' {
			n := stringEnd(m.src[k:scan.LineEnd(m.src, k)])
			if n < 0 {
				return -1, false
			}
			values = true
			k += n
			continue
		}
		plain, k = true, wordEnd(m.src, k)
	}
	return -1, false
}

// wordEnd returns the end of a value without quotation marks.
func wordEnd(s []byte, k int) int {
	for k < len(s) && !scan.IsHTMLSpace(s[k]) && s[k] != ']' && s[k] != '[' {
		k++
	}
	return k
}

// blankFrom reports whether nothing but white space follows an offset on its line.
func blankFrom(s []byte, i int) bool { return len(bytes.TrimSpace(s[i:scan.LineEnd(s, i)])) == 0 }

// isPlayer reports whether the content of a tag with this name is the address of
// something to embed.
func isPlayer(name string) bool {
	switch name {
	case "embed", "video", "audio", "youtube", "vimeo", "img", "image", "media", "playlist", "gist", "tweet", "iframe":
		return true
	}
	return false
}
