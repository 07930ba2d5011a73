package quotes

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
)

// readCast finds the people of a document, and where each block mentions them.
func readCast(c *cast) {
	d := c.doc
	c.known = make(map[string]*person)
	c.blocks = make([][]figure, len(d.Blocks))
	paragraphs := make([]paragraph, len(d.Blocks))
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Prose() && b.Kind != lint.Heading {
			paragraphs[i] = cut(i, b.Text.String(), spansIn(c.quotes, i), nil)
			introduce(c, &paragraphs[i])
		}
	}
	for i := range paragraphs {
		c.blocks[i] = figures(c, &paragraphs[i])
	}
	c.central = centralOf(c)
	pairs := pairing.Of(d).Pairs
	for k := range c.quotes {
		q := &c.quotes[k]
		if q.Pair == lint.None {
			continue
		}
		for i := q.Block + 1; i <= pairs[q.Pair].EndBlock; i++ { // partly quoted
			c.blocks[i] = append(c.blocks[i], figure{at: d.Blocks[i].Span.Start})
		}
	}
}

// centralOf returns the surname of the person in the headline, or of the one in a third of all mentions.
func centralOf(c *cast) (central string) {
	for _, title := range [...]lint.Text{c.doc.Headline(), c.doc.Title()} {
		for w := range strings.FieldsSeq(title.Plain()) {
			if w = bareName(w); c.known[w] != nil {
				return w
			}
		}
	}
	all, count := 0, make(map[string]int)
	for _, figures := range c.blocks {
		for _, f := range figures {
			if f.surname == "" {
				continue
			}
			all++
			if count[f.surname]++; count[f.surname] > count[central] {
				central = f.surname
			}
		}
	}
	if 3*count[central] < all {
		return ""
	}
	return central
}

// spansIn returns the quotations that begin in a block.
func spansIn(all []Quote, block int) (spans []quoted) {
	for i := range all {
		if q := &all[i]; q.Block == block && q.Pair != lint.None && (len(spans) == 0 || q.Start >= spans[len(spans)-1].end) {
			spans = append(spans, quoted{q.Start, q.End, q.Pair})
		}
	}
	return spans
}

// introduce records the full names of a paragraph: "Ann Lee", "Mayor Ann J. Lee III".
func introduce(c *cast, p *paragraph) {
	for i := 0; i < len(p.pieces); i++ {
		if !p.namelike(i) {
			continue
		}
		from, end := i, p.runEnd(i, len(p.pieces))
		i = end - 1
		for k := end - 2; k >= from; k-- {
			if p.kind(k) == wordPiece && (p.possessive(k) || p.has(k, cue.Title|cue.Person)) {
				from = k + 1
				break
			}
		}
		if !personal(p, from, end) {
			continue
		}
		words := wordsOf(p, from, end)
		surname := c.surname(words)
		given := givenName(p, from, end, surname)
		if given == "" {
			continue
		}
		if known := c.known[surname]; known != nil {
			known.two = known.two || known.given != given
			continue
		}
		text := c.doc.Blocks[p.block].Text
		c.known[surname] = &person{given: given, name: mentionOf(p, text, phrase{from, end, namePhrase})}
	}
}

// personal reports whether the name of pieces [from, end) can be a person's rather than that of a place
// or an organisation: "in Salem", "the Salem Courier", "University of Salem".
func personal(p *paragraph, from, end int) bool {
	if p.has(from-1, cue.Determiner) || p.is(from-1, p.words.in) {
		return false
	}
	if label := p.text[p.pieces[from].start:p.pieces[end-1].end]; label == strings.ToUpper(label) {
		return false // FULL TEXT
	}
	for k := from; k < end; k++ {
		if p.has(k, cue.Body|cue.Day) || p.is(k, p.words.of) {
			return false
		}
	}
	return true
}

func wordsOf(p *paragraph, from, end int) (words []string) {
	for k := from; k < end; k++ {
		if p.kind(k) == wordPiece {
			words = append(words, p.word(k))
		}
	}
	return words
}

// givenName returns the word before the surname that is neither an initial nor a title, or "".
func givenName(p *paragraph, from, end int, surname string) string {
	found := false
	for k := end - 1; k >= from; k-- {
		switch {
		case p.kind(k) != wordPiece || !p.pieces[k].cap:
		case !found:
			found = bareName(p.word(k)) == surname
		case p.has(k, cue.Title|cue.Person|cue.Abbreviation):
			return ""
		case len(strings.Trim(p.word(k), ".")) > 1:
			return bareName(p.word(k))
		}
	}
	return ""
}

// figures returns the mentions of people in a paragraph, outside its quotations.
func figures(c *cast, p *paragraph) (out []figure) {
	if len(p.pieces) == 0 {
		return nil
	}
	text := c.doc.Blocks[p.block].Text
	add := func(i int, surname string) {
		first := i == 0 || p.pieces[i-1].ends
		out = append(out, figure{at: text.Span(int(p.pieces[i].start), int(p.pieces[i].end)).Start, surname: surname, subject: first})
	}
	for i := 0; i < len(p.pieces); i++ {
		switch {
		case p.namelike(i):
			from, end := i, p.runEnd(i, len(p.pieces))
			for k := from + 1; k < end; k++ {
				if p.is(k, p.words.of) {
					end = k // Footage of Lee
				}
			}
			i = end - 1
			surname := c.surname(wordsOf(p, from, end))
			switch {
			case c.known[surname] != nil:
				add(from, surname)
			case end == from+1 && p.is(end, p.words.and) && p.namelike(end+1): // Ann and Bob Lee
				add(from, "")
			default:
				name := byGivenName(c, surname)
				if end == from+1 && (name != "" || unknownPerson(p, from)) {
					add(from, name)
				}
			}
		case p.has(i, cue.Pronoun|cue.Determiner) || p.kind(i) == wordPiece && p.pieces[i].class == 0:
			if g := c.genderOf(p.word(i)); g != 0 {
				out = append(out, figure{at: text.Span(int(p.pieces[i].start), int(p.pieces[i].end)).Start, gender: g})
			}
		case p.has(i, cue.Person|cue.Nameless) && unnamedPerson(p, i):
			add(i, "")
		}
	}
	return out
}

// unknownPerson reports whether a capitalised word on its own may be the name of a person of whom the
// document gives no full name, rather than that of a place or a company.
func unknownPerson(p *paragraph, i int) bool {
	if w := p.word(i); w == strings.ToUpper(w) || !personal(p, i, i+1) {
		return false
	}
	if i == 0 || p.pieces[i-1].ends {
		return isPredicated(p, i+1)
	}
	return p.has(i-1, cue.Preposition) && !p.is(i-1, p.words.in) && !p.is(i+1, p.words.to) || isPredicated(p, i+1) || p.has(i-1, cue.Verb) && !p.has(i-1, cue.Head)
}

// byGivenName returns the surname of the only person with a given name.
func byGivenName(c *cast, given string) (surname string) {
	for name, known := range c.known {
		if known.given == given {
			if surname != "" {
				return ""
			}
			surname = name
		}
	}
	return surname
}

// unnamedPerson reports whether the noun at piece i means a person who is not named beside it: "the mayor",
// "a friend", but not "Ann Lee, a friend", "is the mayor" or "the mayor, Ann Lee".
func unnamedPerson(p *paragraph, i int) bool {
	if p.pieces[i].cap && i > 0 && !p.pieces[i-1].ends || isVerb(p, i, cue.Verb) {
		return false
	}
	from := i
	for from > 0 && i-from < 5 && p.kind(from-1) == wordPiece && !p.has(from, cue.Determiner) {
		from--
	}
	if p.kind(from-1) == commaPiece && p.namelike(from-2) || p.has(from-1, cue.Auxiliary) || p.is(from-1, p.words.as) || p.namelike(from-1) {
		return false
	}
	return !p.namelike(i+1) && (p.kind(i+1) != commaPiece || !p.namelike(i+2))
}
