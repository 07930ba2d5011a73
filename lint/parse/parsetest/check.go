// Package parsetest helps to test the parsers: [Check] verifies the invariants of a
// document, [Dump] writes it out for comparison, and [Drafts] returns drafts to parse.
// The trade-off: the invariants are checked in tests only, not in a run.
package parsetest

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

// Check fails if a document violates the invariants that all rules rely on: spans are
// inside the source, runs are in order, text matches the source where its runs say so,
// and marks and indexes refer to existing things.
func Check(t testing.TB, doc *lint.Document) {
	t.Helper()
	c := &invariants{t, doc}
	for i := range doc.Blocks {
		c.block(i, &doc.Blocks[i])
	}
	for i := range doc.Links {
		c.link(i, &doc.Links[i])
	}
	for i := range doc.Images {
		c.image(i, &doc.Images[i])
	}
	for i, q := range doc.Quotations {
		c.span("quotation", i, q.Span)
		c.text("cite", i, q.Cite)
	}
	for i, m := range doc.Comments {
		c.span("comment", i, m.Span)
		c.text("comment", i, m.Text)
	}
	for i, s := range doc.Templates {
		c.span("template", i, s)
		if i > 0 && doc.Templates[i-1].End > s.Start {
			t.Errorf("template %d at %v begins before the end of the one before it", i, s)
		}
	}
	for i, s := range doc.Unfenced {
		c.span("code without a fence", i, s)
	}
	for i, p := range doc.Problems {
		c.span("problem", i, p.Span)
		if p.Message == "" {
			t.Errorf("problem %d says nothing", i)
		}
		if strings.Contains(p.Message, "the parser failed") {
			t.Errorf("problem %d: %s", i, p.Message) // a panic that was recovered from
		}
	}
	c.span("meta", 0, doc.Meta.Span)
	for i, f := range doc.Meta.Fields {
		c.span("key", i, f.Key)
		c.span("field", i, f.Whole)
		for _, v := range f.Values {
			c.text("field "+f.Name, i, v)
		}
	}
}

type invariants struct {
	t   testing.TB
	doc *lint.Document
}

func (c *invariants) span(what string, i int, s lint.Span) {
	c.t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(c.doc.Source.Bytes) {
		c.t.Errorf("%s %d: span %v leaves the source of %d bytes", what, i, s, len(c.doc.Source.Bytes))
	}
}

// text checks the runs of a text. A byte may differ from the source only if the source
// is not valid UTF-8: then the parser read a working copy.
func (c *invariants) text(what string, i int, text lint.Text) {
	c.t.Helper()
	var last lint.Run
	var runs []lint.Run
	for r := range text.Runs() {
		runs = append(runs, r)
	}
	for k, r := range runs {
		c.span(what, i, r.Source)
		if k == 0 && r.At > 0 {
			c.t.Errorf("%s %d: the first run begins at %d", what, i, r.At)
		}
		if k > 0 && (r.At <= last.At || r.Source.Start < last.Source.Start) {
			c.t.Errorf("%s %d: run %v follows %v", what, i, r, last)
		}
		last = r
		end := text.Len()
		if k+1 < len(runs) {
			end = runs[k+1].At
		}
		if !r.Whole {
			c.letters(what, i, text, r, end)
		}
	}
	if text.Len() > 0 && text.Placed() {
		c.span(what, i, text.All())
	}
}

func (c *invariants) letters(what string, i int, text lint.Text, r lint.Run, end int) {
	c.t.Helper()
	end = min(end, text.Len())
	from := max(r.At, 0)
	start := r.Source.Start + from - r.At
	if end < from || start+end-from > len(c.doc.Source.Bytes) {
		c.t.Errorf("%s %d: run %v of %d bytes leaves the source", what, i, r, end-from)
		return
	}
	for k := from; k < end; k++ {
		raw := c.doc.Source.Bytes[start+k-from]
		if raw == '\r' && text.String()[k] == '\n' {
			continue // a lone CR counts as a line end
		}
		if raw != text.String()[k] && raw < 0x80 && raw != 0 {
			c.t.Errorf("%s %d: run %v reads %q where the source has %q", what, i, r, text.Slice(from, end), c.doc.Source.Slice(lint.Span{Start: start, End: start + end - from}))
			return
		}
	}
}

func (c *invariants) block(i int, b *lint.Block) {
	c.t.Helper()
	c.span("block", i, b.Span)
	c.text("block", i, b.Text)
	if b.Quote != lint.None && (b.Quote < 0 || b.Quote >= len(c.doc.Quotations)) {
		c.t.Errorf("block %d: quotation %d of %d", i, b.Quote, len(c.doc.Quotations))
	}
	if b.Kind == lint.Heading && (b.Level < 1 || b.Level > 6) {
		c.t.Errorf("block %d: heading of level %d", i, b.Level)
	}
	at := 0
	for _, m := range b.Marks {
		if m.Start < at || m.End < m.Start || m.End > b.Text.Len() {
			c.t.Errorf("block %d: mark %v in a text of %d bytes", i, m, b.Text.Len())
		}
		at = m.Start
		if m.Kind == lint.MarkLink && (m.Index < 0 || m.Index >= len(c.doc.Links)) {
			c.t.Errorf("block %d: mark of link %d of %d", i, m.Index, len(c.doc.Links))
		}
		if m.Kind == lint.MarkObject && m.Index != lint.None && (m.Index < 0 || m.Index >= len(c.doc.Images)) {
			c.t.Errorf("block %d: mark of image %d of %d", i, m.Index, len(c.doc.Images))
		}
	}
}

func (c *invariants) link(i int, l *lint.Link) {
	c.t.Helper()
	c.span("link", i, l.Span)
	c.text("link", i, l.Text)
	c.text("target of link", i, l.Target)
	if l.Image != lint.None && (l.Image < 0 || l.Image >= len(c.doc.Images)) {
		c.t.Errorf("link %d: image %d of %d", i, l.Image, len(c.doc.Images))
	}
	if l.Block == lint.None {
		return
	}
	if l.Block < 0 || l.Block >= len(c.doc.Blocks) {
		c.t.Errorf("link %d: block %d of %d", i, l.Block, len(c.doc.Blocks))
		return
	}
	if text := c.doc.Blocks[l.Block].Text; l.Start < 0 || l.End < l.Start || l.End > text.Len() {
		c.t.Errorf("link %d: [%d:%d] in a text of %d bytes", i, l.Start, l.End, text.Len())
	} else if got := text.Slice(l.Start, l.End); got != l.Text.String() {
		c.t.Errorf("link %d reads %q, its block %q", i, l.Text, got)
	}
}

func (c *invariants) image(i int, m *lint.Image) {
	c.t.Helper()
	c.span("image", i, m.Span)
	c.text("alt of image", i, m.Alt)
	c.text("target of image", i, m.Target)
	c.text("caption of image", i, m.Caption)
	if m.Block != lint.None && (m.Block < 0 || m.Block >= len(c.doc.Blocks)) {
		c.t.Errorf("image %d: block %d of %d", i, m.Block, len(c.doc.Blocks))
	}
}
