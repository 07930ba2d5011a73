package template

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// isCode reports whether the content between a pair of tags with this name is code, a
// formula or the source of a drawing, judged by the words in the name.
func isCode(name string) bool {
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == '_' || r == '.' || r == '/' }) {
		switch word {
		case "highlight", "highlightjs", "crayon", "cc", "enlighter", "code", "codeblock", "codetab", "sourcecode", "prism", "prismjs", "pygments",
			"syntax", "snippet", "terminal", "console", "shell", "bash", "command", "pre", "repl", "playground",
			"math", "katex", "mathjax", "latex", "tex", "equation", "tikz",
			"mermaid", "plantuml", "uml", "graphviz", "dot", "ditaa", "chart", "chartjs", "echarts", "markmap",
			"flowchart", "sequence", "diagram", "goat", "d2", "kroki", "nomnoml", "wavedrom", "vega", "pikchr", "abc",
			"style", "stylesheet", "css", "scss", "sass", "javascript", "js", "typescript", "ts", "schema", "json", "yaml", "toml",
			"xml", "sql", "python", "ruby", "php", "java", "golang", "rust", "perl", "csharp", "cpp", "powershell":
			return true
		}
	}
	return false
}

// markCodePair merges the tag with index i, the last one in the list, with its closing tag
// and everything between them, if that is code or a comment. A fence in it is left to
// Markdown.
func markCodePair(m *masker, i int) {
	t := &m.tags[i]
	if t.pair == "" || m.src[t.Span.End-3] == '/' || m.budget < 0 {
		return
	}
	kind, pane := Code, isPane(m, t)
	switch {
	case t.pair == "comment" && len(bytes.Fields(m.src[t.Span.Start:t.Span.End])) <= 3:
		kind = Note // with arguments it shows what a reader wrote
	case !pane && !isCode(t.pair) && !writtenIn(m.src[t.Span.Start:t.Span.End]) && !capturesSample(m, t):
		return
	}
	from, bracket := t.Span.End, m.src[t.Span.Start:t.Span.Start+2]
	for at := from; ; {
		k := bytes.Index(m.src[at:], []byte(t.pair))
		if k < 0 {
			m.budget -= len(m.src) - from
			return
		}
		at += k + len(t.pair)
		open, ends := opensPair(m, at-len(t.pair), from, bracket)
		if open < 0 || at < len(m.src) && wordByte(m.src[at]) {
			continue
		}
		n := bytes.IndexByte(m.src[at:min(len(m.src), at+200)], '}')
		if body := m.src[from:open]; !ends || n < 0 || kind == Code && fenced(body) || pane && holdsMarkdown(body) {
			m.budget -= at - from
			return
		}
		end := at + n + 1
		if bytes.HasPrefix(bracket, []byte("{{")) {
			end++
		}
		t.Kind, t.Body = kind, lint.Span{Start: from, End: open}
		t.Span.End = min(end, len(m.src))
		m.at = t.Span.End
		return
	}
}

// opensPair returns the beginning of the tag whose name is at offset name, or -1 if it is
// not a tag in the same kind of brackets, and whether it is a closing tag.
func opensPair(m *masker, name, from int, bracket []byte) (open int, ends bool) {
	i := name
	if spaced := bytes.TrimRight(m.src[from:name], " "); bytes.HasSuffix(spaced, []byte("</")) || bytes.HasSuffix(spaced, []byte("%/")) {
		i, ends = from+len(spaced)-1, true
	}
	for _, sign := range [...]string{"/", "end", "end_"} {
		if bytes.HasSuffix(m.src[from:name], []byte(sign)) {
			i, ends = name-len(sign), true
		}
	}
	for i > from && (m.src[i-1] == ' ' || m.src[i-1] == '-' || m.src[i-1] == '\t') {
		i--
	}
	if bracket[1] == '{' {
		if i--; i < from || m.src[i] != '<' && m.src[i] != '%' {
			return -1, false
		}
	}
	if i -= 2; i < from || !bytes.Equal(m.src[i:i+2], bracket) {
		return -1, false
	}
	return i, ends
}

// fenced reports whether the first line that is not blank opens fenced code.
func fenced(body []byte) bool {
	body = bytes.TrimSpace(body)
	return bytes.HasPrefix(body, []byte("```")) || bytes.HasPrefix(body, []byte("~~~"))
}

// pairCode turns the content between a pair of tags with any other name into code if it
// looks like code and each tag is alone on its line. Only the innermost pairs are
// considered.
func pairCode(m *masker) {
	if len(m.tags) < 2 || m.mdx {
		return
	}
	open, merged := -1, false
	for i := range m.tags {
		t := &m.tags[i]
		if t.Kind != Plain || t.pair == "" || !m.startsLine(t.Span.Start) || !m.endsLine(t.Span.End) {
			continue
		}
		name, closes := closesPair(t.pair)
		if !closes {
			if open = i; controls(t.pair) {
				open = -1
			}
			continue
		}
		if open >= 0 && (m.tags[open].pair == name || name == "" && callsName(m, &m.tags[open])) && looksLikeCode(m.src[m.tags[open].Span.End:t.Span.Start]) {
			o := &m.tags[open]
			o.Kind, o.Body = Code, lint.Span{Start: o.Span.End, End: t.Span.Start}
			o.Span.End = t.Span.End
			merged = true
		}
		open = -1
	}
	if !merged {
		return
	}
	kept, end := m.tags[:0], 0
	for _, t := range m.tags {
		if t.Span.Start >= end {
			kept = append(kept, t)
			end = t.Span.End
		}
	}
	m.tags = kept
}

// controls reports whether a tag controls when or how often its content is shown.
func controls(name string) bool {
	switch name {
	case "if", "unless", "for", "case", "block", "with", "range", "each":
		return true
	}
	return false
}

// looksLikeCode reports whether most lines look like code and none like a sentence.
func looksLikeCode(body []byte) bool {
	code, lines := 0, 0
	for len(body) > 0 {
		end := scan.LineEnd(body, 0)
		line := body[:end]
		body = body[scan.NextLine(body, 0):]
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 {
			continue
		}
		lines++
		switch {
		case markdownLine(trimmed) || sentence(trimmed):
			return false
		case codeLine(line, trimmed):
			code++
		}
	}
	return lines > 0 && 2*code > lines
}

// markdownLine reports whether a line is Markdown or HTML and not code.
func markdownLine(line []byte) bool {
	for _, sign := range [...]string{"```", "~~~", "<", "![", "- ", "* ", "|", "> ", "[", "{{", "{%", "## "} {
		if bytes.HasPrefix(line, []byte(sign)) {
			return true
		}
	}
	return bytes.Contains(line, []byte("](")) || strong(line)
}

// strong reports whether a line has text in bold. Two asterisks without a closing pair are more
// likely a pointer in C.
func strong(line []byte) bool {
	_, rest, found := bytes.Cut(line, []byte("**"))
	k := bytes.Index(rest, []byte("**"))
	return found && k > 0 && rest[0] != ' ' && rest[k-1] != ' '
}

// sentence reports whether a line reads like a sentence: words, and a full stop or the
// like at its end.
func sentence(line []byte) bool {
	if bytes.HasPrefix(line, []byte("//")) || line[0] == '#' {
		return false
	}
	last := line[len(line)-1]
	words := len(bytes.Fields(line))
	if words >= 4 && (last == '.' || last == '!' || last == '?' || last == ',') {
		return true
	}
	return words >= 8 && !bytes.ContainsAny(line, "=(){}<>;|$/\\\"")
}

// codeLine reports whether a line has features that only code has.
func codeLine(line, trimmed []byte) bool {
	switch last := trimmed[len(trimmed)-1]; last {
	case ';', '{', '}':
		return true
	}
	for _, sign := range [...]string{" = ", " := ", " == ", "=>", "->", "()", "();", "&&", "||", "{\"", "\": "} {
		if bytes.Contains(trimmed, []byte(sign)) {
			return true
		}
	}
	for _, sign := range [...]string{"$ ", "//", "#!", "import ", "from ", "def ", "func ", "return ", "let ", "const ", "var ", "sudo ", "@"} {
		if bytes.HasPrefix(trimmed, []byte(sign)) {
			return sign != "from " && sign != "let " || !bytes.HasSuffix(trimmed, []byte(","))
		}
	}
	return (line[0] == ' ' || line[0] == '\t') && bytes.IndexByte(trimmed, '(') > 0 && bytes.HasSuffix(trimmed, []byte(")"))
}
