package word

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// markReview records where a review mark begins or ends, or where it is.
func markReview(w *writer, p *piece) {
	if p.kind != deletion {
		w.set(format{})
	}
	if p.kind == reviewStart {
		w.open[p.from] = len(w.out)
		return
	}
	start, begun := w.open[p.from]
	if !begun {
		start = len(w.out)
	}
	delete(w.open, p.from)
	m := lint.ReviewMark{Span: lint.Span{Start: start, End: len(w.out)}, Author: p.from.attr("author")}
	switch p.from.name {
	case "comment":
		if w.seen[p.from] || w.d.resolved[lastParagraph(p.from)] {
			return
		}
		w.seen[p.from] = true
		m.Kind, m.Text = lint.ReviewComment, p.from.words()
	case "highlight", "shd":
		m.Kind = lint.Highlight
	case unfilledName:
		m.Kind = lint.Unfilled
	case "ins", "moveTo":
		m.Kind, m.Text = lint.Insertion, cmp.Or(p.from.words(), paragraphMark)
	default:
		m.Kind, m.Text = lint.Deletion, cmp.Or(p.from.words(), paragraphMark)
	}
	addReviewMark(w, m)
}

// markerOf returns the property of a run that highlights it, or nil. Some programs write the colour
// as the background, which code, tables and text copied from a web page have as well: those are
// white, grey or faint.
func markerOf(properties *node) *node {
	if h := properties.child("highlight"); h.on() {
		return h
	}
	shade := properties.child("shd")
	colour, err := strconv.ParseUint(shade.attr("fill"), 16, 32)
	if err != nil || len(shade.attr("fill")) != 6 {
		return nil
	}
	red, green, blue := colour>>16, colour>>8&0xff, colour&0xff
	if strong := max(red, green, blue); strong < 0xc0 || strong-min(red, green, blue) < 0x30 {
		return nil
	}
	return shade
}

// unfilledName is the property of a content control that shows what to fill in.
const unfilledName = "showingPlcHdr"

// unfilled returns the property of a content control that says that nobody filled it in, or nil.
func unfilled(control *node) *node {
	if p := control.at("sdtPr", unfilledName); p.on() && control.child("sdtContent").words() != "" {
		return p
	}
	return nil
}

// addUnended writes the comments whose end is missing.
func addUnended(w *writer) {
	for n := range w.open {
		if n.name == "comment" {
			markReview(w, &piece{kind: deletion, from: n})
		}
	}
	slices.SortStableFunc(w.review, func(a, b lint.ReviewMark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Text, b.Text))
	})
}

// mostMarked is the length in bytes at which a mark stops collecting text. Only the beginning is
// shown, and there may be tens of thousands of changes beside each other.
const mostMarked = 1000

// paragraphMark represents a change to nothing but the end of a paragraph.
const paragraphMark = "¶"

// addReviewMark adds a mark, or extends the last one if Word has split what is one to the reader.
func addReviewMark(w *writer, m lint.ReviewMark) {
	if (m.Kind == lint.Highlight || m.Kind == lint.Unfilled) && strings.TrimSpace(string(w.out[m.Span.Start:m.Span.End])) == "" {
		return
	}
	if k := len(w.review) - 1; k >= 0 && m.Kind != lint.ReviewComment {
		last := &w.review[k]
		if last.Kind == m.Kind && last.Author == m.Author && last.Span.End == m.Span.Start && m.Span.Len() > 0 {
			last.Span.End = m.Span.End
			if len(last.Text) < mostMarked {
				last.Text = strings.TrimSpace(last.Text + " " + m.Text)
			}
			return
		}
	}
	w.review = append(w.review, m)
}

// lastParagraph returns the id by which Word refers to a comment elsewhere.
func lastParagraph(comment *node) (id string) {
	for _, n := range comment.children() {
		if n.name == "p" {
			id = n.attr("paraId")
		}
	}
	return id
}

// resolved returns the comments that are resolved or answer another, by the id of their last
// paragraph.
func resolved(part *node) map[string]bool {
	all := map[string]bool{}
	for _, n := range part.children() {
		if id := n.attr("paraId"); id != "" && (n.attr("done") == "1" || n.attr("paraIdParent") != "") {
			all[id] = true
		}
	}
	return all
}
