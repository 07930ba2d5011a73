package anchor

import (
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// repeated counts the headings of a page that have the same text but for the number that
// generators add to the ids of all but the first: cost, cost-1, cost-2, whatever their levels.
// Some count from two.
type repeated struct {
	wanted []string // spellings of the id without its number
	left   int      // how many such headings are still needed; 0 if the id has no number
}

// mostRepeated is the highest number that counts as that of a repeated heading.
const mostRepeated = 1000

// repetition returns the headings that an id may be one of.
func repetition(id string) repeated {
	stem := strings.TrimRight(id, "0123456789")
	text := strings.TrimRight(stem, "-_")
	n, err := strconv.Atoi(id[len(stem):])
	if text == stem || text == "" || err != nil || n < 1 || n > mostRepeated {
		return repeated{}
	}
	return repeated{spellings(text), max(n, 2)}
}

// reached reports whether the page has enough headings, counting one more.
func (r *repeated) reached(heading string, styles []lint.IDStyle) bool {
	if r.left == 0 || !headed(heading, r.wanted, styles) {
		return false
	}
	r.left--
	return r.left == 0
}
