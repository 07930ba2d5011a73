// Package keyphrase holds the rules about where and how often an article mentions its
// keyphrase.
//
// The rules share one list of hits, in which words are compared by their stems. The
// trade-off: a text about the subject in other words counts as having no mention, unless
// those words are declared as synonyms.
package keyphrase

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// introduction returns the index of the first paragraph in the author's own words, or
// lint.None. It skips a note in italics (“part two of a series”) and a pasted copy of the
// headline.
func introduction(d *lint.Document) int {
	headline := d.Headline().Plain()
	for i, b := range d.Paragraphs() {
		if len(strings.Fields(b.Text.String())) >= shortest && !inItalics(b) && !strings.EqualFold(b.Text.Plain(), headline) {
			return i
		}
	}
	for i := range d.Paragraphs() {
		return i
	}
	return lint.None
}

// inItalics reports whether emphasis begins with the paragraph and covers almost all of
// it; links may interrupt it, and the final full stop may be outside.
func inItalics(b *lint.Block) bool {
	end := 0
	for _, m := range b.Marks {
		if m.Kind == lint.MarkEmphasis && m.Start <= end+1 {
			end = max(end, m.End)
		}
	}
	return end > 0 && end+2 >= b.Text.Len()
}

// shortest is the minimum number of words in an introduction; bylines, datelines and photo
// credits have fewer.
const shortest = 8

// list joins words for a message: “city” and “budget”.
func list(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "“" + w + "”"
	}
	if n := len(quoted); n > 1 {
		return strings.Join(quoted[:n-1], ", ") + " and " + quoted[n-1]
	}
	return strings.Join(quoted, "")
}
