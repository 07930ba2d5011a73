package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// paragraph finds the quotations of block i and who speaks in each.
func (f *desk) paragraph(i int) {
	spans := f.quotedIn(i)
	if len(spans) == 0 {
		return
	}
	p := cut(i, f.doc.Blocks[i].Text.String(), spans, f.pieces)
	f.pieces, p.ask, p.asked = p.pieces, f.ask, &f.asked
	f.who = f.who[:0]
	first := len(f.out)
	f.mused = -1
	prev := -1 // piece of the quotation before
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

// candidate is a pair of marks under judgement.
type candidate struct {
	text   string
	words  int
	full   bool
	speech bool
	who    attribution
}

// consider decides whether piece k is a quotation and looks for its speaker.
func (f *desk) consider(p *paragraph, k, prev int) candidate {
	pair := &f.pairing.Pairs[p.pieces[k].pair]
	c := candidate{who: p.attribute(k)}
	if pair.Block != p.block {
		f.continued(p, c.who)
		return c
	}
	if pair.Style == Dash {
		text := f.inner(pair)
		return candidate{text: text, words: wordCount(text), full: true, speech: true}
	}
	c.text = f.inner(pair)
	c.words = wordCount(c.text)
	c.full = p.whole(k, c.text)
	if f.resumes(p, k, prev) {
		before := &f.out[len(f.out)-1]
		c.speech, c.full, c.who = true, before.Full, f.who[len(f.who)-1]
		return c
	}
	c.speech = f.isSpeech(p, k, &c, pair)
	if c.speech && !c.who.found {
		c.who = f.inherit(p, k, prev, &c)
	}
	return c
}

// resumes reports whether piece k goes on with the quotation prev, which its
// attribution interrupted: “Now,” said Ann, “where were we?”
func (f *desk) resumes(p *paragraph, k, prev int) bool {
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

// continued settles a quotation that began in a block before: the attribution
// may stand behind its end.
func (f *desk) continued(p *paragraph, a attribution) {
	q := &f.out[f.runOn]
	if q.Speaker == nil && a.found {
		f.attribute(q, p, a)
	}
	if f.pairing.Pairs[q.Pair].EndBlock == p.block {
		f.runOn = lint.None
	}
}

// whole reports whether a quotation is whole sentences: it begins with a capital
// where a sentence may begin.
func (p *paragraph) whole(k int, text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "‘'“\"[(….¿¡ "))
	if unicode.IsLower(r) {
		return k == 0 || p.pieces[k-1].ends
	}
	if k == 0 || p.pieces[k-1].ends {
		return true
	}
	mark := p.kind(k - 1)
	return mark == commaPiece || mark == colonPiece || mark == dashPiece || mark == openPiece || mark == quotedPiece ||
		p.has(k-1, sayVerb)
}

// isSpeech tells a quotation from a title, a nickname, a term and a scare quote.
func (f *desk) isSpeech(p *paragraph, k int, c *candidate, pair *Pair) bool {
	if c.words == 0 || !strings.ContainsFunc(c.text, unicode.IsLetter) {
		return false
	}
	if c.words == 1 && strings.ContainsAny(c.text, "/\\_=<>{}()") {
		return false // an address, a file, code
	}
	if p.named(k) && c.words <= 8 {
		return false
	}
	if p.thought(k, c) || f.mused >= 0 && k-f.mused <= 7 && p.kind(k-1) == commaPiece {
		f.mused = k
		return false
	}
	if c.words < 5 && p.negated(k) {
		return false
	}
	single := pair.Style == SingleCurly || pair.Style == SingleStraight
	double := f.singles || !single
	if double && len(p.pieces) == 1 && strings.ContainsRune(".?!—-", lastSign(c.text)) {
		return true // “Yes?”
	}
	beside := p.beside(k, c)
	if titled(c.text) {
		return beside
	}
	if !double {
		return beside || c.words >= 5 && c.full && strings.ContainsRune(".,?!—-", lastSign(c.text))
	}
	if c.words >= 5 || beside {
		return true
	}
	stop := strings.ContainsRune(",.?!—-", lastSign(c.text))
	if stop && c.full && (c.words >= 2 || c.who.found) {
		return true
	}
	return c.who.firm && p.others(c.who.who) && !single
}

// thought reports whether a quotation is what somebody thinks, right before or
// behind it: words that nobody said.
func (p *paragraph) thought(k int, c *candidate) bool {
	cue := c.who.cue
	if !c.who.firm || cue.kind == noPhrase || cue.to != cue.from+1 {
		return false
	}
	switch p.wordAt(cue.from) {
	case "thought", "think", "thinks":
		first, last := min(cue.from, c.who.who.from), max(cue.from, c.who.who.to-1)
		return first > k && first <= k+2 || last < k && (k-last <= 2 || k-last <= 5 && p.kind(k-1) == commaPiece)
	}
	return false
}

// negated reports whether the words before piece k say that nobody said it.
func (p *paragraph) negated(k int) bool {
	if !p.has(k-1, sayVerb) {
		return p.is(k-1, "not") && p.is(k-2, "and") // a loan and not “a gift”
	}
	switch p.wordAt(k - 2) {
	case "not", "never", "didn’t", "didn't":
		return true
	case "to":
		lo, _ := p.sentence(k - 1)
		return p.idle(lo, k-1)
	}
	return false
}

// others reports whether a subject may be somebody else than the author and the
// reader: "we call it “the hub”" quotes nobody.
func (p *paragraph) others(ph phrase) bool {
	if ph.kind != pronounPhrase {
		return true
	}
	switch strings.ToLower(p.word(ph.from)) {
	case "we", "you", "one", "we’re", "we're", "you’re", "you're":
		return false
	}
	return true
}

// beside reports whether a verb of saying stands right before or right behind.
func (p *paragraph) beside(k int, c *candidate) bool {
	b := k - 1
	for b >= 0 && (p.kind(b) == commaPiece || p.kind(b) == colonPiece) {
		b--
	}
	if b >= 0 && (p.verb(b, sayVerb) || p.has(b, sayVerb) && p.has(b, ingForm)) {
		return true
	}
	return c.who.firm && c.who.cue.kind != noPhrase && c.who.cue.from > k && c.who.cue.from <= k+8 &&
		c.who.who.from <= k+3 && strings.ContainsRune(",?!", lastSign(c.text))
}

// named reports whether the words before piece k announce a name, a title or a
// term: "the film", "known as", "is called".
func (p *paragraph) named(k int) bool {
	b := k - 1
	if p.kind(b) == commaPiece {
		b--
	}
	if p.is(b, "as") && p.has(b-1, namingWord) {
		return true
	}
	if p.is(b, "the") || p.is(b, "a") {
		return p.has(b-1, namingWord) && p.has(b-1, pastForm)
	}
	if p.has(b, namingWord) {
		return !p.verb(b, sayVerb)
	}
	if (p.is(b, "call") || p.is(b, "called")) && (p.is(b-1, "they") && p.is(b-2, "which") || p.is(b-1, "people") || p.is(b-1, "locals")) {
		return true // a dish which they call “…”
	}
	return p.is(b, "called") && (p.has(b-1, auxiliary) && p.passive(b) || p.kind(b-1) == wordPiece && p.pieces[b-1].class == 0 && !p.pieces[b-1].cap)
}

// titled reports whether a text is set like the title of a work: every word of
// four letters or more begins with a capital.
func titled(s string) bool {
	words, long := 0, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimLeft(w, "‘'“\"([#@")
		r, n := utf8.DecodeRuneInString(w)
		words++
		if words == 1 && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsLower(r) && len(w)-n >= 4 {
			return false
		}
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			long++
		}
	}
	return words > 0 && words <= 12 && long*2 > words
}

// add appends a quotation.
func (f *desk) add(p *paragraph, k int, c candidate) {
	w := &p.pieces[k]
	pair := &f.pairing.Pairs[w.pair]
	q := Quote{
		Pair: int(w.pair), Block: p.block, Start: int(w.start), End: int(w.end),
		Span: pairSpan(f.doc, pair), Text: c.text, Words: c.words, Full: c.full,
	}
	f.out = append(f.out, q)
	f.who = append(f.who, c.who)
	if c.who.found {
		f.attribute(&f.out[len(f.out)-1], p, c.who)
	}
	if pair.Style == Dash {
		f.attributeDialogue(&f.out[len(f.out)-1])
	}
	if pair.EndBlock != p.block {
		f.runOn = len(f.out) - 1
	}
}

// attribute writes an attribution into a quotation.
func (f *desk) attribute(q *Quote, p *paragraph, a attribution) {
	text := f.doc.Blocks[p.block].Text
	q.Speaker = p.mention(text, a.who)
	if a.cue.kind != noPhrase {
		q.Cue = p.mention(text, a.cue)
	}
	q.Anonymous, q.Described = p.anonymous(a.who)
}

func (p *paragraph) mention(text lint.Text, ph phrase) *Mention {
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
