package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// maskDirective masks a line of markup that begins at offset i, after list and quotation
// markers; quoted says whether there is a quotation marker.
func maskDirective(m *masker, i int, quoted bool) bool {
	end := scan.TrimEnd(m.src, i, scan.LineEnd(m.src, i))
	line := m.src[i:end]
	switch line[0] {
	case ':':
		return maskColons(m, i, end) || maskDrawer(m, i, end)
	case '-', ';':
		return maskSnippet(m, i, end)
	case '*':
		return maskAbbreviation(m, i, end)
	case '/':
		return maskSlashes(m, i, end)
	case '#':
		return maskOrg(m, i, end)
	case '%', '+':
		return !quoted && maskRemark(m, i, end)
	case '!', '?', '=':
		if line[0] == '=' && maskMarked(m, i, end) {
			return true
		}
		if !quoted && admonition(line) && isBoxed(m, i, end, line) {
			m.tags = append(m.tags, Tag{Kind: Admonition, inline: true, Span: lint.Span{Start: i, End: end}})
			m.at = end
			return true
		}
	case '<':
		if bytes.HasPrefix(line, []byte("<<< ")) && len(line) > 4 && bytes.IndexByte([]byte("@./"), line[4]) >= 0 {
			maskEmbedded(m, i, end)
			return true
		}
	case '@':
		n := attributeName(line, 1)
		if n > 1 && n < len(line) && line[n] == '(' && line[len(line)-1] == ')' {
			maskEmbedded(m, i, end)
			return true
		}
		return maskPHP(m, i, end)
	case '.':
		return maskRestructured(m, i, end)
	case '\\':
		n := attributeName(line, 1)
		if n > 1 && n < len(line) && line[n] == '{' && line[len(line)-1] == '}' && !bytes.HasPrefix(line, []byte(`\begin`)) {
			maskEmbedded(m, i, end)
			return true
		}
	case '[':
		return quoted && maskCallout(m, i, end)
	}
	return false
}

// admonition reports whether a line opens an admonition of Python-Markdown or a related
// dialect: “!!! note "Title"”, “??? tip”, “=== "Tab"”. The type is in lower case and is
// followed by further types or by a title in quotation marks.
func admonition(line []byte) bool {
	n := scan.RunLength(line, 0, line[0])
	if n != 3 {
		return false
	}
	rest := line[3:]
	if len(rest) > 0 && (rest[0] == '+' || rest[0] == '!') {
		rest = rest[1:]
	}
	if len(rest) == 0 || rest[0] != ' ' {
		return false
	}
	for rest = bytes.TrimSpace(rest); len(rest) > 0; rest = bytes.TrimLeft(rest, " ") {
		if rest[0] == '"' {
			return len(rest) > 1 && bytes.IndexByte(rest[1:], '"') == len(rest)-2
		}
		if line[0] == '=' || rest[0] < 'a' || rest[0] > 'z' {
			return false
		}
		k := attributeName(rest, 0)
		if k < len(rest) && rest[k] != ' ' {
			return false
		}
		rest = rest[k:]
	}
	return true
}

// isBoxed reports whether a title in quotation marks or an indented next line shows that
// a line opens an admonition and is not just text with exclamation marks.
func isBoxed(m *masker, i, end int, line []byte) bool {
	if line[len(line)-1] == '"' {
		return true
	}
	indent := i - (bytes.LastIndexByte(m.src[m.from:i], '\n') + 1 + m.from)
	for next := scan.NextLine(m.src, end); next < len(m.src); next = scan.NextLine(m.src, next) {
		if len(bytes.TrimSpace(m.src[next:scan.LineEnd(m.src, next)])) > 0 {
			return scan.RunLength(m.src, next, ' ') >= indent+4 || scan.RunLength(m.src, next, '\t') > 0
		}
	}
	return false
}

// maskCallout masks the title of a callout, “[!note] "Title"”, whose quotation marks are
// markup.
func maskCallout(m *masker, i, end int) bool {
	k := bytes.IndexByte(m.src[i:end], ']')
	if k < 3 || m.src[i+1] != '!' || bytes.IndexByte(m.src[i:i+k], ' ') >= 0 {
		return false
	}
	from := i + k + 1
	for from < end && (m.src[from] == ' ' || m.src[from] == '-' || m.src[from] == '+') {
		from++
	}
	if end-from < 2 || m.src[from] != '"' || m.src[end-1] != '"' {
		return false
	}
	maskIgnored(m, from, end)
	return true
}
