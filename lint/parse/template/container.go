package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// maskColons masks a container fence or a directive on a separate line: “::: tip "Title"”,
// “:::note{title="…"}”, “::youtube{id="…"}”. A container of code is masked whole.
func maskColons(m *masker, i, end int) bool {
	n := scan.RunLength(m.src, i, ':')
	name := attributeName(m.src[:end], i+n)
	switch {
	case n >= 3:
		if maskContainer(m, i, end, n) {
			return true
		}
		maskIgnored(m, i, optionsEnd(m, i+n, end))
		return true
	case n == 2 && i+2 == end:
		maskIgnored(m, i, end)
		return true
	case n == 2 && name > i+2 && (name == end || m.src[name] == '{' || m.src[name] == '[') && (name == end || m.src[end-1] == '}' || m.src[end-1] == ']'):
		maskEmbedded(m, i, dataEnd(m, end))
		return true
	}
	return false
}

// mostData is the number of lines of YAML that a component may begin with.
const mostData = 40

// dataEnd returns the end of the YAML between lines of dashes below the first line of a
// component of Nuxt, or the end of that line.
func dataEnd(m *masker, end int) int {
	at := scan.NextLine(m.src, end)
	for k := 0; k < mostData && at < len(m.src); k++ {
		stop := scan.LineEnd(m.src, at)
		if dashes := string(bytes.TrimSpace(m.src[at:stop])) == "---"; k == 0 && !dashes {
			break
		} else if k > 0 && dashes {
			return scan.TrimEnd(m.src, at, stop)
		}
		at = scan.NextLine(m.src, stop)
	}
	return end
}

// maskContainer masks a container whose name says that it holds code, a drawing or data:
// ":::{code-block} python", "::: mermaid". It ends at a line with as many colons.
func maskContainer(m *masker, i, end, colons int) bool {
	rest := bytes.TrimLeft(m.src[i+colons:end], " {.")
	name := rest[:attributeName(rest, 0)]
	if !isCode(string(name)) && !isData(string(name)) || m.budget < 0 {
		return false
	}
	from := scan.NextLine(m.src, end)
	for at := from; at < len(m.src); at = scan.NextLine(m.src, at) {
		line := bytes.TrimSpace(m.src[at:scan.LineEnd(m.src, at)])
		if n := scan.RunLength(line, 0, ':'); n < colons || n < len(line) {
			continue
		}
		if body := m.src[from:at]; bytes.Contains(body, []byte("```")) || bytes.Contains(body, []byte("~~~")) {
			return false
		}
		stop := scan.LineEnd(m.src, at)
		m.tags = append(m.tags, Tag{Kind: Code, Span: lint.Span{Start: i, End: stop}, Body: lint.Span{Start: from, End: at}})
		m.at = stop
		return true
	}
	m.budget -= len(m.src) - from
	return false
}

// isData reports whether a directive of MyST with this name holds data or another markup.
func isData(name string) bool {
	switch name {
	case "toctree", "csv-table", "eval-rst", "bibliography", "literalinclude", "program-output", "autosummary", "raw":
		return true
	}
	return false
}

// optionsEnd returns the end of the options below the first line of a directive of MyST,
// ":::{figure} a.png": lines such as ":alt: A pear".
func optionsEnd(m *masker, name, end int) int {
	if rest := bytes.TrimLeft(m.src[name:end], " "); len(rest) == 0 || rest[0] != '{' {
		return end
	}
	for {
		next := scan.NextLine(m.src, end)
		if next >= len(m.src) || !isOption(m.src[next:scan.LineEnd(m.src, next)]) {
			return end
		}
		end = scan.TrimEnd(m.src, next, scan.LineEnd(m.src, next))
	}
}

// isOption reports whether a line is an option of a directive: ":name: value".
func isOption(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	if len(line) < 3 || line[0] != ':' {
		return false
	}
	n := 1
	for n < len(line) && (scan.IsAlphanumeric(line[n]) || line[n] == '-' || line[n] == '_') {
		n++
	}
	return n > 1 && n < len(line) && line[n] == ':' && (n+1 == len(line) || line[n+1] == ' ' || line[n+1] == '\r')
}
