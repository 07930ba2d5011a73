package headings

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// unfinished reports whether a text, such as a heading, says that what it names is still being written:
// “[WIP] Timetable”.
func unfinished(text string) bool {
	text = strings.ToLower(text)
	for _, mark := range wordpack.Shared().Lines("unfinished-marks") {
		before, after, found := strings.Cut(text, mark)
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(after)
		if found && !unicode.IsLetter(last) && !unicode.IsLetter(first) {
			return true
		}
	}
	return false
}

// inProgress reports whether a draft says of itself that it is still being written.
func inProgress(d *lint.Document) bool { return d.IsDraft() || unfinished(d.Headline().Plain()) }
