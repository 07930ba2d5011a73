// Package description holds the rules about the meta description: what a search
// result may show below the title.
package description

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// size is the size in px in which Google sets a description.
const size = 14

// written reports whether a description says anything. One that holds a template
// tag does: the site fills it in.
func written(t lint.Text) bool {
	return strings.ContainsFunc(t.String(), func(r rune) bool { return !unicode.IsSpace(r) })
}

// templated reports whether the site fills in a part of a text, so that its
// length cannot be told.
func templated(t lint.Text) bool {
	s := t.String()
	return strings.ContainsRune(s, lint.Object) || strings.Contains(s, "{{") || strings.Contains(s, "{%")
}

// place returns where a description stands; the top of the draft for one that is
// not written in it.
func place(d *lint.Document, t lint.Text) lint.Span {
	if t.Placed() {
		return t.All()
	}
	return d.Top()
}

// ending returns the last words of a text, led by an ellipsis where it is long:
// enough for a writer to find the place.
func ending(text string) string {
	const words = 2
	text = strings.TrimSpace(text)
	at := len(text)
	for range words {
		if at = strings.LastIndexAny(text[:at], " \n"); at < 0 {
			return strings.Join(strings.Fields(text), " ")
		}
	}
	last := strings.TrimLeft(text[at+1:], " ")
	if strings.Contains(last, "  ") || strings.ContainsFunc(last, otherSpace) {
		last = strings.Join(strings.Fields(last), " ")
	}
	return "…" + last
}

func otherSpace(r rune) bool { return r != ' ' && unicode.IsSpace(r) }

// maxShown is how many characters of a draft a message of this family quotes.
const maxShown = 40
