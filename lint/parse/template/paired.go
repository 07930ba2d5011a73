package template

import (
	"bytes"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// maskMustache turns a block of Handlebars with code in it into code: {{#code}} … {{/code}}.
func maskMustache(m *masker, start int) {
	if !m.tag(start, 2, closeOutput) || m.src[start+2] != '#' {
		return
	}
	n := start + 3
	for n < len(m.src) && wordByte(m.src[n]) {
		n++
	}
	name := m.src[start+3 : n]
	if !isCode(string(name)) || m.budget < 0 {
		return
	}
	from := m.at
	closing := "{{/" + string(name) + "}}"
	k := bytes.Index(m.src[from:], []byte(closing))
	if k < 0 {
		m.budget -= len(m.src) - from
		return
	}
	codeUpTo(m, from, from+k, from+k+len(closing))
}

// codeUpTo turns the last tag and what follows it up to end into code with the body
// [from, to), unless that opens a fence.
func codeUpTo(m *masker, from, to, end int) {
	if fenced(m.src[from:to]) {
		return
	}
	t := &m.tags[len(m.tags)-1]
	t.Kind, t.Body, t.Span.End = Code, lint.Span{Start: from, End: to}, end
	m.at = end
}

// called masks the body of a shortcode of Zola if it is code. Such a tag has round brackets
// after its name, and is closed by {% end %}, whatever its name.
func called(m *masker, t *Tag) {
	if t.Kind != Plain || !isCode(t.pair) || !callsName(m, t) {
		return
	}
	if open, end := bareEnd(m, m.at, "{%", "%}"); open >= 0 {
		codeUpTo(m, m.at, open, end)
	}
}

// callsName reports whether round brackets follow the name of a tag: {% name(key=1) %}.
func callsName(m *masker, t *Tag) bool {
	_, rest, found := bytes.Cut(m.src[t.Span.Start:t.Span.End], []byte(t.pair))
	return found && t.pair != "" && len(rest) > 0 && rest[0] == '('
}

// bareEnd returns the span of the next tag after offset from that consists of the word end,
// or -1.
func bareEnd(m *masker, from int, opener, closer string) (open, end int) {
	for at := from; m.budget > 0; {
		k := bytes.Index(m.src[at:], []byte(opener))
		if k < 0 {
			m.budget -= len(m.src) - from
			break
		}
		open = at + k
		at = open + len(opener)
		inner := bytes.TrimLeft(m.src[at:min(len(m.src), at+32)], "- \t")
		if rest, is := bytes.CutPrefix(inner, []byte("end")); is {
			rest = bytes.TrimLeft(rest, "- \t")
			if bytes.HasPrefix(rest, []byte(closer)) {
				return open, at + bytes.Index(m.src[at:], []byte(closer)) + len(closer)
			}
		}
	}
	return -1, -1
}

// erbCode masks the block of an ERB tag if it is code: <% code("ruby") do %> … <% end %>.
func erbCode(m *masker, start, end int) {
	inner := bytes.Trim(m.src[start+2:end-2], "-= \t\r\n")
	n := 0
	for n < len(inner) && (scan.IsAlphanumeric(inner[n]) || inner[n] == '_') {
		n++
	}
	if !bytes.HasSuffix(inner, []byte(" do")) || !isCode(string(inner[:n])) {
		return
	}
	if open, after := bareEnd(m, end, "<%", "%>"); open >= 0 {
		codeUpTo(m, end, open, after)
	}
}

// capturesSample reports whether a tag of Liquid or Nunjucks keeps what follows under a name that
// samples of markup have: {% capture card_example %}, {% set codeBlock %}.
func capturesSample(m *masker, t *Tag) bool {
	_, name, found := bytes.Cut(m.src[t.Span.Start:t.Span.End], []byte(t.pair+" "))
	if t.pair != "capture" && t.pair != "set" || !found || bytes.IndexByte(name, '=') >= 0 {
		return false
	}
	for word := range bytes.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n := bytes.IndexFunc(word, unicode.IsUpper); n > 0 {
			word = word[:n] // codeBlock
		}
		switch string(word) {
		case "example", "examples", "demo", "sample", "snippet", "markup", "html", "code":
			return true
		}
	}
	return false
}

// maskMarked turns the lines between two markers that only some sites use into code: =CODE_START= … =CODE_END=.
func maskMarked(m *masker, i, end int) bool {
	open := m.src[i:end]
	closing := bytes.Replace(bytes.Replace(open, []byte("START"), []byte("END"), 1), []byte("BEGIN"), []byte("END"), 1)
	if !bytes.HasPrefix(open, []byte("=CODE")) || bytes.Equal(open, closing) || m.budget < 0 {
		return false
	}
	k := bytes.Index(m.src[end:], append([]byte("\n"), closing...))
	if k < 0 {
		m.budget -= len(m.src) - end
		return false
	}
	body := lint.Span{Start: min(end+1, end+k), End: end + k}
	m.tags = append(m.tags, Tag{Kind: Code, Span: lint.Span{Start: i, End: end + k + 1 + len(closing)}, Body: body})
	m.at = end + k + 1 + len(closing)
	return true
}

// isPane reports whether a tag is the one of Docsy that shows the content of its tabs as code,
// as it does unless an argument says that they contain text.
func isPane(m *masker, t *Tag) bool {
	tag := m.src[t.Span.Start:t.Span.End]
	return t.pair == "tabpane" && !bytes.Contains(tag, []byte("text=true")) && !bytes.Contains(tag, []byte(`text="true"`))
}

// holdsMarkdown reports whether the tabs in a pane have fences or are written in the brackets
// of tags with Markdown between them.
func holdsMarkdown(body []byte) bool {
	return bytes.Contains(body, []byte("```")) || bytes.Contains(body, []byte("{{%"))
}

// writtenIn reports whether an argument of a tag names a language of programs:
// [cc lang="php"], {{< listing language=go >}}.
func writtenIn(tag []byte) bool {
	for _, key := range [...]string{"lang=", "language="} {
		k := bytes.Index(tag, []byte(key))
		if k < 1 || tag[k-1] != ' ' {
			continue
		}
		value := bytes.Trim(tag[k+len(key):], "\"'")
		n := 0
		for n < len(value) && (scan.IsAlphanumeric(value[n]) || value[n] == '+' || value[n] == '#') {
			n++
		}
		if isProgramming(string(bytes.ToLower(value[:n]))) {
			return true
		}
	}
	return false
}

// isProgramming reports whether a value names a programming language rather than a natural
// one: "go" and "sh" are codes of both, but no site is written in these.
func isProgramming(name string) bool {
	switch name {
	case "html", "c", "c++", "c#", "go", "sh", "zsh", "py", "rb", "jsx", "tsx", "swift", "kotlin", "lua", "haskell",
		"plain", "plaintext", "text", "http", "ini", "diff", "docker", "dockerfile", "makefile", "scala", "clojure", "vue", "graphql":
		return true
	}
	return isCode(name)
}
