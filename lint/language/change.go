package language

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// ChangeEntry reports whether a block is an entry of a change log: an item that begins with a link
// whose text is code, such as the number of a change, or with the hash of a commit, or that begins or
// ends with the number of a change or an issue as a link. Such text was written by the author of the
// change and copied by a program.
func ChangeEntry(b *lint.Block) bool {
	if b.Kind != lint.Item {
		return false
	}
	first, _, _ := strings.Cut(b.Text.String(), " ")
	if commit(strings.Trim(first, "[](),:.")) {
		return true
	}
	if numbered(b) {
		return true
	}
	if len(b.Marks) == 0 || b.Marks[0].Start > len("[") {
		return false
	}
	at := b.Marks[0].Start
	return b.Marked(lint.MarkLink, at) && b.Marked(lint.MarkCode, at)
}

// numbered reports whether a linked number, “#1234”, begins or ends a block, apart from brackets
// and the name of the change's author.
func numbered(b *lint.Block) bool {
	const before, after = 4, 24 // bytes
	text := b.Text.String()
	for i := range b.Marks {
		m := &b.Marks[i]
		if m.Kind != lint.MarkLink || m.Start > before && m.End < len(text)-after {
			continue
		}
		if number, found := strings.CutPrefix(text[m.Start:m.End], "#"); found && number != "" && strings.Trim(number, "0123456789") == "" {
			return true
		}
	}
	return false
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
