// Package description holds the rules about the meta description, the text that a search
// result may show below the title, and about the slug.
//
// Each rule reads the description or the slug from the metadata; widths are computed from
// font metrics. The trade-off: search engines may cut or replace a description, so every
// limit is an estimate.
package description

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// size is the font size in px in which Google sets a description.
const size = 14

// written reports whether a description has content. A template tag counts, because the
// site fills it in.
func written(t lint.Text) bool {
	return strings.ContainsFunc(t.String(), func(r rune) bool { return !unicode.IsSpace(r) })
}

// templated reports whether the site fills in part of a text, so that its length is
// unknown.
func templated(t lint.Text) bool {
	s := t.String()
	return strings.ContainsRune(s, lint.Object) || strings.Contains(s, "{{") || strings.Contains(s, "{%")
}

// place returns the span of a description, or the top of the draft if the description is
// not written in it.
func place(d *lint.Document, t lint.Text) lint.Span {
	if t.Placed() {
		return t.All()
	}
	return d.Top()
}

// ending returns the last words of a text, shortened with an ellipsis if it is long:
// enough for a writer to find the place.
func ending(text string) string {
	const words = 2
	text = strings.TrimSpace(text)
	at := len(text)
	for range words {
		if at = strings.LastIndexAny(text[:at], " \n"); at < 0 {
			return lint.ClipFront(maxShown, strings.Join(strings.Fields(text), " "))
		}
	}
	last := strings.TrimLeft(text[at+1:], " ")
	if strings.Contains(last, "  ") || strings.ContainsFunc(last, otherSpace) {
		last = strings.Join(strings.Fields(last), " ")
	}
	return lint.ClipFront(maxShown, "…"+last)
}

func otherSpace(r rune) bool { return r != ' ' && unicode.IsSpace(r) }

// maxShown is how many characters of the draft a message quotes.
const maxShown = 40
