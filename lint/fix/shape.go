package fix

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/copychief/copychief/lint"
)

// part is a part of a document: its span, its kind, and its texts. Texts may come from
// outside the span, such as the target of a reference link.
type part struct {
	span lint.Span
	kind string
	says string
	also []lint.Span
}

// shape is the structure of a document, as a list of parts for each kind of element.
type shape []list

// list collects parts of one kind.
type list []part

// add adds a part with texts.
func (l *list) add(span lint.Span, kind string, texts ...lint.Text) {
	p := part{span: span, kind: kind}
	for _, t := range texts {
		p.says += "\x00" + t.String()
		if t.Placed() {
			p.also = append(p.also, t.All())
		}
	}
	*l = append(*l, p)
}

// blocksOf is the index of the list of blocks in a shape.
const blocksOf = 1

// shapeOf returns the shape of a document.
func shapeOf(d *lint.Document) shape {
	var fields, blocks, links, images, quotations, comments, templates list
	for i := range d.Meta.Fields {
		f := &d.Meta.Fields[i]
		fields.add(f.Whole, f.Name, f.Values...)
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		blocks.add(b.Span, fmt.Sprint(b.Kind, b.Level, b.Quote != lint.None, b.Footnote), b.Text)
	}
	for i := range d.Links {
		links.add(d.Links[i].Span, "", d.Links[i].Target, d.Links[i].Text)
	}
	for i := range d.Images {
		images.add(d.Images[i].Span, "", d.Images[i].Target, d.Images[i].Alt)
	}
	for i := range d.Quotations {
		quotations.add(d.Quotations[i].Span, "", d.Quotations[i].Cite)
	}
	for i := range d.Comments {
		comments.add(d.Comments[i].Span, "", d.Comments[i].Text)
	}
	for _, t := range d.Templates {
		templates.add(t, "", lint.Verbatim(d.Source.Slice(t), t.Start))
	}
	s := shape{fields, blocks, links, images, quotations, comments, templates}
	for _, l := range s {
		slices.SortStableFunc(l, func(a, b part) int { return cmp.Compare(a.span.Start, b.span.Start) })
	}
	return s
}

// same reports whether edits changed nothing but the text that they replace. Parts that no
// edit touches must have the same texts at the corresponding span. Parts that an edit
// touches must still exist and be of the same kind, unless the edit covers all of the
// part. A block may be split into one more block for each break inside it.
func same(before, after *lint.Document, edits, breaks []lint.Edit) bool {
	if len(after.Problems) > len(before.Problems) || before.Meta.Format != after.Meta.Format {
		return false
	}
	old, now := shapeOf(before), shapeOf(after)
	for i := range old {
		allowed := breaks
		if i != blocksOf {
			allowed = nil
		}
		if !keeps(old[i], now[i], edits, allowed) {
			return false
		}
	}
	return true
}

// keeps reports whether edits changed nothing else in one list of parts; see [same].
func keeps(old, now list, edits, breaks []lint.Edit) bool {
	free, k := 0, 0 // number of arbitrary parts allowed since the last match; index into now
	for i := range old {
		p := &old[i]
		if covered(edits, p.span) {
			free++
			continue
		}
		touched := touches(edits, p.span) || slices.ContainsFunc(p.also, func(s lint.Span) bool { return touches(edits, s) })
		at := moved(edits, p.span)
		for ; ; k, free = k+1, free-1 {
			if free < 0 || k == len(now) {
				return false
			}
			if n := &now[k]; n.kind == p.kind && (touched || n.span == at && n.says == p.says) {
				break
			}
		}
		k, free = k+1, inside(breaks, p.span)
	}
	return len(now)-k <= free
}

// inside counts the edits inside a span, excluding those at its ends.
func inside(edits []lint.Edit, s lint.Span) (n int) {
	for _, e := range edits {
		if s.Start < e.Span.Start && e.Span.End < s.End {
			n++
		}
	}
	return n
}

// covered reports whether one edit replaces all of a span.
func covered(edits []lint.Edit, s lint.Span) bool {
	i, _ := slices.BinarySearchFunc(edits, s.End, func(e lint.Edit, at int) int { return cmp.Compare(e.Span.End, at) })
	return !s.Empty() && i < len(edits) && edits[i].Span.Covers(s)
}

// touches reports whether one of the edits changes text in a span or inserts text at
// either end.
func touches(edits []lint.Edit, s lint.Span) bool {
	i, _ := slices.BinarySearchFunc(edits, s.Start, func(e lint.Edit, at int) int { return cmp.Compare(e.Span.End, at) })
	for ; i < len(edits) && edits[i].Span.Start <= s.End; i++ {
		if e := edits[i].Span; e.Empty() || e.Overlaps(s) {
			return true
		}
	}
	return false
}

// moved returns the span after the edits of a span that none of them touches.
func moved(edits []lint.Edit, s lint.Span) lint.Span {
	by := 0
	for _, e := range edits {
		if e.Span.End > s.Start {
			break
		}
		by += len(e.New) - e.Span.Len()
	}
	return lint.Span{Start: s.Start + by, End: s.End + by}
}
