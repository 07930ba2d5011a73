package language

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Entry is a phrase to look for and what it is listed as.
type Entry struct {
	Phrase string // one word or several; punctuation does not matter
	Class  string // as the list groups it; may be empty
}

// Lexicon is a list of phrases that is looked for in one pass over the words of
// a text, however long the list is. Case, typography and diacritics do not
// matter; inflected forms and possessives do, so list what is meant. The words of
// a phrase stand side by side within one sentence, with nothing but white space,
// hyphens and quotation marks between.
//
// A lexicon is not changed once it is made; any number of goroutines may use it.
type Lexicon struct {
	entries []Entry
	phrases []lexeme
	first   map[uint64][]int32 // by first word: indices into phrases, the longest first
	bloom   [64]uint64         // turns nearly every word away before the map is asked
	alone   [64]uint64         // of those that pass, the first words of phrases of one word
	pairs   [128]uint64        // and of longer ones, the first two words together
}

// lexeme is a phrase as the keys of its words, and folded, to be sure.
type lexeme struct {
	entry int
	keys  []uint64
	words []string
}

// NewLexicon compiles a list. Entries without a word are passed over; of equal
// ones the first counts.
func NewLexicon(entries []Entry) *Lexicon {
	l := &Lexicon{entries: slices.Clone(entries), first: make(map[uint64][]int32, len(entries))}
	for i, e := range entries {
		x := lexeme{entry: i}
		for _, w := range splitWords(e.Phrase) {
			folded := foldCase(w)
			x.words = append(x.words, folded)
			x.keys = append(x.keys, wordKey(folded))
		}
		if len(x.keys) == 0 {
			continue
		}
		k := x.keys[0]
		l.first[k] = append(l.first[k], int32(len(l.phrases)))
		l.bloom[k>>6&63] |= 1 << (k & 63)
		if len(x.keys) == 1 {
			l.alone[k>>6&63] |= 1 << (k & 63)
		} else {
			h := pairKey(k, x.keys[1])
			l.pairs[h>>6&127] |= 1 << (h & 63)
		}
		l.phrases = append(l.phrases, x)
	}
	for _, list := range l.first {
		slices.SortStableFunc(list, func(a, b int32) int { return len(l.phrases[b].keys) - len(l.phrases[a].keys) })
	}
	return l
}

// ReadEntries reads a list of phrases, one a line. What follows a # is a remark;
// a line in brackets, "[class]", names the class of the lines below it.
func ReadEntries(data string) []Entry {
	var list []Entry
	class := ""
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']':
			class = line[1 : len(line)-1]
		default:
			list = append(list, Entry{line, class})
		}
	}
	return list
}

// LexiconHit is a phrase of a lexicon that stands in a document.
type LexiconHit struct {
	Entry      Entry
	Block      int
	Sentence   int   // index into Prose.Sentences
	From, To   int   // its words: Prose.Words[From:To]
	Start, End int   // offsets in the block's text
	Voice      Voice // whose words they are; where they differ, the least the author's
}

// Find returns where phrases of the lexicon stand in a document, in order, never
// two in one place: of phrases that begin with the same word the longest counts.
// It looks at everybody's words but symbols; Voice says whose they are.
func (l *Lexicon) Find(d *lint.Document) []LexiconHit {
	p, keys := ProseOf(d), WordKeysOf(d)
	var hits []LexiconHit
	for i := range p.Sentences {
		s := &p.Sentences[i]
		text := ""
		for k := int(s.From); k < int(s.To); k++ {
			key := keys[k]
			if l.bloom[key>>6&63]&(1<<(key&63)) == 0 || !l.goesOn(keys[k:s.To]) || p.Words[k].Voice == Symbol {
				continue
			}
			if text == "" {
				text = d.Blocks[s.Block].Text.String()
			}
			x := l.at(text, p.Words[k:s.To], keys[k:s.To])
			if x == nil {
				continue
			}
			h := LexiconHit{
				Entry: l.entries[x.entry], Block: int(s.Block), Sentence: i, From: k, To: k + len(x.keys),
				Start: int(p.Words[k].Start), End: int(p.Words[k+len(x.keys)-1].End),
			}
			for _, w := range p.Words[h.From:h.To] {
				h.Voice = max(h.Voice, w.Voice)
			}
			hits = append(hits, h)
			k = h.To - 1
		}
	}
	return hits
}

// goesOn reports whether a phrase may begin with the first of the keys, seen with the
// second: most lists hold phrases that begin with “in” or “the”.
func (l *Lexicon) goesOn(keys []uint64) bool {
	k := keys[0]
	if l.alone[k>>6&63]&(1<<(k&63)) != 0 {
		return true
	}
	if len(keys) == 1 {
		return false
	}
	h := pairKey(k, keys[1])
	return l.pairs[h>>6&127]&(1<<(h&63)) != 0
}

func pairKey(a, b uint64) uint64 { return a ^ (b<<7 | b>>57) }

// at returns the longest phrase that words begin with, or nil.
func (l *Lexicon) at(text string, words []Word, keys []uint64) *lexeme {
	for _, i := range l.first[keys[0]] {
		if x := &l.phrases[i]; x.matches(text, words, keys) {
			return x
		}
	}
	return nil
}

func (x *lexeme) matches(text string, words []Word, keys []uint64) bool {
	if len(x.keys) > len(words) {
		return false
	}
	for i, k := range x.keys {
		if keys[i] != k || i > 0 && !besides(text[words[i-1].End:words[i].Start]) {
			return false
		}
	}
	for i, w := range x.words {
		if foldCase(text[words[i].Start:words[i].End]) != w {
			return false // two words with one key
		}
	}
	return true
}

// In returns the entries whose phrases stand in a short text, such as the text
// of a link, with their offsets in it.
func (l *Lexicon) In(text string) []LexiconHit {
	var words []Word
	var keys []uint64
	for at := 0; ; {
		start, end, ok := nextWord(text, at)
		if !ok {
			break
		}
		words = append(words, Word{Start: int32(start), End: int32(end)})
		keys = append(keys, wordKey(text[start:end]))
		at = end
	}
	var hits []LexiconHit
	for k := 0; k < len(words); k++ {
		x := l.at(text, words[k:], keys[k:])
		if x == nil {
			continue
		}
		to := k + len(x.keys)
		hits = append(hits, LexiconHit{
			Entry: l.entries[x.entry], Block: lint.None, Sentence: lint.None,
			From: k, To: to, Start: int(words[k].Start), End: int(words[to-1].End),
		})
		k = to - 1
	}
	return hits
}

// Whole reports whether a short text is a phrase of the lexicon and no word
// more, and returns its entry.
func (l *Lexicon) Whole(text string) (Entry, bool) {
	hits := l.In(text)
	if len(hits) != 1 || hits[0].From != 0 {
		return Entry{}, false
	}
	if _, _, more := nextWord(text, hits[0].End); more {
		return Entry{}, false
	}
	return hits[0].Entry, true
}
