package headings

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed empty.txtar
var emptyDocs string

// Empty flags a heading without text.
var Empty = &lint.Rule{
	Name:     "empty-heading",
	Family:   lint.HeadingsFamily,
	Summary:  "a heading has no text",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, success criteria 1.3.1 Info and Relationships (A) and 2.4.6 Headings and Labels (AA)",
		URL:    "https://www.w3.org/TR/WCAG22/#headings-and-labels",
	},
	Structure: true,
	Docs:      emptyDocs,
	New:       func() lint.Checker { return &empty{} },
}

type empty struct{}

// Check looks for headings without a letter, a digit or another visible character.
func (*empty) Check(p *lint.Pass) {
	for _, b := range p.Doc.Headings() {
		if strings.ContainsFunc(b.Text.String(), readable) {
			continue
		}
		image := lint.None
		if names(p.Doc, b, &image) || isFilled(p, b) || isStyled(p.Doc, b) || isComment(p.Doc, b) {
			continue
		}
		f := lint.Finding{
			Span:     b.Span,
			Message:  fmt.Sprintf("H%d is empty; write what its section is about, or delete it", b.Level),
			Together: "%d headings have no text; write what their sections are about, or delete them",
		}
		if image != lint.None {
			f.Message = fmt.Sprintf("H%d has only an image without alt text; say in words what its section is about", b.Level)
		} else if len(b.Marks) == 0 && !b.Explicit && !strings.Contains(p.Doc.Source.Slice(b.Span), "<!--") {
			// A heading with an explicit anchor may be the target of a link, and is not deleted.
			f.Fixes = []lint.Fix{lint.Replace("Delete the empty heading", true, withBreaks(p.Doc, b.Span), "")}
		}
		p.Report(f)
	}
}

// names reports whether something else gives a heading without text a name: an image with
// alt text, or a template tag, whose output is unknown. If an image lacks alt text, its
// index is stored in image.
func names(d *lint.Document, b *lint.Block, image *int) bool {
	for _, m := range b.Marks {
		switch {
		case m.Kind == lint.MarkLink && m.Index != lint.None && d.Links[m.Index].Label != "":
			return true
		case m.Kind != lint.MarkObject:
		case m.Index == lint.None, strings.TrimSpace(d.Images[m.Index].Alt.String()) != "":
			return true
		default:
			*image = m.Index
		}
	}
	return false
}

// isComment reports whether a heading without text is a line of a comment in code that has lost its fence: the
// lines before and after it begin with a # as well.
func isComment(d *lint.Document, b *lint.Block) bool {
	src := d.Source.Bytes
	if src[b.Span.Start] != '#' {
		return false
	}
	before, _, _ := bytes.Cut(src[b.Span.Start:], []byte("\n"))
	next := bytes.TrimLeft(src[b.Span.Start+len(before):], "\n ")
	above := bytes.TrimRight(src[:b.Span.Start], " ")
	above = bytes.TrimSuffix(above, []byte("\n"))
	above = bytes.TrimLeft(above[bytes.LastIndexByte(above, '\n')+1:], " ")
	return bytes.HasPrefix(above, []byte("#")) && bytes.HasPrefix(next, []byte("#")) && len(src[b.Span.Start+len(before):])-len(next) <= len("\n    ")
}

// isFilled reports whether a program writes the text of a heading: a template tag on a line
// of its own, a script of the page, which finds the heading by its id or fills the elements in
// it by their classes, or the site's own code, for which the heading has a comment.
func isFilled(p *lint.Pass, b *lint.Block) bool {
	if _, inner, ok := strings.Cut(p.Doc.Source.Slice(b.Span), ">"); ok && strings.Contains(inner, ` class="`) {
		return true
	}
	for _, tag := range p.Doc.Templates {
		if b.Span.Start <= tag.Start && tag.End <= b.Span.End {
			return true
		}
	}
	if b.Explicit && bytes.Contains(p.Doc.Source.Bytes, []byte("<script")) {
		return true
	}
	return p.Site != nil && p.Site.Rewritten && strings.Contains(p.Doc.Source.Slice(b.Span), "<!--")
}

// isStyled reports whether a heading consists of nothing but attributes in braces, with which
// writers begin a slide or a box without a title: # {.tip}, ## {background="pier.png"}. An id
// alone is not a style.
func isStyled(d *lint.Document, b *lint.Block) bool {
	source := strings.Trim(d.Source.Slice(b.Span), "#= \t\r\n")
	inner, is := strings.CutPrefix(source, "{")
	inner, ends := strings.CutSuffix(inner, "}")
	inner = strings.TrimSpace(strings.TrimPrefix(inner, ":"))
	return is && ends && inner != "" && (inner[0] != '#' || strings.Contains(inner, " "))
}

// withBreaks extends the span of a heading over the line breaks after it, so that deleting
// it leaves no gap, in formats where line breaks separate blocks.
func withBreaks(d *lint.Document, s lint.Span) lint.Span {
	for b := d.Source.Bytes; d.Can(lint.ParagraphsByLines) && s.End < len(b) && (b[s.End] == '\n' || b[s.End] == '\r'); {
		s.End++
	}
	return s
}

// readable reports whether a character is visible or read aloud.
func readable(r rune) bool {
	switch r {
	case lint.Object, ' ', '\t', '\n', '\r', '\u00a0', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return false
	}
	return true
}
