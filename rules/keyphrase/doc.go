// Package keyphrase holds the rules about where and how often an article names
// what it wants to be found for.
package keyphrase

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// introduction returns the index of the first paragraph of the author's own words,
// or lint.None.
func introduction(d *lint.Document) int {
	for i, b := range d.Paragraphs() {
		if len(strings.Fields(b.Text.String())) >= shortest {
			return i
		}
	}
	for i := range d.Paragraphs() {
		return i
	}
	return lint.None
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
