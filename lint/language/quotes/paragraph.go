package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
)

// paragraph finds the quotations of block i and their speakers.
func (f *reader) paragraph(i int) {
	spans := f.quotedIn(i)
	if len(spans) == 0 {
		return
	}
	p := cut(i, f.doc.Blocks[i].Text.String(), spans, f.pieces)
	f.pieces, p.ask, p.asked = p.pieces, f.ask, &f.asked
	f.who = f.who[:0]
	first := len(f.out)
	f.mused = -1
	prev := -1 // piece of the previous quotation
	for k := range p.pieces {
		if p.pieces[k].kind != quotedPiece {
			continue
		}
		c := f.consider(&p, k, prev)
		if !c.speech {
			continue
		}
		f.add(&p, k, c)
		prev = k
	}
	f.backward(&p, first)
	f.leadIn(&p, first)
	f.signed(&p, first)
	f.carry(&p, first)
	if len(f.out) > first || f.runOn != lint.None {
		f.remember(i)
	}
}

// candidate is a pair of quotation marks that may enclose a quotation.
type candidate struct {
	text   string
	words  int
	full   bool
	speech bool
	who    attribution
}

// consider decides whether piece k is a quotation and looks for its speaker.
func (f *reader) consider(p *paragraph, k, prev int) candidate {
	pair := &f.pairing.Pairs[p.pieces[k].pair]
	c := candidate{who: attributionOf(p, k)}
	if pair.Block != p.block {
		f.continued(p, c.who)
		return c
	}
	if pair.Style == pairing.Dash {
		text := pair.Text(f.doc)
		return candidate{text: text, words: wordCount(text), full: true, speech: true}
	}
	c.text = pair.Text(f.doc)
	c.words = wordCount(c.text)
	c.full = isWhole(p, k, c.text)
	if f.resumes(p, k, prev) {
		before := &f.out[len(f.out)-1]
		c.speech, c.full, c.who = true, before.Full, f.who[len(f.who)-1]
		return c
	}
	if a := attributionCommented(p, k); a.found && !c.who.firm {
		c.who = a
	}
	c.speech = isSpeech(f, p, k, &c, pair)
	if !c.speech && f.coordinated(p, k, prev) {
		c.speech, c.who = true, f.who[len(f.who)-1]
	}
	if c.speech && !c.who.found {
		c.who = f.inherit(p, k, prev, &c)
	}
	return c
}

// resumes reports whether piece k continues the quotation prev after an interrupting attribution:
// “Now,” said Ann, “where were we?”
func (f *reader) resumes(p *paragraph, k, prev int) bool {
	if prev < 0 || len(f.who) == 0 || p.kind(k-1) != commaPiece {
		return false
	}
	a := f.who[len(f.who)-1]
	if !a.firm || a.cue.kind == noPhrase || a.cue.from <= prev || a.cue.from >= k || a.who.to > k || a.who.from <= prev {
		return false
	}
	if !strings.ContainsRune(",?!—-–", lastSign(p.text[p.pieces[prev].start:p.pieces[prev].end])) {
		return false
	}
	lo, _ := p.sentence(k)
	return prev >= lo && max(a.cue.to, a.who.to) >= k-7
}

// coordinated reports whether piece k is coordinated with the quotation prev: “late” and a “mess.”
func (f *reader) coordinated(p *paragraph, k, prev int) bool {
	const most = 3 // pieces in between
	if prev < 0 || k-prev > most+1 || len(f.who) == 0 {
		return false
	}
	a := f.who[len(f.who)-1]
	if !a.firm || a.cue.kind == noPhrase || !canSpeak(p, a.who) || !p.has(a.cue.from, cue.Verb) || p.has(a.cue.from-1, cue.Modal) || p.small(a.cue.from-1, p.words.passiveBe) {
		return false
	}
	joined := false
	for i := prev + 1; i < k; i++ {
		switch {
		case p.is(i, p.words.coordinators):
			joined = true
		case p.kind(i) != commaPiece && !p.is(i, p.words.articles) && !p.is(i, p.words.indefinite):
			return false
		}
	}
	return joined && !p.pieces[prev].ends
}

// continued completes a quotation that began in an earlier block; its attribution may follow its
// end.
func (f *reader) continued(p *paragraph, a attribution) {
	q := &f.out[f.runOn]
	if q.Speaker == nil && a.found {
		f.attribute(q, p, a)
	}
	if f.pairing.Pairs[q.Pair].EndBlock == p.block {
		f.runOn = lint.None
	}
}

// isWhole reports whether a quotation consists of whole sentences: it begins with a capital where a
// sentence may begin.
func isWhole(p *paragraph, k int, text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "‘'“\"[(….¿¡ "))
	if unicode.IsLower(r) {
		return k == 0 || p.pieces[k-1].ends
	}
	if k == 0 || p.pieces[k-1].ends {
		return true
	}
	mark := p.kind(k - 1)
	return mark == commaPiece || mark == colonPiece || mark == dashPiece || mark == openPiece || mark == quotedPiece ||
		p.has(k-1, cue.SayVerb)
}

// add appends a quotation.
func (f *reader) add(p *paragraph, k int, c candidate) {
	w := &p.pieces[k]
	pair := &f.pairing.Pairs[w.pair]
	q := Quote{
		Pair: int(w.pair), Block: p.block, Start: int(w.start), End: int(w.end),
		Span: pair.Span(f.doc), Text: c.text, Words: c.words, Full: c.full,
	}
	f.out = append(f.out, q)
	f.who = append(f.who, c.who)
	if c.who.found {
		f.attribute(&f.out[len(f.out)-1], p, c.who)
	}
	if pair.Style == pairing.Dash {
		attributeDialogue(f, &f.out[len(f.out)-1])
	}
	if pair.EndBlock != p.block {
		f.runOn = len(f.out) - 1
	}
}

// attribute copies an attribution into a quotation.
func (f *reader) attribute(q *Quote, p *paragraph, a attribution) {
	text := f.doc.Blocks[p.block].Text
	q.Speaker = mentionOf(p, text, a.who)
	if a.cue.kind != noPhrase {
		q.Cue = mentionOf(p, text, a.cue)
	}
	q.Anonymous, q.Described = isAnonymous(p, a.who)
	q.Explained = q.Anonymous && explainsName(p, a.who)
	q.Spoken = isSpoken(p, a)
}

func mentionOf(p *paragraph, text lint.Text, ph phrase) *Mention {
	i, j := int(p.pieces[ph.from].start), int(p.pieces[ph.to-1].end)
	if ph.kind == namePhrase || ph.to == ph.from+1 {
		for _, s := range [...]string{"’s", "'s"} {
			if strings.HasSuffix(p.text[i:j], s) {
				j -= len(s)
				break
			}
		}
	}
	return &Mention{Text: text.Sub(i, j).Plain(), Span: text.Span(i, j)}
}
