// Package headline holds the rules about the headline: the title that a search
// result shows and the H1 that a reader sees.
package headline

import (
	"strings"
)

// ending returns the last words of a text, led by an ellipsis where it is long:
// enough for a writer to find the place.
func ending(text string) string {
	const words = 3
	all := strings.Fields(text)
	if len(all) <= words {
		return strings.Join(all, " ")
	}
	return "…" + strings.Join(all[len(all)-words:], " ")
}

// maxShown is how many characters of a draft a message of this family quotes.
const maxShown = 36
