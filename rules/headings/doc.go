// Package headings holds the rules about the structure that headings give an
// article: their levels, their number, and what they say.
package headings

import (
	"github.com/copychief/copychief/lint"
)

// headline returns the index of the heading that is the headline: an H1 that
// comes before all other headings; otherwise None.
func headline(d *lint.Document) int {
	for i, b := range d.Headings() {
		if b.Level == 1 {
			return i
		}
		break
	}
	return lint.None
}

// maxShown is how many characters of a draft a message of this family quotes.
const maxShown = 36
