package language

import (
	"math"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/token"
)

// Voice says whose words a word is part of.
type Voice uint8

// The voices. Length counts Author and Speech; style and keyphrase rules examine only Author.
const (
	Author Voice = iota
	Speech       // between quotation marks in the author's text, or an HTML q
	Quoted       // in a block quotation
	Symbol       // inline code, keyboard input, a bare address: not a word of any language
)

// Word is one word of a block: a UAX #29 word that contains a letter or a digit. Contractions,
// possessives and numbers ("don’t", "1,500") are one word. The parts of a hyphenated compound are
// separate words, so that each can be looked up, and all but the first are marked Joined: length
// counts the compound once.
type Word struct {
	Block      int32 // index into Document.Blocks
	Start, End int32 // offsets in the block's text
	Voice      Voice
	Shape      Shape
	Joined     bool // only a hyphen separates it from the word before: "known" in "well-known"
}

// Sentence is a stretch of a block's text up to its closing punctuation. A heading, an item or a
// cell without closing punctuation is one sentence.
//
// An author's sentence that continues after a quotation (“Is it? I think so,” she said.) is never
// split inside it. If several quoted sentences end together with the author's, each is a sentence
// of its own, and Pair is the quotation that they are parts of.
type Sentence struct {
	Block      int32
	Start, End int32 // offsets in the block's text, without surrounding white space
	From, To   int32 // its words: Prose.Words[From:To]
	Pair       int32 // index into Marks.Pairs of package pairing of the quotation it was split in, or lint.None
}

// Prose is the words and sentences of a document's blocks in order, without code blocks. A block
// without a word has no sentence.
type Prose struct {
	Words     []Word
	Sentences []Sentence
	Capitals  []int32 // indices of the words of shape Capitals
	Figures   []int32 // indices of the words of shape Figure

	keys      []uint64 // of Words
	words     []int32  // index of the first word of block i, with one more entry at the end
	sentences []int32
	authored  []bool  // by block, see Authored
	counts    []int32 // length of the blocks before block i
	more      []int32 // by word: number of characters in the words before it, less one for each; nil if words are counted
	seen      bloom.Filter
	gaps      []int32 // of the current block: its words with more than a space before them
}

var prose = bufpool.NewFact(segment)

// ProseOf returns the words and sentences of a document.
func ProseOf(d *lint.Document) *Prose { return prose.Of(d) }

// WordKeysOf returns a key for each word of a document, in the order of Prose.Words: words that
// differ only in case, typography and diacritics have the same key, other words hardly ever. Keys
// make it possible to look up words without folding them again.
func WordKeysOf(d *lint.Document) []uint64 { return prose.Of(d).keys }

// WordsIn returns the words of block i, of all voices.
func (p *Prose) WordsIn(i int) []Word { return p.Words[p.words[i]:p.words[i+1]] }

// KeysIn returns the keys of the words of block i; see [WordKeysOf].
func (p *Prose) KeysIn(i int) []uint64 { return p.keys[p.words[i]:p.words[i+1]] }

// SentencesIn returns the sentences of block i.
func (p *Prose) SentencesIn(i int) []Sentence {
	return p.Sentences[p.sentences[i]:p.sentences[i+1]]
}

// Bounds returns the words of block i as a range: Prose.Words[from:to].
func (p *Prose) Bounds(i int) (from, to int) { return int(p.words[i]), int(p.words[i+1]) }

// Place returns the index of word k among the words of its block.
func (p *Prose) Place(k int) int { return k - int(p.words[p.Words[k].Block]) }

// MayHave reports whether a word with a key may occur in the document; false is certain.
func (p *Prose) MayHave(key uint64) bool { return p.seen.Has(key) }

// MayHaveAny reports whether any word of a set may occur in the document; false is certain.
func (p *Prose) MayHaveAny(set *token.Set) bool {
	for key := range set.Keys() {
		if p.seen.Has(key) {
			return true
		}
	}
	return false
}

// Count returns the length of blocks [from, to) in the unit of the language: words, of voice Author
// and Speech and with a hyphenated compound counted once, or characters; see [UnitOf].
func (p *Prose) Count(from, to int) int { return int(p.counts[to] - p.counts[from]) }

// Length returns the length of a sentence, counted like [Prose.Count].
func (p *Prose) Length(s *Sentence) int { return p.size(int(s.From), int(s.To)) }

// Longer reports whether the length of a sentence is more than n. Few are, and most others are
// recognised without counting.
func (p *Prose) Longer(s *Sentence, n int) bool {
	if p.more == nil && int(s.To-s.From) <= n {
		return false
	}
	return p.Length(s) > n
}

// size returns the length of the words [from, to).
func (p *Prose) size(from, to int) int {
	n := count(p.Words[from:to])
	if p.more != nil {
		n += int(p.more[to] - p.more[from])
	}
	return n
}

func count(words []Word) int {
	n := 0
	for i := range words {
		n += length(words[i].Voice, words[i].Joined)
	}
	return n
}

// length returns 1 for a word that counts, otherwise 0.
func length(voice Voice, joined bool) int {
	if voice <= Speech && !joined {
		return 1
	}
	return 0
}

// segment processes every block once: first the words and their voices, then the gaps between them
// to find the ends of sentences.
func segment(d *lint.Document, p *Prose) {
	size := 0
	for i := range d.Blocks {
		if d.Blocks[i].Kind != lint.Code {
			size += d.Blocks[i].Text.Len()
		}
	}
	words := size*2/11 + 16
	p.Words, p.keys = bufpool.Sized(p.Words, words), bufpool.Sized(p.keys, words)
	p.Capitals, p.Figures = bufpool.Sized(p.Capitals, words/64), bufpool.Sized(p.Figures, words/32)
	p.Sentences = bufpool.Sized(p.Sentences, size/80+len(d.Blocks))
	p.words = bufpool.Sized(p.words, len(d.Blocks)+1)[:len(d.Blocks)+1]
	p.sentences = bufpool.Sized(p.sentences, len(d.Blocks)+1)[:len(d.Blocks)+1]
	p.counts = bufpool.Sized(p.counts, len(d.Blocks)+1)[:len(d.Blocks)+1]
	p.authored = bufpool.Sized(p.authored, len(d.Blocks))[:len(d.Blocks)]
	p.seen = bloom.Filter{}
	p.words[0], p.sentences[0], p.counts[0] = 0, 0, 0
	p.more = nil
	if unit, _ := UnitOf(d.Language); unit.Characters() {
		p.more = append(make([]int32, 0, words), 0)
	}
	speech := &speeches{pairs: pairing.Of(d).Pairs}
	split, n := newSplitter(d.Language), 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Code {
			from := len(p.Words)
			p.gaps = p.gaps[:0]
			n += p.addWords(d, i, speech)
			p.addCharacters(b.Text.String(), from)
			split.marks = b.Marks
			split.block(p, i, from, b.Text.String(), speech.in(i))
		}
		p.words[i+1], p.sentences[i+1] = int32(len(p.Words)), int32(len(p.Sentences))
		p.counts[i+1] = int32(n)
		if p.more != nil {
			p.counts[i+1] += p.more[len(p.Words)]
		}
	}
}

// addCharacters appends the numbers of characters of a block's words, from index from on, if
// characters are counted.
func (p *Prose) addCharacters(text string, from int) {
	if p.more == nil {
		return
	}
	for k := from; k < len(p.Words); k++ {
		w := &p.Words[k]
		extra := int32(0)
		if w.Voice <= Speech {
			extra = int32(characters(text[w.Start:w.End]) - 1)
		}
		p.more = append(p.more, p.more[k]+extra)
	}
}

// addWords appends the words of block i with their voices and keys. It returns how many of them
// [count] counts.
func (p *Prose) addWords(d *lint.Document, i int, speech *speeches) (n int) {
	b := &d.Blocks[i]
	s := b.Text.String()
	speech.enter(i)
	whose := newVoices(d, b, speech)
	voice, until := whose.at(0)
	p.authored[i] = voice == Author && until == math.MaxInt
	last, address := -2, 0
	words, keys := p.Words, p.keys
	for at := 0; ; {
		start, end, key, ok := token.NextPlain(s, at)
		if !ok {
			if start, end, ok = token.Next(s, at); !ok {
				break
			}
			key = token.Key(s[start:end])
		}
		if start >= until {
			voice, until = whose.at(start)
		}
		words = append(words, Word{})
		w := &words[len(words)-1] // filled in its place: a copy would be read before its parts are stored
		w.Block, w.Start, w.End, w.Voice, w.Shape = int32(i), int32(start), int32(end), voice, shapeOf(s, start, end)
		if start-last != 1 || s[last] != ' ' {
			p.gaps = append(p.gaps, int32(len(words)-1))
			if last >= 0 {
				switch gap := s[last:start]; {
				case token.IsHyphen(gap):
					w.Joined = true
				case strings.HasPrefix(gap, "://") && start >= address:
					address = last + beforeSpace(s[last:])
					scheme := &words[len(words)-2]
					n -= length(scheme.Voice, scheme.Joined)
					scheme.Voice, p.authored[i] = Symbol, false
				}
			}
		}
		if start < address {
			w.Voice, p.authored[i] = Symbol, false
		}
		if w.Shape&(Capitals|Figure) != 0 {
			p.addShape(w.Shape, len(words)-1)
		}
		n += length(w.Voice, w.Joined)
		keys = append(keys, key)
		p.seen.Add(key)
		last, at = end, end
	}
	p.Words, p.keys = words, keys
	return n
}

// beforeSpace returns the number of bytes before the first white space of s.
func beforeSpace(s string) int {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(s)
}
