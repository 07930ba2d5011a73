package language

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// ChangeEntry reports whether a block is an entry of a change log: an item that begins with a link
// whose text is code, such as the number of a change, or with the hash of a commit. Such text was
// written by the author of the change and copied by a program.
func ChangeEntry(b *lint.Block) bool {
	if b.Kind != lint.Item {
		return false
	}
	first, _, _ := strings.Cut(b.Text.String(), " ")
	if commit(strings.Trim(first, "[](),:.")) {
		return true
	}
	if len(b.Marks) == 0 || b.Marks[0].Start > len("[") {
		return false
	}
	at := b.Marks[0].Start
	return b.Marked(lint.MarkLink, at) && b.Marked(lint.MarkCode, at)
}

// commit reports whether s is the hash of a commit, in full or shortened: hexadecimal digits, both
// letters and numbers.
func commit(s string) bool {
	if len(s) < 7 || len(s) > 64 {
		return false
	}
	digits := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r < 'a' || r > 'f':
			return false
		}
	}
	return digits > 0 && digits < len(s)
}
