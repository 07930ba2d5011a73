package language

import "github.com/copychief/copychief/lint"

// ChangeEntry reports whether a block is an entry of a change log: an item that begins with a link
// whose text is code, such as the number of a change. Such text was written by the author of the
// change and copied by a program.
func ChangeEntry(b *lint.Block) bool {
	if b.Kind != lint.Item || len(b.Marks) == 0 || b.Marks[0].Start > len("[") {
		return false
	}
	at := b.Marks[0].Start
	return b.Marked(lint.MarkLink, at) && b.Marked(lint.MarkCode, at)
}
