package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
)

// maskDialect masks what some programs write in single braces: output and includes, {!! … !!}
// and {! … !}; in CriticMarkup, remarks {>> … <<}, what was deleted {-- … --} or replaced
// {~~ … ~> … ~~}.
func maskDialect(m *masker, start int) bool {
	s := m.src[start:]
	for _, d := range [...]struct {
		open   string
		closes closer
	}{
		{"{!!", closeBlade}, {"{!", closeInclude}, {"{>>", closeRemark}, {"{--", closeDeleted}, {"{~~", closeReplaced},
	} {
		if !bytes.HasPrefix(s, []byte(d.open)) {
			continue
		}
		end := m.find(start+len(d.open), m.paragraph(start), d.closes)
		switch {
		case end < 0:
			return false
		case d.closes == closeRemark || d.closes == closeDeleted:
			maskIgnored(m, start, end)
		default:
			maskEmbedded(m, start, end)
		}
		return true
	}
	return false
}

// maskSvelte masks a tag of Svelte: a block {#if …}, {:else}, {/if}, or {@html …}.
func maskSvelte(m *masker, start int) bool {
	if m.o.Format == lint.PlainText {
		return false
	}
	n := start + 2
	for n < len(m.src) && 'a' <= m.src[n] && m.src[n] <= 'z' {
		n++
	}
	if n == len(m.src) || m.src[n] != ' ' && (m.src[n] != '}' || m.src[start+1] == '#' || m.src[start+1] == '@') {
		return false
	}
	if !svelteTag(m.src[start+1], string(m.src[start+2:n])) {
		return false
	}
	limit := m.paragraph(start)
	if end := balancedEnd(m, start); end > 0 && end <= limit {
		maskEmbedded(m, start, end)
		return true
	}
	return false
}

func svelteTag(sign byte, word string) bool {
	switch word {
	case "if", "each", "await", "key", "snippet":
		return sign == '#' || sign == '/'
	case "else", "then", "catch":
		return sign == ':'
	case "html", "const", "debug", "render", "attach":
		return sign == '@'
	}
	return false
}

// maskComponent masks the tag of a component of Svelte, Vue or Astro whose attributes have
// expressions that are not HTML, such as on:click={() => go("x")}, so that Markdown would
// take the tag for text.
func maskComponent(m *masker) bool {
	s := m.src[m.at:min(len(m.src), m.at+longest)]
	if m.o.Format != lint.Markdown || len(s) < 3 || s[1] < 'A' || s[1] > 'Z' || m.budget < 0 {
		return false
	}
	end := bytes.IndexByte(s, '>')
	if end < 0 {
		end = len(s)
	}
	if m.budget -= end / 16; !bytes.Contains(s[:end], []byte("={")) {
		return false
	}
	start, n := m.at, len(m.tags)
	if !maskJSX(m) {
		return false
	}
	if tag := m.src[start:m.at]; !spaced(tag) || bytes.Contains(tag, []byte("\n\n")) {
		m.tags, m.at = m.tags[:n], start
		return false
	}
	m.tags[n] = Tag{Span: lint.Span{Start: start, End: m.at}}
	return true
}

// spaced reports whether an expression among the attributes of a tag has a byte that ends a
// value without quotation marks in HTML.
func spaced(tag []byte) bool {
	depth := 0
	for _, c := range tag {
		switch c {
		case '{':
			depth++
		case '}':
			depth--
		case ' ', '\t', '\n', '"', '\'', '=', '<', '>', '`':
			if depth > 0 {
				return true
			}
		}
	}
	return false
}

// macros are the commands of LaTeX whose arguments are not prose: names, numbers, formulas.
func isMacro(name string) bool {
	switch name {
	case "cite", "citep", "citet", "citeauthor", "citeyear", "parencite", "textcite", "autocite", "nocite",
		"ref", "eqref", "autoref", "cref", "Cref", "pageref", "nameref", "vref", "label", "tag", "gls", "ce", "SI", "si", "num", "unit", "qty",
		"includegraphics", "input", "include", "bibliography", "bibliographystyle", "usepackage", "newcommand", "renewcommand",
		"providecommand", "DeclareMathOperator", "def", "url", "hypertarget", "vspace", "hspace", "setlength":
		return true
	}
	return false
}

// maskMacro masks a command of LaTeX with its arguments.
func maskMacro(m *masker, start int) bool {
	n := start + 1
	for n < len(m.src) && ('a' <= m.src[n]|0x20 && m.src[n]|0x20 <= 'z') {
		n++
	}
	if n == len(m.src) || m.src[n] != '{' && m.src[n] != '[' || !isMacro(string(m.src[start+1:n])) {
		return false
	}
	limit, end := m.paragraph(start), -1
	for n < limit && m.budget > 0 {
		c, k := m.src[n], -1
		switch c {
		case '{':
			k = balancedEnd(m, n)
		case '[':
			if k = bytes.IndexByte(m.src[n:limit], ']'); k > 0 {
				k += n + 1
			}
		}
		if k < 0 || k > limit {
			break
		}
		if n = k; c == '{' {
			end = n
		}
	}
	if end < 0 {
		return false
	}
	maskEmbedded(m, start, end)
	return true
}
