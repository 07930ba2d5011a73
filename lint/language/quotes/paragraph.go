package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// paragraph finds the quotations of block i and their speakers.
func (f *reader) paragraph(i int) {
	spans := f.quotedIn(i)
	if len(spans) == 0 {
		return
	}
	p := clause.Cut(i, f.doc.Blocks[i].Text.String(), spans, f.pieces)
	f.pieces, p.Ask, p.Asked = p.Pieces, f.ask, &f.asked
	f.who = f.who[:0]
	first := len(f.out)
	f.mused = -1
	prev := -1 // piece of the previous quotation
	for k := range p.Pieces {
		if p.Pieces[k].Kind != clause.Quotation {
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
	who    attribution.Attribution
}

// consider decides whether piece k is a quotation and looks for its speaker.
func (f *reader) consider(p *clause.Paragraph, k, prev int) candidate {
	pair := &f.pairing.Pairs[p.Pieces[k].Pair]
	c := candidate{who: attribution.Of(p, k)}
	if pair.Block != p.Block {
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
	if a := attribution.Commented(p, k); a.Found && !c.who.Firm {
		c.who = a
	}
	c.speech = isSpeech(f, p, k, &c, pair)
	if !c.speech && f.coordinated(p, k, prev) {
		c.speech, c.who = true, f.who[len(f.who)-1]
	}
	if c.speech && !c.who.Found {
		c.who = f.inherit(p, k, prev, &c)
	}
	return c
}

// resumes reports whether piece k continues the quotation prev after an interrupting attribution:
// “Now,” said Ann, “where were we?”
func (f *reader) resumes(p *clause.Paragraph, k, prev int) bool {
	if prev < 0 || len(f.who) == 0 || p.Kind(k-1) != clause.Comma {
		return false
	}
	a := f.who[len(f.who)-1]
	if !a.Firm || a.Cue.Kind == clause.None || a.Cue.From <= prev || a.Cue.From >= k || a.Who.To > k || a.Who.From <= prev {
		return false
	}
	if !strings.ContainsRune(",?!—-–", clause.LastSign(p.Text[p.Pieces[prev].Start:p.Pieces[prev].End])) {
		return false
	}
	lo, _ := p.Sentence(k)
	return prev >= lo && max(a.Cue.To, a.Who.To) >= k-7
}

// coordinated reports whether piece k is coordinated with the quotation prev: “late” and a “mess.”
func (f *reader) coordinated(p *clause.Paragraph, k, prev int) bool {
	const most = 3 // pieces in between
	if prev < 0 || k-prev > most+1 || len(f.who) == 0 {
		return false
	}
	a := f.who[len(f.who)-1]
	if !a.Firm || a.Cue.Kind == clause.None || !canSpeak(p, a.Who) || !p.Has(a.Cue.From, cue.Verb) || p.Has(a.Cue.From-1, cue.Modal) || p.Small(a.Cue.From-1, p.Words.PassiveBe) {
		return false
	}
	joined := false
	for i := prev + 1; i < k; i++ {
		switch {
		case p.Is(i, p.Words.Coordinators):
			joined = true
		case p.Kind(i) != clause.Comma && !p.Is(i, p.Words.Articles) && !p.Is(i, p.Words.Indefinite):
			return false
		}
	}
	return joined && !p.Pieces[prev].Ends
}

// continued completes a quotation that began in an earlier block; its attribution may follow its
// end.
func (f *reader) continued(p *clause.Paragraph, a attribution.Attribution) {
	q := &f.out[f.runOn]
	if q.Speaker == nil && a.Found {
		f.attribute(q, p, a)
	}
	if f.pairing.Pairs[q.Pair].EndBlock == p.Block {
		f.runOn = lint.None
	}
}

// isWhole reports whether a quotation consists of whole sentences: it begins with a capital where a
// sentence may begin.
func isWhole(p *clause.Paragraph, k int, text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "‘'“\"[(….¿¡ "))
	if unicode.IsLower(r) {
		return k == 0 || p.Pieces[k-1].Ends
	}
	if k == 0 || p.Pieces[k-1].Ends {
		return true
	}
	mark := p.Kind(k - 1)
	return mark == clause.Comma || mark == clause.Colon || mark == clause.Dash || mark == clause.Opening || mark == clause.Quotation ||
		p.Has(k-1, cue.SayVerb)
}

// add appends a quotation.
func (f *reader) add(p *clause.Paragraph, k int, c candidate) {
	w := &p.Pieces[k]
	pair := &f.pairing.Pairs[w.Pair]
	q := Quote{
		Pair: int(w.Pair), Block: p.Block, Start: int(w.Start), End: int(w.End),
		Span: pair.Span(f.doc), Text: c.text, Words: c.words, Full: c.full,
	}
	f.out = append(f.out, q)
	f.who = append(f.who, c.who)
	if c.who.Found {
		f.attribute(&f.out[len(f.out)-1], p, c.who)
	}
	if pair.Style == pairing.Dash {
		attributeDialogue(f, &f.out[len(f.out)-1])
	}
	if pair.EndBlock != p.Block {
		f.runOn = len(f.out) - 1
	}
}

// trusts reports whether an attribution is more than a guess from the grammar of another language.
func (f *reader) trusts(p *clause.Paragraph, a attribution.Attribution) bool {
	return f.reads || a.Who.Kind == clause.Name && a.Cue.Kind != clause.None && p.Kind(a.Cue.From) == clause.Colon
}

// attribute copies an attribution into a quotation.
func (f *reader) attribute(q *Quote, p *clause.Paragraph, a attribution.Attribution) {
	if !f.trusts(p, a) {
		return
	}
	text := f.doc.Blocks[p.Block].Text
	q.Speaker = MentionOf(p, text, a.Who)
	if a.Cue.Kind != clause.None {
		q.Cue = MentionOf(p, text, a.Cue)
	}
	q.Anonymous, q.Described = isAnonymous(p, a.Who)
	q.Explained = q.Anonymous && explainsName(p, a.Who)
	q.Spoken = isSpoken(p, a)
}

// MentionOf returns a noun phrase of a paragraph, without a possessive ending, and its place.
func MentionOf(p *clause.Paragraph, text lint.Text, ph clause.Phrase) *Mention {
	i, j := int(p.Pieces[ph.From].Start), int(p.Pieces[ph.To-1].End)
	if ph.Kind == clause.Name || ph.To == ph.From+1 {
		for _, s := range [...]string{"’s", "'s"} {
			if strings.HasSuffix(p.Text[i:j], s) {
				j -= len(s)
				break
			}
		}
	}
	return &Mention{Text: text.Sub(i, j).Plain(), Span: text.Span(i, j)}
}
