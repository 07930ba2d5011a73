package detect

import (
	_ "embed" // the lists
	"strings"
	"sync"
	"unicode/utf8"
)

// The lists of words and letters by language: a line each, the tag in front of a colon.
var (
	//go:embed words.txt
	wordLists string
	//go:embed letters.txt
	letterLists string
)

// mostLanguages is how many languages the tables may hold.
const mostLanguages = 96

// clue is a word or a letter: the languages that have it, and what it counts for each.
type clue struct {
	languages []uint8 // indices into tables.tags
	weight    int32
}

// tables are the lists, turned round.
type tables struct {
	tags    []string
	scripts []script // of tags
	english int      // index
	words   map[string]clue
	letters map[rune]clue
}

var lists = sync.OnceValue(func() *tables { return build(wordLists, letterLists) })

// What a clue counts: a word that one language has is better evidence than one that ten
// have, and a single letter is often no word at all but a label.
const (
	wordWeight = 4
	mostBonus  = 3 // for a word of one language only
	labelled   = 2 // for a word of one letter
)

func build(words, letters string) *tables {
	t := &tables{words: map[string]clue{}, letters: map[rune]clue{}}
	index := map[string]uint8{}
	each(words, func(tag string, list []string) {
		index[tag] = uint8(len(t.tags))
		if tag == "en" {
			t.english = len(t.tags)
		}
		first, _ := utf8.DecodeRuneInString(list[0])
		t.tags, t.scripts = append(t.tags, tag), append(t.scripts, scriptOf(first))
		for _, w := range list {
			c := t.words[w]
			if n := len(c.languages); n == 0 || c.languages[n-1] != index[tag] {
				c.languages = append(c.languages, index[tag])
			}
			t.words[w] = c
		}
	})
	each(letters, func(tag string, list []string) {
		for _, l := range list {
			r, _ := utf8.DecodeRuneInString(l)
			c := t.letters[r]
			c.languages = append(c.languages, index[tag])
			t.letters[r] = c
		}
	})
	for w, c := range t.words {
		c.weight = wordWeight + max(0, mostBonus+1-int32(len(c.languages)))
		if utf8.RuneCountInString(w) == 1 {
			c.weight = labelled
		}
		t.words[w] = c
	}
	for r, c := range t.letters {
		c.weight = max(1, wordWeight-int32(len(c.languages)))
		t.letters[r] = c
	}
	return t
}

// each calls add with the entries of each line.
func each(lists string, add func(tag string, list []string)) {
	for line := range strings.Lines(lists) {
		line, _, _ = strings.Cut(line, "#")
		if tag, entries, ok := strings.Cut(line, ":"); ok {
			add(strings.TrimSpace(tag), strings.Fields(entries))
		}
	}
}
