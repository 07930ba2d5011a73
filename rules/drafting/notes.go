package drafting

import (
	_ "embed"
	"sync"

	"github.com/copychief/copychief/lint/language"
)

// The lists of editor-note and placeholder are data: notes.txt and placeholders.txt
// say what their classes are.
var (
	//go:embed notes.txt
	noteList string
	//go:embed placeholders.txt
	placeholderList string
)

// noteLists are the classes of notes.txt.
type noteLists struct {
	label, preamble, term byLetter
	self                  []string
}

var (
	notes = sync.OnceValue(func() *noteLists {
		classes := map[string][]string{}
		for _, e := range language.ReadEntries(noteList) {
			classes[e.Class] = append(classes[e.Class], e.Phrase)
		}
		return &noteLists{
			label: newByLetter(classes["label"]), preamble: newByLetter(classes["preamble"]),
			term: newByLetter(classes["term"]), self: classes["self"],
		}
	})
	placeholding = sync.OnceValue(func() map[string]string {
		classes := map[string]string{}
		for _, e := range language.ReadEntries(placeholderList) {
			classes[e.Phrase] = e.Class
		}
		return classes
	})
)

// byLetter holds phrases by their first letters, which are small ones: of nearly every
// text it tells by one byte that it begins with none of them.
type byLetter [26][]string

func newByLetter(phrases []string) (l byLetter) {
	for _, phrase := range phrases {
		i := phrase[0] - 'a'
		l[i] = append(l[i], phrase)
	}
	return l
}

// at returns the phrases whose first letter stands at offset i of a text, in either case.
func (l *byLetter) at(text string, i int) []string {
	if i < len(text) && asciiLetter(text[i]) {
		return l[text[i]|0x20-'a']
	}
	return nil
}
