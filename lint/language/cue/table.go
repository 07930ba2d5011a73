package cue

import (
	"strings"
	"sync"

	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/internal/swar"
	"github.com/copychief/copychief/lint/language/wordlist"
)

// Table is a hash table from words to their classes.
type Table struct {
	classes    *hashtable.Table[Class]
	contracted []string // endings after an apostrophe
}

// longest is the greatest length in bytes of a listed word; longer words are not looked up.
const longest = 16

// Words returns the table of the listed words. It is built on first use.
func Words() *Table { return cues() }

var cues = sync.OnceValue(func() *Table {
	t := &Table{hashtable.New[Class](len(classes())), wordlist.All().List("contracted-endings")}
	for w, c := range classes() {
		t.classes.Set(hash(w), c)
	}
	return t
})

// Class returns the class of the word text[start:end], ignoring case and a possessive ending or
// contracted verb, or 0.
func (t *Table) Class(text string, start, end int) Class {
	w := t.uncontracted(text[start:end])
	if len(w) > longest {
		return 0
	}
	if len(w) <= 8 && len(text)-start >= 8 { // most words
		return t.classes.Get(hashtable.Mix(0, (swar.Load(text, start)|swar.LowerBits)&(1<<(8*len(w))-1)))
	}
	return t.classes.Get(hash(w))
}

// hash returns the hash of a word in lower case, only the first [longest] bytes of which
// count. Bytes that are not letters may change too, but in the same way for the list and for
// the text.
func hash(w string) uint64 {
	if len(w) <= 8 {
		return hashtable.Mix(0, swar.LoadLower(w))
	}
	n := min(len(w), longest)
	return hashtable.Mix(hashtable.Mix(0, swar.Load(w, 0)|swar.LowerBits), swar.LoadLower(w[8:n]))
}

// apostrophic reports whether a byte is the last one of an apostrophe.
func apostrophic(c byte) bool { return c == '\'' || c == "’"[2] }

// uncontracted removes a contracted word or a possessive ending from the end of a word.
func (t *Table) uncontracted(w string) string {
	n := len(w)
	if n < 3 || !apostrophic(w[n-2]) && !apostrophic(w[n-3]) { // true of most words
		return w
	}
	for _, ending := range t.contracted {
		rest, ok := strings.CutSuffix(w, ending)
		if !ok {
			continue
		}
		for _, mark := range [...]string{"'", "’"} {
			if word, ok := strings.CutSuffix(rest, mark); ok && word != "" {
				return word
			}
		}
	}
	return w
}
