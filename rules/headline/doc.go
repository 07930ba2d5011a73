// Package headline holds the rules about the headline: the title that a search result
// shows and the H1 that readers see.
//
// The rules look at the title in the metadata and at the H1, and report an issue that both
// share only once. The trade-off: how a site builds its titles is not known from a draft,
// so the rules skip what a template fills in.
package headline

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// ending returns the last words of a text, shortened with an ellipsis if it is long:
// enough for a writer to find the place.
func ending(text string) string {
	const words = 3
	all := strings.Fields(text)
	if len(all) <= words {
		return lint.ClipFront(maxShown, strings.Join(all, " "))
	}
	return lint.ClipFront(maxShown, "…"+strings.Join(all[len(all)-words:], " "))
}

// maxShown is how many characters of the draft a message quotes.
const maxShown = 36
