package description

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed missing.txtar
var missingDocs string

// Missing flags a draft without a meta description.
var Missing = &lint.Rule{
	Name:     "missing-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the article has no meta description",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Control your snippets in search results (a description is used where it says more than the page’s text)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles:  true,
	Absence:   "have a meta description",
	Structure: true,
	Docs:      missingDocs,
	New:       func() lint.Checker { return &missing{} },
}

type missing struct{}

// Check looks for a description that has content.
func (*missing) Check(p *lint.Pass) {
	if written(p.Doc.Meta.Description()) {
		p.Present()
		return
	}
	if !p.Doc.Meta.Exists() && (p.Doc.Can(lint.MetadataOptional) || !p.Doc.Can(lint.MarksHeadings)) {
		return // a body whose head is generated elsewhere, or a text without header lines
	}
	if metrics.Of(p.Doc).Words == 0 {
		return // a list that its layout fills, or a stub
	}
	if !readable(p.Doc) {
		p.Skip("metadata not wholly readable")
		return
	}
	if f := p.Doc.Meta.Get(lint.RoleDescription); f.Present() && f.Whole.End > 0 {
		p.Report(lint.Finding{
			Span:    f.Whole,
			Message: "Meta description is empty; say in a sentence or two what the reader will learn",
		})
		return
	}
	if p.Doc.IsDraft() {
		return // there is time
	}
	if reason := unneeded(p.Site); reason != "" {
		p.Skip(reason)
		return
	}
	p.Report(lint.Finding{
		Span:    p.Doc.Top(),
		About:   p.Doc.Head(),
		Message: "No meta description; say in a sentence or two what the reader will learn",
	})
}

// unneeded returns why a draft of a site needs no description, or "".
func unneeded(s *lint.Site) string {
	switch {
	case s == nil:
		return ""
	case s.Description == lint.DescriptionFromText:
		return "the site takes descriptions from the text"
	case s.Description == lint.DescriptionNowhere:
		return "the site writes no descriptions"
	}
	return ""
}

// readable reports whether the parser has read all of the metadata, so that a missing
// field is really missing.
func readable(d *lint.Document) bool {
	for i := range d.Problems {
		at := d.Problems[i].Span.Start
		if d.Meta.Span.Contains(at) || d.Problems[i].Unchecked && len(d.Blocks) == 0 {
			return false
		}
	}
	return true
}
