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

var (
	notes        = sync.OnceValue(func() map[string][]string { return byClass(noteList) })
	placeholding = sync.OnceValue(func() map[string]string {
		classes := map[string]string{}
		for _, e := range language.ReadEntries(placeholderList) {
			classes[e.Phrase] = e.Class
		}
		return classes
	})
)

// byClass returns the entries of a list under the names of their classes.
func byClass(list string) map[string][]string {
	classes := map[string][]string{}
	for _, e := range language.ReadEntries(list) {
		classes[e.Class] = append(classes[e.Class], e.Phrase)
	}
	return classes
}
