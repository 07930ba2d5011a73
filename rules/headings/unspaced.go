package headings

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

//go:embed unspaced.txtar
var unspacedDocs string

// Unspaced flags a line that is not a heading because the space after its number signs is missing.
var Unspaced = &lint.Rule{
	Name:     "unspaced-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "no space separates the number signs of a heading from its text",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "CommonMark 0.31.2, section 4.2 ATX headings: a space must follow the number signs",
		URL:    "https://spec.commonmark.org/0.31.2/#atx-headings",
	},
	Docs: unspacedDocs,
	New:  func() lint.Checker { return &unspaced{} },
}

type unspaced struct{}

// longest is the maximum length in characters of a heading: a longer line is a heading and the
// text after it, as formatters join them.
const longest = 90

// Check looks at the paragraphs that begin with number signs. Where the site's generator
// takes them for headings as they are, there is nothing to report.
func (unspaced) Check(p *lint.Pass) {
	for i, b := range p.Doc.Paragraphs() {
		n := p.Doc.Unspaced(i)
		if n == 0 || p.Site.Lenient() {
			continue
		}
		signs := b.Text.Span(0, n)
		line, _, _ := strings.Cut(p.Doc.Source.Slice(lint.Span{Start: signs.Start, End: b.Text.All().End}), "\n")
		if line = strings.TrimSpace(line); isToken(line) {
			continue
		}
		f := lint.Finding{
			Span:     lint.Span{Start: signs.Start, End: signs.Start + len(line)},
			Message:  fmt.Sprintf("“%s” is not a heading; put a space after the number signs", lint.Clip(maxShown, line)),
			Together: "%d lines with number signs are not headings; put a space after the signs",
		}
		rest := strings.TrimSpace(p.Doc.Source.Slice(lint.Span{Start: f.Span.End, End: b.Span.End}))
		if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLower(next) || utf8.RuneCountInString(line) > longest {
			f.Message = fmt.Sprintf("“%s” is not a heading; put a space after the number signs and a blank line after the heading", lint.Clip(maxShown, line))
			p.Report(f)
			continue
		}
		space := lint.Span{Start: signs.End, End: signs.End}
		if r, size := utf8.DecodeRuneInString(line[n:]); unicode.IsSpace(r) {
			space.End += size // a no-break or an ideographic space
		}
		f.Fixes = []lint.Fix{{Title: "Put a space there", Edits: []lint.Edit{{Span: space, New: " "}}}}
		p.Report(f)
	}
}

// isToken reports whether a line is one word in capitals between number signs, “##AD##”, which a
// program replaces: nobody forgot a space at both ends.
func isToken(line string) bool {
	word := strings.Trim(line, "#")
	return word != "" && strings.HasSuffix(line, "#") && !strings.ContainsFunc(word, func(r rune) bool {
		return unicode.IsLower(r) || unicode.IsSpace(r) || r == '#'
	})
}
