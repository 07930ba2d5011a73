package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// scissors returns the text after the marker of a snippet line of Python-Markdown, as in
// --8<-- "part.md". A semicolon before the marker disables the line.
func scissors(line []byte) (rest []byte, ok bool) {
	line = bytes.TrimLeft(line, ";")
	n := scan.RunLength(line, 0, '-')
	rest, ok = bytes.CutPrefix(line[n:], []byte("8<-"))
	return bytes.TrimLeft(rest, "-"), ok && n > 0
}

// maskSnippet masks a line that includes a file, or the lines with the names of several files
// between two markers.
func maskSnippet(m *masker, i, end int) bool {
	rest, ok := scissors(m.src[i:end])
	if !ok || len(rest) > 0 && rest[0] != ' ' {
		return false
	}
	if len(bytes.TrimSpace(rest)) == 0 {
		for at := scan.NextLine(m.src, end); at < len(m.src) && m.budget > 0; at = scan.NextLine(m.src, at) {
			line := bytes.TrimSpace(m.src[at:scan.LineEnd(m.src, at)])
			m.budget -= len(line) + 1
			if last, ok := scissors(line); ok && len(last) == 0 {
				end = scan.LineEnd(m.src, at)
				break
			}
			if len(line) == 0 {
				break
			}
		}
	}
	maskEmbedded(m, i, scan.TrimEnd(m.src, i, end))
	return true
}

// maskAbbreviation masks the definition of an abbreviation: *[HTML]: HyperText Markup Language.
// The expansion becomes the title attribute of every use of the abbreviation.
func maskAbbreviation(m *masker, i, end int) bool {
	k := bytes.Index(m.src[i:end], []byte("]:"))
	if k < 3 || bytes.IndexByte(m.src[i:i+k], '(') >= 0 {
		return false
	}
	maskIgnored(m, i, end)
	return true
}

// maskRemark masks a comment of MyST, "% text", or a break between its blocks, "+++ {…}". A
// title of Pandoc at the head of a draft also begins with a percent sign.
func maskRemark(m *masker, i, end int) bool {
	line := m.src[i:end]
	if !m.blanks(m.at, i) || i == m.from || !bytes.HasPrefix(line, []byte("% ")) && !bytes.HasPrefix(line, []byte("+++ {")) {
		return false
	}
	if n := len(m.tags); !belowBlank(m, i) && (n == 0 || m.tags[n-1].Kind != Note || m.src[m.tags[n-1].Span.Start] != '%' || !onlySpace(m, m.tags[n-1].Span.End, i)) {
		return false
	}
	maskIgnored(m, i, end)
	return true
}

func onlySpace(m *masker, from, to int) bool { return len(bytes.TrimSpace(m.src[from:to])) == 0 }

// longestDrawer is the maximum number of bytes of a drawer.
const longestDrawer = 1 << 11

// maskDrawer masks the properties of a note of Org: ":PROPERTIES:" … ":END:".
func maskDrawer(m *masker, i, end int) bool {
	name := bytes.Trim(m.src[i:end], ":")
	if len(name) < 3 || len(name) != end-i-2 || len(bytes.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_")) > 0 || string(name) == "END" {
		return false
	}
	for at := scan.NextLine(m.src, end); at < min(len(m.src), end+longestDrawer); at = scan.NextLine(m.src, at) {
		switch line := bytes.TrimSpace(m.src[at:scan.LineEnd(m.src, at)]); {
		case bytes.EqualFold(line, []byte(":END:")):
			maskIgnored(m, i, scan.TrimEnd(m.src, at, scan.LineEnd(m.src, at)))
			return true
		case len(line) == 0 || line[0] != ':' && line[0] != '-' && string(name) == "PROPERTIES":
			return false
		}
	}
	return false
}

// maskPHP masks the lines between @php and @endphp of Blade.
func maskPHP(m *masker, i, end int) bool {
	if string(m.src[i:end]) != "@php" || m.budget < 0 {
		return false
	}
	k := bytes.Index(m.src[end:], []byte("@endphp"))
	if k < 0 {
		m.budget -= len(m.src) - end
		return false
	}
	stop := end + k + len("@endphp")
	m.tags = append(m.tags, Tag{Kind: Code, Span: lint.Span{Start: i, End: stop}, Body: lint.Span{Start: end, End: end + k}})
	m.at = stop
	return true
}

// maskRestructured masks a directive of reStructuredText with its options, which are indented
// below it, and with its content if that is code.
func maskRestructured(m *masker, i, end int) bool {
	line := m.src[i:end]
	n := attributeName(line, min(3, len(line)))
	if !bytes.HasPrefix(line, []byte(".. ")) || n < 6 || !bytes.HasSuffix(line[:n], []byte("::")) {
		return false
	}
	code := isCode(string(line[3:n-2])) || string(line[3:n-2]) == "parsed-literal"
	for at := scan.NextLine(m.src, end); at < len(m.src) && m.budget > 0; at = scan.NextLine(m.src, at) {
		stop := scan.LineEnd(m.src, at)
		next := bytes.TrimRight(m.src[at:stop], " \t\r")
		m.budget -= len(next) + 1
		if indented := len(next) > 0 && (next[0] == ' ' || next[0] == '\t'); !indented && (len(next) > 0 || !code) || !code && !isOption(next) {
			break
		}
		if len(next) > 0 {
			end = at + len(next)
		}
	}
	maskEmbedded(m, i, end)
	return true
}

// maskSlashes masks the first and the last line of a block of Python-Markdown: "/// note | Title"
// and "///".
func maskSlashes(m *masker, i, end int) bool {
	line := m.src[i:end]
	n := scan.RunLength(line, 0, '/')
	if n < 3 || n < len(line) && (line[n] != ' ' || len(bytes.TrimSpace(line[n:])) == 0) {
		return false
	}
	if name := bytes.TrimSpace(line[n:]); len(name) > 0 && attributeName(name, 0) < len(name) && bytes.IndexByte(name, '|') < 0 {
		return false
	}
	maskIgnored(m, i, end)
	return true
}

// maskOrg masks a line of Org, "#+TITLE: A pear" or "#+BEGIN_QUOTE", and a source block whole.
func maskOrg(m *masker, i, end int) bool {
	name := bytes.TrimPrefix(m.src[i:end], []byte("#+"))
	n := 0
	for n < len(name) && ('A' <= name[n] && name[n] <= 'Z' || name[n] == '_') {
		n++
	}
	if len(name) == end-i || n < 4 || n < len(name) && name[n] != ':' && name[n] != ' ' {
		return false
	}
	kind, opens := bytes.CutPrefix(name[:n], []byte("BEGIN_"))
	if !opens || string(kind) != "SRC" && string(kind) != "EXAMPLE" || m.budget < 0 {
		maskIgnored(m, i, end)
		return true
	}
	closing := append([]byte("#+END_"), kind...)
	k := bytes.Index(m.src[end:], closing)
	if k < 0 {
		m.budget -= len(m.src) - end
		return false
	}
	stop := end + k + len(closing)
	m.tags = append(m.tags, Tag{Kind: Code, Span: lint.Span{Start: i, End: stop}, Body: lint.Span{Start: end, End: end + k}})
	m.at = stop
	return true
}
