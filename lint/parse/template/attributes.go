package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// maskAttributes masks a list of attributes in braces, as kramdown, Pandoc, goldmark and
// markdown-it write it after the element that it belongs to, or on a separate line. The
// attributes at the end of a heading are left to goldmark, which reads the id from
// them.
func maskAttributes(m *masker, start int) bool {
	if m.o.Format != lint.Markdown || m.mdx {
		return false
	}
	t := Tag{Kind: Attributes}
	end := attributeList(m, start, &t)
	if end < 0 || !attributePlace(m, start, end) {
		return false
	}
	if bytes.HasSuffix(m.src[m.from:start], []byte("[]()")) {
		start -= len("[]()") // an empty link with an empty target carries the id, as in mkdocs-autorefs
	}
	t.Span = lint.Span{Start: start, End: end}
	m.tags = append(m.tags, t)
	m.at = end
	return true
}

// attributePlace reports whether attributes are possible at [start, end).
func attributePlace(m *masker, start, end int) bool {
	kramdown := m.src[start+1] == ':'
	if m.startsLine(start) && m.endsLine(end) {
		return true
	}
	if m.endsLine(end) && !kramdown && inHeading(m, start, end) {
		return false
	}
	if kramdown {
		return true
	}
	if start == m.from {
		return false
	}
	switch before := m.src[start-1]; before {
	case ')', ']', '`', '*', '_', '>', ':', '=', '^', '~', '+', '}':
		return true
	case ' ', '\t':
		return m.endsLine(end)
	}
	return false
}

// inHeading reports whether the line of [start, end) is a heading.
func inHeading(m *masker, start, end int) bool {
	line := bytes.LastIndexByte(m.src[m.from:start], '\n') + 1 + m.from
	if text := bytes.TrimLeft(m.src[line:start], " \t>-*+"); len(text) > 0 && text[0] == '#' {
		return true
	}
	next := scan.NextLine(m.src, end)
	under := bytes.TrimSpace(m.src[next:scan.LineEnd(m.src, next)])
	return len(under) > 0 && (under[0] == '=' || under[0] == '-') && scan.RunLength(under, 0, under[0]) == len(under)
}

// attributeList returns the end of the list of attributes that opens at offset start,
// or -1. It stores alt text from the list in t.
func attributeList(m *masker, start int, t *Tag) int {
	k, kramdown, seen := start+1, false, false
	if k < len(m.src) && m.src[k] == ':' {
		kramdown = true
		k++
	}
	for k < len(m.src) {
		switch c := m.src[k]; {
		case c == ' ' || c == '\t' || c == ',' && seen && !kramdown:
			k++
			continue
		case c == '}':
			if seen {
				return k + 1
			}
			return -1
		case c == '#' || c == '.' || c == '=':
			n := attributeName(m.src, k+1)
			if n == k+1 {
				return -1
			}
			k = n
		case c == '-' && k+1 < len(m.src) && (m.src[k+1] == ' ' || m.src[k+1] == '}'):
			k++
		default:
			n := attributeName(m.src, k)
			if n == k || n == len(m.src) || m.src[n] != '=' && !kramdown && !seen {
				return -1
			}
			if m.src[n] == '=' {
				name := string(m.src[k:n])
				if n = attributeValue(m, n+1, name, t); n < 0 {
					return -1
				}
			}
			k = n
		}
		seen = true
	}
	return -1
}

// attributeValue returns the end of the value that begins at offset at, or -1.
func attributeValue(m *masker, at int, name string, t *Tag) int {
	if at >= len(m.src) {
		return -1
	}
	from, end := at, at
	var to int
	if c := m.src[at]; c == '"' || c == '\'' {
		line := scan.LineEnd(m.src, at)
		n := stringEnd(m.src[at:line])
		if n < 0 {
			return -1
		}
		from, to, end = at+1, at+n-1, at+n
	} else {
		for end < len(m.src) && !scan.IsHTMLSpace(m.src[end]) && m.src[end] != '}' {
			end++
		}
		to = end
	}
	if name == "alt" || name == "fig-alt" {
		t.Alt, t.hasAlt = lint.Verbatim(string(m.src[from:to]), from), true
	}
	return end
}

// Alternative returns the alt text that a list of attributes gives to the image before
// it.
func (t *Tag) Alternative() (alt lint.Text, ok bool) {
	return t.Alt, t.Kind == Attributes && t.hasAlt
}

// attributeName returns the end of the name that begins at offset i.
func attributeName(s []byte, i int) int {
	for i < len(s) && (scan.IsAlphanumeric(s[i]) || s[i] == '-' || s[i] == '_' || s[i] == ':' || s[i] == '/' || s[i] == '@' || s[i] >= 0x80) {
		i++
	}
	return i
}

// maskExtension masks an extension of kramdown: {::name … /}, and its end {:/name}. A
// comment is masked together with its content.
func maskExtension(m *masker, start int) bool {
	if m.o.Format != lint.Markdown || start+2 >= len(m.src) || m.src[start+2] != ':' && m.src[start+2] != '/' {
		return false
	}
	line := scan.LineEnd(m.src, start)
	k := bytes.IndexByte(m.src[start:line], '}')
	if k < 0 {
		return false
	}
	end := start + k + 1
	if bytes.HasPrefix(m.src[start:end], []byte("{::comment")) && m.src[end-2] != '/' {
		if closing := m.find(end, len(m.src), closeKramdown); closing > 0 {
			if k := bytes.IndexByte(m.src[closing:scan.LineEnd(m.src, closing)], '}'); k >= 0 {
				end = closing + k + 1
			}
		}
	}
	maskIgnored(m, start, end)
	return true
}

// maskIgnored adds markup that produces no output on the page.
func maskIgnored(m *masker, start, end int) {
	m.tags = append(m.tags, Tag{Kind: Note, Span: lint.Span{Start: start, End: end}})
	m.at = end
}

// maskEmbedded adds markup with unknown output on the page.
func maskEmbedded(m *masker, start, end int) {
	m.tags = append(m.tags, Tag{Span: lint.Span{Start: start, End: end}})
	m.at = end
}

// maskPercent masks an Obsidian comment, %% … %%, or an address to embed, %[…].
func maskPercent(m *masker) {
	start := m.at
	m.at++
	if m.at == len(m.src) {
		return
	}
	switch m.src[m.at] {
	case '[':
		line := scan.LineEnd(m.src, start)
		if k := bytes.IndexByte(m.src[start:line], ']'); k > 0 && (start == m.from || !scan.IsAlphanumeric(m.src[start-1])) {
			maskEmbedded(m, start, start+k+1)
		}
	case '%':
		m.at++
		if start > m.from && !scan.IsHTMLSpace(m.src[start-1]) && m.src[start-1] != '.' && m.src[start-1] != '>' {
			return // %%name%% in an address is not a comment
		}
		limit := m.paragraph(start)
		if m.startsLine(start) && m.endsLine(start+2) {
			limit = len(m.src)
		}
		if end := m.find(start+2, limit, closePercents); end > 0 && (end == len(m.src) || !scan.IsAlphanumeric(m.src[end])) {
			maskIgnored(m, start, end)
		}
	}
}

// maskERB masks a tag of ERB, EJS and similar engines, <% … %>.
func maskERB(m *masker) bool {
	start := m.at
	if !bytes.HasPrefix(m.src[start:], []byte("<%")) {
		return false
	}
	end := m.find(start+2, len(m.src), closeERB)
	if end < 0 {
		return false
	}
	if c := m.src[start+2]; c == '#' || c == '-' && m.src[start+3] == '-' {
		maskIgnored(m, start, end)
	} else {
		m.add(start, end, start+2+len(m.src[start+2:end-2])-len(bytes.TrimLeft(m.src[start+2:end-2], "=-")), end-2)
		erbCode(m, start, end)
	}
	return true
}
