package language

import (
	"math"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
)

// Authored reports whether all words of block i have the voice Author and no mark is on any of them, as
// is true of many blocks, so that their words need not be examined one by one.
func (p *Prose) Authored(i int) bool { return p.authored[i] }

// voices determines the voice of the words of one block; offsets must be queried in ascending
// order.
type voices struct {
	doc    *lint.Document
	marks  []lint.Mark
	speech *speeches
	base   Voice
	symbol int // text up to here is Symbol
	quote  int // text up to here is Speech
}

func newVoices(d *lint.Document, b *lint.Block, speech *speeches) voices {
	v := voices{doc: d, marks: b.Marks, speech: speech}
	if b.Quote != lint.None {
		v.base = Quoted
	}
	return v
}

// at returns the voice of the word at an offset, and the offset up to which that voice extends.
func (v *voices) at(offset int) (voice Voice, until int) {
	for len(v.marks) > 0 && v.marks[0].Start <= offset {
		m := v.marks[0]
		v.marks = v.marks[1:]
		switch m.Kind {
		case lint.MarkCode, lint.MarkKeyboard:
			v.symbol = max(v.symbol, m.End)
		case lint.MarkLink:
			if m.Index >= 0 && m.Index < len(v.doc.Links) && v.doc.Links[m.Index].Bare {
				v.symbol = max(v.symbol, m.End)
			}
		case lint.MarkQuote:
			v.quote = max(v.quote, m.End)
		default: // other marks do not affect the voice
		}
	}
	until = math.MaxInt
	if len(v.marks) > 0 {
		until = v.marks[0].Start
	}
	switch {
	case offset < v.symbol:
		return Symbol, min(until, v.symbol)
	case v.base != Author:
		return v.base, until
	case offset < v.quote:
		return Speech, min(until, v.quote)
	}
	voice, end := v.speech.at(offset)
	return voice, min(until, end)
}

// speeches iterates over the pairs of quotation marks together with the blocks; offsets must be
// queried in ascending order. An unclosed mark does not begin speech.
type speeches struct {
	pairs    []pairing.Pair
	next     int // the first pair that has not begun yet
	first    int // the first pair of the current block
	block    int
	endBlock int // speech continues up to end in endBlock
	end      int
}

func (q *speeches) enter(block int) {
	for q.next < len(q.pairs) && q.pairs[q.next].Block < block {
		q.open(&q.pairs[q.next])
	}
	q.block, q.first = block, q.next
}

func (q *speeches) open(p *pairing.Pair) {
	q.next++
	if p.Closed && (p.EndBlock > q.endBlock || p.EndBlock == q.endBlock && p.End > q.end) {
		q.endBlock, q.end = p.EndBlock, p.End
	}
}

// at is [voices.at] for a text in which only quotation marks change the voice.
func (q *speeches) at(offset int) (voice Voice, until int) {
	until = math.MaxInt
	for ; q.next < len(q.pairs) && q.pairs[q.next].Block == q.block; q.open(&q.pairs[q.next]) {
		if start := q.pairs[q.next].Start; start > offset {
			until = start
			break
		}
	}
	switch {
	case q.block < q.endBlock:
		return Speech, until
	case q.block == q.endBlock && offset < q.end:
		return Speech, min(until, q.end)
	}
	return Author, until
}

// in returns the pairs that open in the current block and the index of the first.
func (q *speeches) in(block int) speechBlock {
	last := q.first
	for last < len(q.pairs) && q.pairs[last].Block == block {
		last++
	}
	return speechBlock{pairs: q.pairs[q.first:last], base: q.first, split: lint.None}
}
