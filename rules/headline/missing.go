package headline

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed missing.txtar
var missingDocs string

// Missing flags a draft that has no headline at all.
var Missing = &lint.Rule{
	Name:     "missing-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the article has neither a title nor an H1",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 2.4.2 Page Titled (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#page-titled",
	},
	Articles: true,
	Absence:  "have a headline",
	Docs:     missingDocs,
	New:      func() lint.Checker { return &missing{} },
}

type missing struct{}

// Check looks for a title field, a title element and an H1.
func (*missing) Check(p *lint.Pass) {
	if written(p.Doc.Meta.Title()) || written(p.Doc.Headline()) {
		p.Present()
		return
	}
	if p.Doc.Can(lint.MetadataInHead) && p.Doc.Meta.Format == lint.NoMeta {
		return // a body whose head is made elsewhere
	}
	if !readable(p.Doc) {
		p.Skip("draft not wholly readable")
		return
	}
	f := p.Doc.Meta.Get(lint.RoleTitle)
	if p.Site != nil && p.Site.TitleInName && !f.Present() {
		return // the generator shows the name of the file
	}
	if f.Present() {
		p.Report(lint.Finding{
			Span:    f.Whole,
			Message: "Title is empty; write the headline here",
		})
		return
	}
	p.Report(lint.Finding{
		Span:    p.Doc.Top(),
		About:   above(p.Doc),
		Message: "No headline: neither a title field nor an H1; write one",
	})
}

// written reports whether a text says anything. One that holds a template tag does:
// the site fills it in.
func written(t lint.Text) bool {
	return strings.ContainsFunc(t.String(), func(r rune) bool { return !unicode.IsSpace(r) })
}

// readable reports whether absence can be told from a draft: the parser has read
// all of its metadata and left nothing out.
func readable(d *lint.Document) bool {
	for i := range d.Problems {
		if d.Problems[i].Unchecked || d.Meta.Span.Contains(d.Problems[i].Span.Start) {
			return false
		}
	}
	return true
}

// above is where a headline would stand: the metadata, and all down to the first block.
func above(d *lint.Document) lint.Span {
	span := d.Head()
	if len(d.Blocks) > 0 {
		span.End = max(span.End, d.Blocks[0].Span.Start)
	}
	return span
}
