package language

import "github.com/copychief/copychief/lint"

// Voice says whose words a word belongs to.
type Voice uint8

// The voices. Length counts Author and Speech; style and keyphrase rules look at
// Author alone.
const (
	Author Voice = iota
	Speech       // between quotation marks in the author's text, or an HTML q
	Quoted       // in a block quotation
	Symbol       // inline code, keyboard input, a bare URL: no word of any language
)

// Word is one word of a block: a UAX #29 word that holds a letter or a digit;
// hyphenated compounds are several words, contractions one.
type Word struct {
	Block      int32 // index into Document.Blocks
	Start, End int32 // offsets in the block's text
	Voice      Voice
}

// Sentence is a stretch of a block's text up to its closing mark. A heading, an
// item or a cell without closing punctuation is one sentence.
type Sentence struct {
	Block      int32
	Start, End int32 // offsets in the block's text, white space around left out
	From, To   int32 // its words: Prose.Words[From:To]
}

// Prose is the words and sentences of a document's blocks in order, code blocks
// left out.
type Prose struct {
	Words     []Word
	Sentences []Sentence

	words     []int32 // index of the first word of block i; one more at the end
	sentences []int32
}

var prose = lint.NewFact(segment)

// ProseOf returns the words and sentences of a document.
func ProseOf(d *lint.Document) *Prose { return prose.Of(d) }

// WordsIn returns the words of block i, whoever's they are.
func (p *Prose) WordsIn(i int) []Word { return p.Words[p.words[i]:p.words[i+1]] }

// SentencesIn returns the sentences of block i.
func (p *Prose) SentencesIn(i int) []Sentence {
	return p.Sentences[p.sentences[i]:p.sentences[i+1]]
}

// Count returns how many words blocks [from, to) hold for the purpose of length:
// those of voice Author and Speech.
func (p *Prose) Count(from, to int) int {
	n := 0
	for _, w := range p.Words[p.words[from]:p.words[to]] {
		if w.Voice <= Speech {
			n++
		}
	}
	return n
}

func segment(d *lint.Document) *Prose {
	n := len(d.Blocks) + 1
	return &Prose{words: make([]int32, n), sentences: make([]int32, n)}
}
