package headings

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed empty_section.txtar
var emptySectionDocs string

// EmptySection flags a heading with nothing below it.
var EmptySection = &lint.Rule{
	Name:     "empty-section",
	Family:   lint.HeadingsFamily,
	Summary:  "a heading has nothing under it",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: a heading announces what follows it (WCAG 2.2, 2.4.6, asks only that it describe its topic)",
		URL:    "https://www.w3.org/TR/WCAG22/#headings-and-labels",
	},
	Docs: emptySectionDocs,
	New:  func() lint.Checker { return &emptySection{} },
}

type emptySection struct{}

// deepest is the deepest heading level that opens a section.
const deepest = 4

// Check looks at the source between each heading and the next, because a picture, a video
// or a template tag is not a block of prose but does fill a section. A heading with
// subsections is not empty, and neither is the headline. H5 and H6 are often chosen for
// their size, as lines below a heading or to demonstrate the levels.
func (*emptySection) Check(p *lint.Pass) {
	var last *lint.Block
	h := headline(p.Doc)
	for i, b := range p.Doc.Headings() {
		if last != nil && b.Level <= last.Level {
			report(p, last, b.Span.Start)
		}
		last = nil
		if i != h && b.Level <= deepest && strings.ContainsFunc(b.Text.String(), readable) {
			last = b
		}
	}
	// A last line that only looks like a heading may be a signature.
	if last != nil && p.Doc.Can(lint.MarksHeadings) {
		report(p, last, len(p.Doc.Source.Bytes))
	}
}

// report flags a heading with nothing between it and the end of its section.
func report(p *lint.Pass, b *lint.Block, end int) {
	if filled(p.Doc.Source.Bytes[min(b.Span.End, end):end]) {
		return
	}
	p.Report(lint.Finding{
		Span: b.Span, About: lint.Span{Start: b.Span.Start, End: max(b.Span.End, end)},
		Message: fmt.Sprintf("No text under “%s”; write the section, or delete its heading", lint.Clip(maxShown, b.Text.Plain())),
	})
}

// filled reports whether a piece of source shows anything: anything other than white
// space, comments, thematic breaks and structural tags.
func filled(b []byte) bool {
	for len(b) > 0 {
		switch {
		case strings.IndexByte(" \t\r\n-*_", b[0]) >= 0:
			b = b[1:]
		case bytes.HasPrefix(b, []byte("<!--")):
			end := bytes.Index(b, []byte("-->"))
			if end < 0 {
				return false
			}
			b = b[end+3:]
		case b[0] == '<' && structural(b):
			end := bytes.IndexByte(b, '>')
			if end < 0 {
				return false
			}
			b = b[end+1:]
		default:
			return true
		}
	}
	return false
}

// structural reports whether a tag has no visible content of its own.
func structural(tag []byte) bool {
	name := bytes.TrimPrefix(tag[1:], []byte("/"))
	end := bytes.IndexFunc(name, func(r rune) bool { return r < '0' || r > 'z' || r > '9' && r < 'A' || r > 'Z' && r < 'a' })
	if end < 0 {
		return false
	}
	switch strings.ToLower(string(name[:end])) {
	case "a", "article", "aside", "body", "br", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
		"header", "hr", "html", "main", "p", "section", "span":
		return true
	}
	return false
}
