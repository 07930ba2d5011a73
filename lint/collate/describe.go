package collate

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// shownBytes is the number of bytes shown of each side of a difference.
const shownBytes = 40

// String describes the difference, with words in curly quotes: “never” is missing.
func (d Difference) String() string {
	quoted, source := marked(d.Quoted), marked(d.Source)
	switch d.Kind {
	case Missing:
		if d.Words > 6 {
			return fmt.Sprintf("%d words are missing%s", d.Words, d.place())
		}
		return source + " " + isAre(d.Words) + " missing"
	case Added:
		return quoted + " " + isAre(len(strings.Fields(d.Quoted))) + " added"
	case Replaced:
		if d.Source == "" {
			return quoted + " is added"
		}
		return quoted + " instead of " + source
	case Moved:
		if d.Source != "" {
			return quoted + " instead of " + source
		}
		return "the words" + d.place() + " come from earlier in the source"
	case Negated:
		return source + " is left out" + d.place()
	default:
		return "the words" + d.place() + " are from another source"
	}
}

// place says where in the quotation the difference is.
func (d Difference) place() string {
	if d.After == "" {
		return ""
	}
	return " after " + marked(d.After)
}

func marked(words string) string { return "“" + lint.Shorten(words, shownBytes) + "”" }

func isAre(n int) string {
	if n > 1 {
		return "are"
	}
	return "is"
}
