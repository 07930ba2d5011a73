package template

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
)

// maskLine processes the beginning of a line: a blank line ends a paragraph and thereby the
// code spans in it; a fence is skipped together with its code.
func maskLine(m *masker) {
	i, quoted, marker := m.at, false, false
	for i < len(m.src) {
		switch c := m.src[i]; {
		case c == ' ' || c == '\t' || c == '\r':
			i++
			continue
		case c == '>':
			quoted = true
			i++
			continue
		case !marker && i+1 < len(m.src) && (c == '-' || c == '*' || c == '+') && m.src[i+1] == ' ':
			marker = true
			i += 2
			continue
		case !marker && '0' <= c && c <= '9':
			if n := orderedMarker(m.src[i:]); n > 0 {
				marker = true
				i += n
				continue
			}
		}
		break
	}
	if i == len(m.src) || m.src[i] == '\n' {
		m.ticks = 0
		return
	}
	if c := m.src[i]; c == '`' || c == '~' {
		maskFence(m, i, c, quoted)
	} else if m.found&signLine != 0 && lineSigns[c] && maskDirective(m, i, quoted) {
		return
	} else if m.mdx && i == m.at {
		maskModule(m)
	}
}

// orderedMarker returns the length of "12. " at the beginning of s, or 0.
func orderedMarker(s []byte) int {
	i := 0
	for i < len(s) && i < 9 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' ' {
		return i + 2
	}
	return 0
}

// maskFence skips fenced code if it opens at i. Of the containers around it, only
// quotations are considered, since the end of a quotation ends the code in it.
func maskFence(m *masker, i int, c byte, quoted bool) {
	n := scan.RunLength(m.src, i, c)
	end := scan.LineEnd(m.src, i)
	if n < 3 || c == '`' && bytes.IndexByte(m.src[i+n:end], '`') >= 0 {
		return
	}
	for at := scan.NextLine(m.src, end); ; at = scan.NextLine(m.src, at) {
		if at >= len(m.src) {
			m.at = len(m.src)
			return
		}
		k, prefix := at, false
		for k < len(m.src) && (m.src[k] == ' ' || m.src[k] == '\t' || m.src[k] == '>') {
			prefix = prefix || m.src[k] == '>'
			k++
		}
		if quoted && !prefix {
			m.at = at
			maskLine(m)
			return
		}
		if l := scan.RunLength(m.src, k, c); l >= n && m.endsLine(k+l) {
			m.at = scan.LineEnd(m.src, k+l)
			return
		}
	}
}

// skipCode skips a code span if one opens here.
func skipCode(m *masker) {
	n := scan.RunLength(m.src, m.at, '`')
	from := m.at + n
	m.at = from
	if n >= 64 || m.ticks&(1<<n) != 0 {
		return
	}
	end := m.paragraph(from)
	for i := from; i < end; {
		k := bytes.IndexByte(m.src[i:end], '`')
		if k < 0 {
			break
		}
		i += k
		l := scan.RunLength(m.src, i, '`')
		if i += l; l == n {
			m.at = i
			return
		}
	}
	m.ticks |= 1 << n
}
