package links

import (
	_ "embed"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed unresolved_reference.txtar
var unresolvedReferenceDocs string

// UnresolvedReference flags brackets that were meant to be a link.
var UnresolvedReference = &lint.Rule{
	Name:     "unresolved-reference",
	Family:   lint.LinksFamily,
	Summary:  "a link in brackets has no target",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "CommonMark 0.31.2, section 6.3 Links: a reference needs a definition",
		URL:    "https://spec.commonmark.org/0.31.2/#reference-link",
	},
	Structure: true,
	Docs:      unresolvedReferenceDocs,
	New:       func() lint.Checker { return &unresolvedReference{} },
}

type unresolvedReference struct{}

// Check looks at brackets that are still text after parsing; those that Markdown could
// resolve are links by then.
func (unresolvedReference) Check(p *lint.Pass) {
	d := definitions{p: p}
	for _, block := range p.Doc.Prose() {
		text := block.Text.String()
		if n := button(text); n > 0 && p.Doc.Can(lint.ParagraphsByLines) && !block.Marked(lint.MarkLink, 1) {
			report(p, block.Text, 0, n, "“%s” has no target; add the address or drop the brackets")
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
			start, n, message := failed(text, i)
			if message == spaces && p.Site.SpacedAddresses() || message == noTarget && p.Site != nil && p.Site.Redcarpet && strings.HasSuffix(text[:i+n], ")") {
				continue
			}
			if n == 0 || block.Marked(lint.MarkCode, i) || block.Marked(lint.MarkLink, i) || escaped(p.Doc.Source, block.Text, i) || message == noTarget && index(text[:i], text[i:i+n]) {
				continue
			}
			switch message {
			case noTarget:
				message = d.cause(block, i, n)
			case inHTML:
				if !rawHTML(p) || !inBlock(p.Doc.Source.Bytes[:block.Text.Span(i, i+1).Start]) {
					message = ""
				}
			}
			if message != "" {
				report(p, block.Text, start, i+n, message)
			}
			if i += n - 1; message == inHTML {
				break // at most one finding for each block
			}
		}
	}
}

// The messages about a reference without a definition, and about one with a definition
// that Markdown does not apply.
const (
	noTarget = "“%s” has no target; add the address or drop the brackets"
	inHTML   = "“%s” is in an HTML block, where Markdown is not read; put a blank line before it"
	spaceIn  = "“%s” is not a link, because the address of its definition has a space; write %%20 for it"
	open     = "“%s” is not a link, because nothing closes its address; add “)” after it"
	cutOff   = "“%s” is not a link, because its address breaks off; write the whole address and “)”"
	spaces   = "“%s” is not a link, because its address has a space; write %%20 for it or put the address in < >"
)

// cause returns the message about the reference of n bytes at block.Text[i], or "" if it
// may become a link after all.
func (d *definitions) cause(block *lint.Block, i, n int) string {
	if block.Marked(lint.MarkLink, i+1) {
		return "" // brackets around a link
	}
	switch d.of(block.Text.Slice(i, i+n)) {
	case undefined:
		return noTarget
	case spacious:
		return spaceIn
	case defined:
		if belowTag(d.p.Doc.Source.Bytes[:block.Text.Span(i, i+1).Start]) {
			return inHTML
		}
	case elsewhere:
	}
	return ""
}

func report(p *lint.Pass, text lint.Text, start, end int, message string) {
	shared := ""
	if label := labelOf(text.Slice(start, end)); message == noTarget && strings.ContainsFunc(label, unicode.IsLetter) {
		shared = label // a number is another label in each draft
	}
	if message == inHTML {
		shared = message // where many drafts have it, what builds the site may read Markdown there
	}
	together := "%d links in brackets have no target; add the addresses or drop the brackets"
	switch message {
	case spaces:
		together = "%d links do not work, because of a space in the address; write %%20 for it or put the address in < >"
	case inHTML:
		together = "%d links are in HTML blocks, where Markdown is not read; put blank lines before them"
	case open, cutOff:
		together = "%d links do not work, because nothing closes their addresses; add “)” after them"
	}
	p.Report(lint.Finding{
		Span:     text.Span(start, end),
		Shared:   shared,
		Message:  fmt.Sprintf(message, lint.Shorten(text.Slice(start, end), 48)),
		Together: together,
	})
}

// failed returns the extent of a failed link or image at the bracket text[i], which may
// begin before the bracket, and the message; n is 0 if there is none. The message names
// the cause: a space in the address, the two kinds of brackets swapped, or no definition.
func failed(text string, i int) (start, n int, message string) {
	if i > 0 && text[i-1] == ')' && (strings.HasPrefix(text[i:], "[http") || strings.HasPrefix(text[i:], "[www.")) {
		end := strings.IndexByte(text[i:], ']')
		open := strings.LastIndexByte(text[:i-1], '(')
		if end > 0 && open >= 0 && !strings.ContainsAny(text[i:i+end], " \n") {
			return open, end + 1, "“%s” has its brackets the wrong way round; put the words in [ ] and the address in ( )"
		}
	}
	if n := spaced(text[i:]); n > 0 {
		return i, n, spaces
	}
	if n := complete(text[i:]); n > 0 {
		return i, n, inHTML
	}
	if n := unclosed(text[i:]); n > 0 {
		if _, host, _ := strings.Cut(text[i:i+n], "://"); !strings.Contains(host, ".") {
			return i, n, cutOff
		}
		return i, n, open
	}
	if strings.HasSuffix(text[:i], "_") {
		return i, 0, noTarget // a part of a name to be filled in: sp_[Action][Table]
	}
	return i, reference(text[i:]), noTarget
}

// spaced returns the length of "[text](my file.pdf)" at the start of text, or 0: a path
// or an address with a space, in parentheses directly after the brackets.
func spaced(text string) int {
	inner := strings.IndexAny(text[1:], "[]\n")
	if inner < 0 || !strings.HasPrefix(text[1+inner:], "](") {
		return 0
	}
	from := inner + len("[](")
	end := strings.IndexAny(text[from:], "()\n")
	if end <= 0 || text[from+end] != ')' {
		return 0
	}
	address := text[from : from+end]
	if !strings.Contains(address, " ") || strings.ContainsAny(address, "<>{}$") || strings.ContainsRune(address, lint.Object) {
		return 0
	}
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		return from + end + 1
	}
	if strings.ContainsAny(address, "\"'") {
		return 0
	}
	ext := path.Ext(address)
	if len(ext) < len(".md") || len(ext) > len(".xhtml") || strings.ContainsFunc(ext[1:], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return 0
	}
	return from + end + 1
}

// reference returns the length of "[text][label]", "[text][]" or "[text] (address)" at the
// start of text, or 0. Brackets alone have other uses: they mark changes in a quotation,
// gaps and citations.
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
	case strings.HasPrefix(rest, " ("):
		if end := strings.IndexByte(rest, ')'); end > 0 && isAddressed(rest[2:end]) {
			return inner + 2 + end + 1
		}
	}
	return 0
}

// isAddressed reports whether the content of brackets is an address or a file path.
func isAddressed(s string) bool {
	if strings.ContainsAny(s, " \n") {
		return false
	}
	if strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") {
		return true
	}
	return strings.Contains(s, "/") && file(s) != ""
}

// label reports whether s may be the label of a reference rather than an array index or
// another remark in brackets. Template output is unknown.
func label(s string) bool {
	return len(s) <= 40 && !strings.ContainsAny(s, "+*=;{}$") && !strings.ContainsRune(s, lint.Object)
}

// index reports whether brackets after a text are an index into the expression before, as
// in a[i][j]. In scripts without spaces, any link may directly follow a letter.
func index(before, brackets string) bool {
	if before == "" || strings.ContainsAny(brackets, " -") || len(brackets) > 24 {
		return false
	}
	c := before[len(before)-1]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == ']'
}

// symbols reports whether two pairs of brackets contain something other than text and a
// label: keys ([Ctrl][Shift]), character sets ([a-z][0-9]), or an aside followed by a note
// ([sic][1]).
func symbols(words, label string) bool {
	if set(words) && (set(label) || label == "") {
		return true
	}
	if len(words) == 1 && len(label) == 1 && words != label {
		return true // the indices of a matrix
	}
	if words == strings.ToLower(words) && len(words) <= 3 && label != "" && strings.Trim(label, "0123456789") == "" {
		return true
	}
	return key(words) && key(label) && !strings.EqualFold(words, label)
}

// set reports whether s is a character set of a regular expression.
func set(s string) bool {
	return len(s) >= 3 && (s[1] == '-' || s[0] == '^' || s[0] == '\\') && !strings.Contains(s, " ")
}

// key reports whether s is the name of a key: one capitalised word.
func key(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(s) <= 12 && !strings.ContainsAny(s, " .,")
}

// button returns the length of a block that is only "[Read the report]", or 0: the remains
// of a button in a page that was pasted as text.
func button(text string) int {
	if len(text) < 4 || text[0] != '[' || strings.IndexByte(text, ']') != len(text)-1 {
		return 0
	}
	fields := strings.Fields(text[1 : len(text)-1])
	if len(fields) < 2 || len(fields) > 10 {
		return 0
	}
	if wordpack.Shared().Words("button-verbs").HasWord(fields[0]) {
		return len(text)
	}
	return 0
}

// escaped reports whether the writer put a backslash before the bracket.
func escaped(source *lint.Source, text lint.Text, i int) bool {
	return source.Slice(text.Span(i, i+1)) != "["
}
