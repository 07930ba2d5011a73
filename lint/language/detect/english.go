package detect

import (
	_ "embed" // the words
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// mostlyEnglish reports whether a draft begins with an English article in every other line, as
// only English text does, and contains no longer block that may be in another language. It settles
// most drafts in some hundred nanoseconds.
func mostlyEnglish(d *lint.Document) bool {
	const (
		enough = 500 // bytes
		fewest = 3   // articles
		apart  = 200 // bytes between them at most, on average
		longer = 120 // bytes of a block that must contain a word that occurs only in English
	)
	bytes, articles, article := 0, 0, onlyEnglish()[0]
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Prose() {
			s := beginning(b.Text.String())
			bytes += len(s)
			n := strings.Count(s, article)
			if n == 0 && len(s) >= longer && !plainlyEnglish(s) {
				return false
			}
			articles += n
			if bytes >= enough {
				break
			}
		}
	}
	return articles >= fewest && articles*apart >= bytes
}

// englishWords are words that occur only in English, the article first.
//
//go:embed english.txt
var englishWords string

// onlyEnglish returns the English-only words with a space on either side.
var onlyEnglish = sync.OnceValue(func() (words []string) {
	for word := range strings.FieldsSeq(englishWords) {
		words = append(words, " "+word+" ")
	}
	return words
})

// plainlyEnglish reports whether a block contains a word that occurs only in
// English.
func plainlyEnglish(s string) bool {
	for _, word := range onlyEnglish() {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}
