package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
)

// inherit gives a quotation without its own attribution the attribution of the text before it in
// the paragraph.
func (f *reader) inherit(p *paragraph, k, prev int, c *candidate) attribution {
	lo, _ := p.sentence(k)
	if prev >= lo && len(f.who) > 0 {
		return f.who[len(f.who)-1]
	}
	if lo > 0 {
		if a := f.sentenceBefore(p, lo, prev); a.found {
			return a
		}
	}
	if !c.full || lo < k {
		if a := attributionTo(p, subjectIn(p, lo, k), -1, false); a.found && f.speaks(p, a.who) {
			return a
		}
	}
	return attribution{}
}

// sentenceBefore reads the sentence that ends before piece lo and returns the speaker of its
// quotation, or whoever says something in it without quotation marks.
func (f *reader) sentenceBefore(p *paragraph, lo, prev int) attribution {
	from, _ := p.sentence(lo - 1)
	if prev >= from && len(f.who) > 0 {
		return f.who[len(f.who)-1]
	}
	for v := lo - 1; v > from; v-- {
		if isVerb(p, v, cue.SayVerb) || p.is(v, p.words.according) || isVerb(p, v, cue.CallVerb) && !p.has(v, cue.MuteVerb) && !isPassive(p, v) {
			if a := attributionAccording(p, v, lo); a.found {
				return a
			}
			if a := attributionTo(p, subjectOf(p, from, v), v, false); a.found {
				return a
			}
		}
	}
	if prev >= 0 && len(f.who) > 0 && f.who[len(f.who)-1].found {
		return f.who[len(f.who)-1]
	}
	if a := attributionTo(p, subjectIn(p, from, lo), -1, false); a.found && f.speaks(p, a.who) {
		return a
	}
	return attribution{}
}

// speaks reports whether a noun phrase may be a speaker.
func (f *reader) speaks(p *paragraph, ph phrase) bool {
	switch ph.kind {
	case pronounPhrase:
		return !p.is(ph.from, p.words.vague)
	case namePhrase:
		return isPerson(f, p, ph)
	case nominalPhrase:
		return p.has(ph.to-1, cue.Head)
	case noPhrase:
	}
	return false
}

// backward gives quotations at the beginning of a paragraph the speaker of the next quotation in
// that paragraph: “One.” “Two,” she said.
func (f *reader) backward(p *paragraph, first int) {
	for i := len(f.out) - 2; i >= first; i-- {
		q, next := &f.out[i], &f.out[i+1]
		a, b := f.who[i-first], f.who[i+1-first]
		behind := !a.firm && b.firm && b.cue.kind != noPhrase && int(p.pieces[b.cue.from].start) >= next.End &&
			!strings.ContainsAny(p.text[q.End:next.Start], ".:;?!")
		if behind || q.Speaker == nil && next.Speaker != nil && q.Full {
			q.attributeAs(next)
		}
	}
}

// signed reads a line after a paragraph that names the speaker: "— Ann Lee".
func (f *reader) signed(p *paragraph, first int) {
	if first == len(f.out) || p.block+1 >= len(f.doc.Blocks) || f.out[len(f.out)-1].Speaker != nil {
		return
	}
	if pairs, _ := f.pairing.In(p.block + 1); len(pairs) > 0 && pairs[0].Style == pairing.Dash {
		return
	}
	if b := &f.doc.Blocks[p.block+1]; b.Kind == lint.Paragraph && b.Prose() {
		f.out[len(f.out)-1].Speaker = signature(f.doc.Source, b.Text)
	}
}

// leadIn reads the paragraph before if it ends in a colon.
func (f *reader) leadIn(p *paragraph, first int) {
	if first == len(f.out) || f.out[first].Speaker != nil || p.block == 0 || f.out[first].Start > 3 {
		return
	}
	a, lead := f.colonBefore(p.block, nil)
	if !a.found {
		return
	}
	for i := first; i < len(f.out) && f.out[i].Speaker == nil; i++ {
		f.attribute(&f.out[i], &lead, a)
	}
}

// colonBefore looks for the speaker announced by the block before block i, if that block ends in a
// colon.
func (f *reader) colonBefore(i int, into []piece) (attribution, paragraph) {
	b := &f.doc.Blocks[i-1]
	text := b.Text.String()
	if !b.Prose() || b.Kind == lint.Heading || len(text) == 0 || text[len(text)-1] != ':' {
		return attribution{}, paragraph{}
	}
	lead := cut(i-1, text, nil, into)
	end := len(lead.pieces) - 1
	lo, _ := lead.sentence(end)
	return attributionAtColon(&lead, lo, end), lead
}

// carry gives the quotations of a paragraph that names no speaker the speaker of the paragraph
// before, if that paragraph also ended in a quotation.
func (f *reader) carry(p *paragraph, first int) {
	if f.lastBlock == lint.None || f.lastBlock != f.proseBefore(p.block) || first == len(f.out) {
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
