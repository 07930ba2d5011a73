package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// inherit gives a quotation without its own attribution the attribution of the text before it in
// the paragraph.
func (f *reader) inherit(p *clause.Paragraph, k, prev int, c *candidate) attribution.Attribution {
	lo, _ := p.Sentence(k)
	if prev >= lo && len(f.who) > 0 {
		return f.who[len(f.who)-1]
	}
	if lo > 0 {
		if a := f.sentenceBefore(p, lo, prev); a.Found {
			return a
		}
	}
	if !c.full || lo < k {
		if a := attribution.To(p, clause.SubjectIn(p, lo, k), -1, false); a.Found && f.speaks(p, a.Who) {
			return a
		}
	}
	return attribution.Attribution{}
}

// sentenceBefore reads the sentence that ends before piece lo and returns the speaker of its
// quotation, or whoever says something in it without quotation marks.
func (f *reader) sentenceBefore(p *clause.Paragraph, lo, prev int) attribution.Attribution {
	from, _ := p.Sentence(lo - 1)
	if prev >= from && len(f.who) > 0 {
		return f.who[len(f.who)-1]
	}
	for v := lo - 1; v > from; v-- {
		if clause.IsVerb(p, v, cue.SayVerb) || p.Is(v, p.Words.According) || clause.IsVerb(p, v, cue.CallVerb) && !p.Has(v, cue.MuteVerb) && !clause.IsPassive(p, v) {
			if a := attribution.According(p, v, lo); a.Found {
				return a
			}
			if a := attribution.To(p, clause.SubjectOf(p, from, v), v, false); a.Found {
				return a
			}
		}
	}
	if prev >= 0 && len(f.who) > 0 && f.who[len(f.who)-1].Found {
		return f.who[len(f.who)-1]
	}
	if a := attribution.To(p, clause.SubjectIn(p, from, lo), -1, false); a.Found && f.speaks(p, a.Who) {
		return a
	}
	return attribution.Attribution{}
}

// speaks reports whether a noun phrase may be a speaker.
func (f *reader) speaks(p *clause.Paragraph, ph clause.Phrase) bool {
	switch ph.Kind {
	case clause.Pronoun:
		return !p.Is(ph.From, p.Words.Vague)
	case clause.Name:
		return isPerson(f, p, ph)
	case clause.Nominal:
		return p.Has(ph.To-1, cue.Head)
	case clause.None:
	}
	return false
}

// backward gives quotations at the beginning of a paragraph the speaker of the next quotation in
// that paragraph: “One.” “Two,” she said.
func (f *reader) backward(p *clause.Paragraph, first int) {
	for i := len(f.out) - 2; i >= first; i-- {
		q, next := &f.out[i], &f.out[i+1]
		a, b := f.who[i-first], f.who[i+1-first]
		behind := !a.Firm && b.Firm && b.Cue.Kind != clause.None && int(p.Pieces[b.Cue.From].Start) >= next.End &&
			!strings.ContainsAny(p.Text[q.End:next.Start], ".:;?!")
		if behind || q.Speaker == nil && next.Speaker != nil && q.Full {
			q.attributeAs(next)
		}
	}
}

// signed reads a line after a paragraph that names the speaker: "— Ann Lee".
func (f *reader) signed(p *clause.Paragraph, first int) {
	if first == len(f.out) || p.Block+1 >= len(f.doc.Blocks) || f.out[len(f.out)-1].Speaker != nil {
		return
	}
	if pairs, _ := f.pairing.In(p.Block + 1); len(pairs) > 0 && pairs[0].Style == pairing.Dash {
		return
	}
	if b := &f.doc.Blocks[p.Block+1]; b.Kind == lint.Paragraph && b.Prose() {
		f.out[len(f.out)-1].Speaker = signature(f.doc.Source, b.Text)
	}
}

// leadIn reads the paragraph before if it ends in a colon.
func (f *reader) leadIn(p *clause.Paragraph, first int) {
	if first == len(f.out) || f.out[first].Speaker != nil || p.Block == 0 || f.out[first].Start > 3 {
		return
	}
	a, lead := f.colonBefore(p.Block, nil)
	if !a.Found {
		return
	}
	for i := first; i < len(f.out) && f.out[i].Speaker == nil; i++ {
		f.attribute(&f.out[i], &lead, a)
	}
}

// colonBefore looks for the speaker announced by the block before block i, if that block ends in a
// colon.
func (f *reader) colonBefore(i int, into []clause.Piece) (attribution.Attribution, clause.Paragraph) {
	b := &f.doc.Blocks[i-1]
	text := b.Text.String()
	if !b.Prose() || b.Kind == lint.Heading || len(text) == 0 || text[len(text)-1] != ':' {
		return attribution.Attribution{}, clause.Paragraph{}
	}
	lead := clause.Cut(i-1, text, nil, into)
	end := len(lead.Pieces) - 1
	lo, _ := lead.Sentence(end)
	return attribution.AtColon(&lead, lo, end), lead
}

// carry gives the quotations of a paragraph that names no speaker the speaker of the paragraph
// before, if that paragraph also ended in a quotation.
func (f *reader) carry(p *clause.Paragraph, first int) {
	if f.lastBlock == lint.None || f.lastBlock != f.proseBefore(p.Block) || first == len(f.out) {
		return
	}
	from := &f.out[f.last]
	if from.Speaker == nil {
		return
	}
	for i := first; i < len(f.out) && f.out[i].Speaker == nil; i++ {
		q := &f.out[i]
		q.attributeAs(from)
	}
}

// proseBefore returns the paragraph before block i. It skips captions, and stage directions of up
// to three words between two parts of a dialogue: "She pauses."
func (f *reader) proseBefore(i int) int {
	const most = 4 // blocks in between
	for last := i - 1 - most; i > 0; {
		i--
		if i == last {
			break
		}
		b := &f.doc.Blocks[i]
		if b.Kind == lint.Caption || i != f.lastBlock && b.Kind == lint.Paragraph && b.Text.Len() <= shortest && wordCount(b.Text.String()) <= 3 {
			continue
		}
		return i
	}
	return lint.None
}

// shortest is the greatest length in bytes of a paragraph of three words.
const shortest = 24

// remember stores the last quotation of block i for the next paragraph.
func (f *reader) remember(i int) {
	if len(f.out) > 0 {
		f.lastBlock, f.last = i, len(f.out)-1
	}
}
