package links

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed unresolved_reference.txtar
var unresolvedReferenceDocs string

// UnresolvedReference flags brackets that were to become a link and did not.
var UnresolvedReference = &lint.Rule{
	Name:     "unresolved-reference",
	Family:   lint.LinksFamily,
	Summary:  "a link in brackets has no target",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "CommonMark 0.31.2, section 6.3 Links: a reference needs a definition",
		URL:    "https://spec.commonmark.org/0.31.2/#reference-link",
	},
	Docs: unresolvedReferenceDocs,
	New:  func() lint.Checker { return &unresolvedReference{} },
}

type unresolvedReference struct{}

// Check looks at brackets that are still text after parsing: what Markdown could
// resolve is a link by then.
func (unresolvedReference) Check(p *lint.Pass) {
	for _, block := range p.Doc.Prose() {
		text := block.Text.String()
		if n := button(text); n > 0 {
			report(p, block.Text, 0, n)
			continue
		}
		if !p.Doc.Can(lint.LinksByReference) {
			continue
		}
		for i := 0; i < len(text); i++ {
			j := strings.IndexByte(text[i:], '[')
			if j < 0 {
				break
			}
			i += j
			if n := reference(text[i:]); n > 0 && !index(text[:i], text[i:i+n]) && !block.Marked(lint.MarkCode, i) && !escaped(p.Doc.Source, block.Text, i) {
				report(p, block.Text, i, i+n)
				i += n - 1
			}
		}
	}
}

func report(p *lint.Pass, text lint.Text, start, end int) {
	p.Report(lint.Finding{
		Span:    text.Span(start, end),
		Message: fmt.Sprintf("“%s” has no target; add the address or drop the brackets", lint.Shorten(text.Slice(start, end), 48)),
	})
}

// reference returns the length of "[text][label]", "[text][]" or "[text] (address)"
// at the start of text, or 0. Brackets alone are left to the writer: they mark
// changes in a quotation, gaps and citations.
func reference(text string) int {
	inner := strings.IndexAny(text[1:], "[]")
	if inner <= 0 || text[1+inner] != ']' {
		return 0
	}
	words, rest := text[1:1+inner], text[inner+2:]
	if !strings.ContainsFunc(words, unicode.IsLetter) {
		return 0
	}
	switch {
	case strings.HasPrefix(rest, "["):
		if end := strings.IndexAny(rest[1:], "[]"); end >= 0 && rest[1+end] == ']' && label(rest[1:1+end]) && !symbols(words, rest[1:1+end]) {
			return inner + 2 + end + 2
		}
	case strings.HasPrefix(rest, " (http"), strings.HasPrefix(rest, " (www."):
		if end := strings.IndexByte(rest, ')'); end > 0 && !strings.Contains(rest[2:end], " ") {
			return inner + 2 + end + 1
		}
	}
	return 0
}

// label reports whether s may be the label of a reference rather than the index of
// an array or a second remark in brackets. What a template puts in is not known.
func label(s string) bool {
	return len(s) <= 40 && !strings.ContainsAny(s, "+*=;{}$") && !strings.ContainsRune(s, lint.Object)
}

// index reports whether brackets behind a text are the index of what it ends in, as in
// a[i][j]. In scripts without spaces any link stands right behind a letter.
func index(before, brackets string) bool {
	if before == "" || strings.ContainsAny(brackets, " -") || len(brackets) > 24 {
		return false
	}
	c := before[len(before)-1]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == ']'
}

// symbols reports whether two pairs of brackets hold something other than words and a
// label: keys ([Ctrl][Shift]), sets of characters ([a-z][0-9]), or an aside with a note
// behind it ([sic][1]).
func symbols(words, label string) bool {
	if set(words) && (set(label) || label == "") {
		return true
	}
	if words == strings.ToLower(words) && len(words) <= 3 && label != "" && strings.Trim(label, "0123456789") == "" {
		return true
	}
	return key(words) && key(label) && !strings.EqualFold(words, label)
}

// set reports whether s is a set of characters as regular expressions write it.
func set(s string) bool {
	return len(s) >= 3 && (s[1] == '-' || s[0] == '^' || s[0] == '\\') && !strings.Contains(s, " ")
}

// key reports whether s is what stands on a key: one capitalised word.
func key(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(s) <= 12 && !strings.ContainsAny(s, " .,")
}

// button returns the length of a block that is nothing but "[Read the report]", or
// 0: what is left of a button when a page is pasted as text.
func button(text string) int {
	if len(text) < 4 || text[0] != '[' || strings.IndexByte(text, ']') != len(text)-1 {
		return 0
	}
	fields := strings.Fields(text[1 : len(text)-1])
	if len(fields) < 2 || len(fields) > 10 {
		return 0
	}
	if language.SharedPack().Words("button-verbs").HasWord(fields[0]) {
		return len(text)
	}
	return 0
}

// escaped reports whether the writer put a backslash before the bracket.
func escaped(source *lint.Source, text lint.Text, i int) bool {
	return source.Slice(text.Span(i, i+1)) != "["
}
