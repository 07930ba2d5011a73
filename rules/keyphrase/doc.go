// Package keyphrase holds the rules about where and how often an article names
// what it wants to be found for.
package keyphrase

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// introduction returns the index of the first paragraph of the author's own words,
// or lint.None. A note set in italics as a whole (“part two of a series”) stands
// before it, and so does the headline where it was pasted twice.
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

// inItalics reports whether emphasis begins with the paragraph and reaches almost to
// its end; links interrupt it, and a stop may stand outside.
func inItalics(b *lint.Block) bool {
	end := 0
	for _, m := range b.Marks {
		if m.Kind == lint.MarkEmphasis && m.Start <= end+1 {
			end = max(end, m.End)
		}
	}
	return end > 0 && end+2 >= b.Text.Len()
}

// shortest is how many words make a paragraph an introduction: a byline, a dateline
// or the credit of a photograph has fewer.
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
