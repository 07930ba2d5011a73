package headline

import (
	"iter"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/script"
)

// wordings yields the headlines whose wording rules check, except those that a template
// fills in: the title, and the H1 if it differs. HTML's title element contains the name of
// the site and appears in the browser tab; if there is an H1, only the H1 is yielded.
func wordings(d *lint.Document) iter.Seq[lint.Text] {
	return func(yield func(lint.Text) bool) {
		title, h := d.Title(), soleH1(d)
		if h.Len() > 0 && (d.Meta.InHead() || strings.EqualFold(h.String(), title.String())) {
			title, h = h, lint.Text{}
		}
		if title.Len() > 0 && !templated(title) && !yield(title) {
			return
		}
		if h.Len() > 0 && !templated(h) {
			yield(h)
		}
	}
}

// soleH1 returns the H1 that is the headline: the only one in the body, before all other
// headings and, in a draft with a title, at the beginning. Other H1s are section headings.
func soleH1(d *lint.Document) (h lint.Text) {
	first := true
	for i, b := range d.Headings() {
		switch {
		case b.Level != 1:
		case !first || d.Meta.Title().Len() > 0 && !begins(d, i):
			return lint.Text{}
		default:
			h = b.Text
		}
		first = false
	}
	return h
}

// begins reports whether block i comes before the text, after at most a kicker, a picture
// or a byline.
func begins(d *lint.Document, i int) bool {
	const blocks, byline = 4, 120 // bytes
	for k := range min(i, blocks) {
		if d.Blocks[k].Kind != lint.Paragraph || d.Blocks[k].Text.Len() > byline {
			return false
		}
	}
	return i <= blocks
}

// headlineBeside returns the headline on the page, if there is a separate title for
// search: the H1 of the body or the plain title field; empty if there is neither.
func headlineBeside(d *lint.Document) lint.Text {
	if h := soleH1(d); h.Len() > 0 {
		return h
	}
	return d.Meta.Get(lint.RoleHeadline).Value()
}

// templated reports whether the site fills in part of a text.
func templated(t lint.Text) bool {
	s := t.String()
	return strings.Contains(s, "{{") || strings.Contains(s, "{%")
}

// spaced reports whether a text is in a script that separates words with spaces.
func spaced(s string) bool {
	return !strings.ContainsFunc(s, script.Spaceless)
}
