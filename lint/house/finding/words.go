package finding

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Few joins words for a summary: the first few, and how many more there are.
func Few(words []string) string {
	const shown = 3
	more := ""
	if n := len(words); n > shown {
		words, more = words[:shown], fmt.Sprintf(" and %d more", n-shown)
	}
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = "“" + lint.Clip(40, w) + "”"
	}
	return strings.Join(list, ", ") + more
}

// Shown returns words of a draft as a message shows them: on one line, and not too long.
func Shown(words string) string {
	return lint.Clip(60, strings.Join(strings.Fields(words), " "))
}

// Number returns a number as messages show it, with one decimal place at most.
func Number(n float64) string {
	if n == math.Trunc(n) {
		return strconv.FormatFloat(n, 'f', 0, 64)
	}
	return strconv.FormatFloat(n, 'f', 1, 64)
}
