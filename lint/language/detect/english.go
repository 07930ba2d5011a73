package detect

import (
	_ "embed" // the words
	"math/bits"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/swar"
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
	bytes, articles := 0, 0
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Prose() {
			s := beginning(b.Text.String())
			bytes += len(s)
			n := 0
			for rest := s; ; n++ {
				at := strings.Index(rest, articleSpaced)
				if at < 0 {
					break
				}
				rest = rest[at+1:]
			}
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

// spaced is a word of at most six letters with a space on either side, as a number.
type spaced struct{ bytes, mask uint64 }

// onlyEnglish returns the English-only words.
var onlyEnglish = sync.OnceValue(func() (words []spaced) {
	for word := range strings.FieldsSeq(englishWords) {
		words = append(words, spaced{swar.LoadShort(" " + word + " "), 1<<(8*(len(word)+2)) - 1})
	}
	return words
})

// plainlyEnglish reports whether a block contains a word that occurs only in
// English.
func plainlyEnglish(s string) bool {
	return strings.Contains(s, articleSpaced) || containsAny(s, onlyEnglish())
}

// articleSpaced is the first of the English-only words. Most blocks contain it, and a search for it
// alone is faster than one for all of them.
const articleSpaced = " the "

// containsAny reports whether one of some words occurs in s. At each space, it compares eight bytes
// with each word in one operation; searching for the words one by one would stop at every space once
// per word.
func containsAny(s string, words []spaced) bool {
	for i := 0; i < len(s); i += 8 {
		for spaces := swar.Equal(load(s, i), ' '); spaces != 0; spaces &= spaces - 1 {
			eight := load(s, i+bits.TrailingZeros64(spaces)>>3)
			for k := range words {
				if eight&words[k].mask == words[k].bytes {
					return true
				}
			}
		}
	}
	return false
}

// load returns the eight bytes of s from offset i on as a number, with zeros after the end.
func load(s string, i int) uint64 {
	if len(s)-i >= 8 {
		return swar.Load(s, i)
	}
	return swar.LoadShort(s[i:])
}
