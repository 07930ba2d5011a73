package detect

import (
	_ "embed" // the lists
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// The lists of words and letters by language: one line each, with the tag before a colon.
var (
	//go:embed words.txt
	wordLists string
	//go:embed letters.txt
	letterLists string
)

// mostLanguages is the capacity of the tables, in languages.
const mostLanguages = 96

// clue is a word or a letter, with the languages that have it and its weight for each of them.
type clue struct {
	languages []uint8 // indices into tables.tags
	weight    int32
}

// tables is the inverted index of the lists.
type tables struct {
	tags    []string
	scripts []script // of tags
	english int      // index
	words   map[string]clue
	plain   *hashtable.Table[clue] // the words of ASCII letters, by their hashes
	letters *hashtable.Table[clue] // by letterHash
}

var lists = sync.OnceValue(func() *tables { return build(wordLists, letterLists) })

// The weight of a clue: a word that one language has is better evidence than a word that ten have,
// and a single letter is often a label rather than a word.
const (
	wordWeight = 4
	mostBonus  = 3 // for a word of one language only
	labelled   = 2 // for a word of one letter
)

func build(words, letters string) *tables {
	t := &tables{words: map[string]clue{}}
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
	byLetter := map[rune]clue{}
	each(letters, func(tag string, list []string) {
		for _, l := range list {
			r, _ := utf8.DecodeRuneInString(l)
			c := byLetter[r]
			c.languages = append(c.languages, index[tag])
			byLetter[r] = c
		}
	})
	for w, c := range t.words {
		c.weight = wordWeight + max(0, mostBonus+1-int32(len(c.languages)))
		if utf8.RuneCountInString(w) == 1 {
			c.weight = labelled
		}
		t.words[w] = c
	}
	t.plain = hashtable.New[clue](len(t.words))
	for w, c := range t.words {
		if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			t.plain.Set(hashOf(w), c)
		}
	}
	t.letters = hashtable.New[clue](len(byLetter))
	for r, c := range byLetter {
		c.weight = max(1, wordWeight-int32(len(c.languages)))
		t.letters.Set(letterHash(r), c)
	}
	return t
}

// hashOf returns the hash of a word of lower-case ASCII letters.
func hashOf(word string) (hash uint64) {
	for ; len(word) >= 8; word = word[8:] {
		hash = hashtable.Mix(hash, swar.Load(word, 0))
	}
	if word != "" {
		hash = hashtable.Mix(hash, swar.LoadShort(word))
	}
	return hash
}

func letterHash(r rune) uint64 { return hashtable.Mix(0, uint64(r)) }

// each calls add with the entries of each line.
func each(lists string, add func(tag string, list []string)) {
	for line := range strings.Lines(lists) {
		line, _, _ = strings.Cut(line, "#")
		if tag, entries, ok := strings.Cut(line, ":"); ok {
			add(strings.TrimSpace(tag), strings.Fields(entries))
		}
	}
}
