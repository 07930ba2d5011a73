package headline

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed missing.txtar
var missingDocs string

// Missing flags a draft without a headline.
var Missing = &lint.Rule{
	Name:     "missing-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the article has neither a title nor an H1",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criterion 2.4.2 Page Titled (level A)",
		URL:    "https://www.w3.org/TR/WCAG22/#page-titled",
	},
	Articles:  true,
	Absence:   "have a headline",
	Structure: true,
	Docs:      missingDocs,
	New:       func() lint.Checker { return &missing{} },
}

type missing struct{}

// Check looks for a title field, a title element and an H1.
func (*missing) Check(p *lint.Pass) {
	if written(p.Doc.Meta.Title()) || written(p.Doc.Headline()) {
		p.Present()
		return
	}
	if p.Doc.Can(lint.MetadataOptional) && !p.Doc.Meta.Exists() {
		return // a body whose head is generated elsewhere
	}
	if !readable(p.Doc) {
		p.Skip("draft not wholly readable")
		return
	}
	f := p.Doc.Meta.Get(lint.RoleTitle)
	if len(p.Doc.Blocks) > 0 && p.Doc.Unspaced(0) == 1 {
		return // unspaced-heading says why there is none
	}
	if p.Site != nil && p.Site.TitleInName && !f.Present() {
		return // the generator uses the file name as the title
	}
	if f.Present() {
		p.Report(lint.Finding{
			Span:    f.Whole,
			Message: "Title is empty; write the headline here",
		})
		return
	}
	if filled(p.Doc) || p.Doc.Meta.InHead() && brief(p.Doc) || isMicropost(p) || isHome(p) {
		return
	}
	found := lint.Finding{
		Span:    p.Doc.Top(),
		About:   above(p.Doc),
		Message: "No headline: neither a title field nor an H1; write one",
	}
	if !p.Doc.Meta.Exists() {
		found.Severity = lint.Advice // it may be a part of a page, or its system may ask for the title
	}
	if b := lowered(p.Doc); b != nil {
		found.Severity, found.Span, found.About = lint.Advice, b.Span, lint.Span{}
		found.Message = fmt.Sprintf("The headline is an H%d; make it an H1", b.Level)
	}
	p.Report(found)
}

// lowered returns the heading that a draft begins with if it is above all others, and so the
// headline, whatever its level; otherwise nil.
func lowered(d *lint.Document) *lint.Block {
	var first *lint.Block
	for i, b := range d.Headings() {
		switch {
		case first == nil && i > 0:
			return nil
		case first == nil:
			first = b
		case b.Level <= first.Level:
			return nil
		}
	}
	return first
}

// filled reports whether a template tag above the text inserts something, which may hold the headline:
// an include, or the call of a macro.
func filled(d *lint.Document) bool {
	for _, span := range d.Templates {
		if len(d.Blocks) > 0 && span.Start > d.Blocks[0].Span.Start {
			return false
		}
		tag := d.Source.Slice(span)
		name := strings.TrimLeft(tag, "{%<-= ")
		for _, call := range [...]string{"include", "partial", "render", "component", "embed", "import", "macro", "call", "block", "section"} {
			if strings.HasPrefix(name, call) {
				return true
			}
		}
		if strings.HasPrefix(tag, "{{") && strings.Contains(tag, "(") {
			return true
		}
	}
	return false
}

// brief reports whether a page of HTML has so little text that it is a part of another: a notice in a
// frame, the answer to a program.
func brief(d *lint.Document) bool {
	const least = 300 // bytes
	n := 0
	for _, b := range d.Prose() {
		n += b.Text.Len()
	}
	return n < least
}

// written reports whether a text has content. A template tag counts, because the site
// fills it in.
func written(t lint.Text) bool {
	return strings.ContainsFunc(t.String(), func(r rune) bool { return !unicode.IsSpace(r) })
}

// readable reports whether the parser has read all of a draft's metadata, so that a
// missing field is really missing.
func readable(d *lint.Document) bool {
	for i := range d.Problems {
		if d.Problems[i].Unchecked || d.Meta.Span.Contains(d.Problems[i].Span.Start) {
			return false
		}
	}
	return true
}

// above returns the span where a headline would be: from the top to the first block.
func above(d *lint.Document) lint.Span {
	span := d.Head()
	if len(d.Blocks) > 0 {
		span.End = max(span.End, d.Blocks[0].Span.Start)
	}
	return span
}
