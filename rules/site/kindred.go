package site

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// sameText is the share in percent from which two pages are copies whatever they are about; so much
// remains where only a date or a name was changed.
const sameText = 97

// ofOneKind reports whether two pages that are much alike are two texts of one kind, not one text twice:
// news of different days, such as the announcements of two releases or of two meetings; or pages of a
// reference whose titles differ in one word.
func ofOneKind(a, b *lint.Page) bool {
	return a.Date != "" && b.Date != "" && a.Date != b.Date || section(a) == section(b) && differInOne(name(a), name(b))
}

// differInOne reports whether two titles of several words are the same but for one word.
func differInOne(a, b string) bool {
	border := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	x, y := strings.FieldsFunc(a, border), strings.FieldsFunc(b, border)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	n := 0
	for i := range x {
		if !strings.EqualFold(x[i], y[i]) {
			n++
		}
	}
	return n == 1
}
