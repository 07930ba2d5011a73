package language

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/internal/hashtable"
)

// Entry is a phrase to search for and its class.
type Entry struct {
	Phrase string // one word or several; punctuation does not matter
	Class  string // group within the list; may be empty
}

// Lexicon is a list of phrases that is searched for in one pass over the words of a text, however
// long the list is. Case, typography and diacritics are ignored; inflected forms and possessives
// are not, so each form must be listed. The words of a phrase must be next to each other within
// one sentence, with only white space, hyphens and quotation marks between them.
//
// A lexicon does not change after it is built; any number of goroutines may use it.
type Lexicon struct {
	entries []Entry
	phrases []lexeme
	begun   *hashtable.Table[[]int32] // by first words (see leadKey): indices into phrases, the longest first
	pairs   bloom.Filter              // the first two words of phrases of several words
	alone   bloom.Filter              // phrases of one word
}

// lexeme is a phrase as the keys of its words, and as folded text to rule out collisions.
type lexeme struct {
	entry int
	keys  []uint64
	words []string
}

// NewLexicon compiles a list. Entries without a word are skipped; of equal entries the first
// counts.
func NewLexicon(entries []Entry) *Lexicon {
	l := &Lexicon{entries: slices.Clone(entries), begun: hashtable.New[[]int32](len(entries))}
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
		lead := leadKey(x.keys[:min(len(x.keys), mostLead)])
		l.begun.Set(lead, append(l.begun.Get(lead), int32(len(l.phrases))))
		if len(x.keys) == 1 {
			l.alone.Add(x.keys[0])
		} else {
			l.pairs.Add(pairKey(x.keys[0], x.keys[1]))
		}
		l.phrases = append(l.phrases, x)
	}
	for lead := range l.begun.Hashes() {
		slices.SortStableFunc(l.begun.Get(lead), func(a, b int32) int { return len(l.phrases[b].keys) - len(l.phrases[a].keys) })
	}
	return l
}

// ReadEntries reads a list of phrases, one per line. A # begins a comment; a line in brackets,
// "[class]", sets the class of the lines after it.
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

// LexiconHit is an occurrence of a lexicon's phrase in a document.
type LexiconHit struct {
	Entry      Entry
	Block      int
	Sentence   int   // index into Prose.Sentences
	From, To   int   // its words: Prose.Words[From:To]
	Start, End int   // offsets in the block's text
	Voice      Voice // whose words they are; if they differ, the voice furthest from Author
}

// Find returns the occurrences of the lexicon's phrases in a document, in order and without
// overlaps: of phrases that begin with the same word the longest counts. It searches the words of
// every voice except symbols; Voice is in the hit.
func (l *Lexicon) Find(d *lint.Document) []LexiconHit {
	p, keys := ProseOf(d), WordKeysOf(d)
	var hits []LexiconHit
	sentence := 0
	for k, key := range keys {
		if !l.mayBegin(key, keyAfter(keys, k)) || p.Words[k].Voice == Symbol {
			continue
		}
		if n := len(hits); n > 0 && k < hits[n-1].To {
			continue
		}
		for int(p.Sentences[sentence].To) <= k {
			sentence++
		}
		s := &p.Sentences[sentence]
		x := l.at(d.Blocks[s.Block].Text.String(), p.Words[k:s.To], keys[k:s.To])
		if x == nil {
			continue
		}
		h := LexiconHit{
			Entry: l.entries[x.entry], Block: int(s.Block), Sentence: sentence, From: k, To: k + len(x.keys),
			Start: int(p.Words[k].Start), End: int(p.Words[k+len(x.keys)-1].End),
		}
		for _, w := range p.Words[h.From:h.To] {
			h.Voice = max(h.Voice, w.Voice)
		}
		hits = append(hits, h)
	}
	return hits
}

// mayBegin reports whether a phrase may begin with the words of two keys; false is certain.
func (l *Lexicon) mayBegin(key, next uint64) bool {
	return l.pairs.Has(pairKey(key, next)) || l.alone.Has(key)
}

// keyAfter returns the key after keys[k], or 0.
func keyAfter(keys []uint64, k int) uint64 {
	if k+1 < len(keys) {
		return keys[k+1]
	}
	return 0
}

// MayStandIn reports whether any of the phrases may occur in a document, since all of its words
// may; false is certain.
func (l *Lexicon) MayStandIn(d *lint.Document) bool {
	seen := &ProseOf(d).seen
	return slices.ContainsFunc(l.phrases, func(x lexeme) bool {
		return !slices.ContainsFunc(x.keys, func(key uint64) bool { return !seen.Has(key) })
	})
}

func pairKey(a, b uint64) uint64 { return a ^ (b<<7 | b>>57) }

// mostLead is how many leading words are the lookup key of a phrase. Many texts contain the first
// two words of a phrase (“in the”), few the first three.
const mostLead = 3

// leadKey combines several keys into one.
func leadKey(keys []uint64) uint64 {
	lead := keys[0]
	for _, k := range keys[1:] {
		lead = pairKey(k, lead)
	}
	return lead
}

// at returns the longest phrase that words begin with, or nil.
func (l *Lexicon) at(text string, words []Word, keys []uint64) *lexeme {
	for n := min(len(keys), mostLead); n > 0; n-- {
		for _, i := range l.begun.Get(leadKey(keys[:n])) {
			if x := &l.phrases[i]; x.matches(text, words, keys) {
				return x
			}
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
			return false // a collision of keys
		}
	}
	return true
}

// In returns the entries whose phrases occur in a short text, such as the text of a link, with
// their offsets.
func (l *Lexicon) In(text string) []LexiconHit {
	const usual = 24 // words of a headline or of the text of a link
	words, keys := make([]Word, 0, usual), make([]uint64, 0, usual)
	for at := 0; ; {
		start, end, key, ok := plainWord(text, at)
		if !ok {
			if start, end, ok = nextWord(text, at); !ok {
				break
			}
			key = wordKey(text[start:end])
		}
		words = append(words, Word{Start: int32(start), End: int32(end)})
		keys = append(keys, key)
		at = end
	}
	return l.within(text, words, keys)
}

// InBlock is [Lexicon.In] for the text of block i of a document.
func (l *Lexicon) InBlock(d *lint.Document, i int) []LexiconHit {
	p := ProseOf(d)
	return l.within(d.Blocks[i].Text.String(), p.WordsIn(i), p.KeysIn(i))
}

// within returns the entries whose phrases occur among the words of a text.
func (l *Lexicon) within(text string, words []Word, keys []uint64) []LexiconHit {
	var hits []LexiconHit
	for k := 0; k < len(words); k++ {
		if !l.mayBegin(keys[k], keyAfter(keys, k)) {
			continue
		}
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

// Whole reports whether a short text consists of exactly one phrase of the lexicon, and returns
// its entry.
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
