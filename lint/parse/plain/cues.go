package plain

import (
	"sync"

	"github.com/copychief/copychief/lint/language/wordlist"
)

// cueWords are words that help to tell headings from other short lines. The language of
// a plain text is not known when its outline is inferred, so the lists of all languages
// that have them are used.
type cueWords struct{ dates, labels, bylines, connectives, chrome, buttons map[string]bool }

// cues returns the words, which are loaded once.
var cues = sync.OnceValue(func() *cueWords {
	c := &cueWords{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, language := range [...]string{"en"} {
		lists := wordlist.Of(language)
		add(c.dates, lists.List("outline-dates"))
		add(c.labels, lists.Lines("outline-labels"))
		add(c.bylines, lists.List("outline-bylines"))
		add(c.connectives, lists.List("outline-connectives"))
		add(c.chrome, lists.Lines("outline-chrome"))
		add(c.buttons, lists.Lines("outline-buttons"))
	}
	return c
})

func add(to map[string]bool, words []string) {
	for _, w := range words {
		to[w] = true
	}
}
