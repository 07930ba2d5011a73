package referent

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/quotes/clause"
)

// readCast finds the people of a document, and where each block mentions them.
func readCast(c *cast) {
	d := c.doc
	c.known = make(map[string]*person)
	c.blocks = make([][]figure, len(d.Blocks))
	paragraphs := make([]clause.Paragraph, len(d.Blocks))
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Prose() && b.Kind != lint.Heading {
			paragraphs[i] = clause.Cut(i, b.Text.String(), spansIn(c.quotes, i), nil)
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
func spansIn(all []quotes.Quote, block int) (spans []clause.Quoted) {
	for i := range all {
		if q := &all[i]; q.Block == block && q.Pair != lint.None && (len(spans) == 0 || q.Start >= spans[len(spans)-1].End) {
			spans = append(spans, clause.Quoted{Start: q.Start, End: q.End, Pair: q.Pair})
		}
	}
	return spans
}

// introduce records the full names of a paragraph: "Ann Lee", "Mayor Ann J. Lee III".
func introduce(c *cast, p *clause.Paragraph) {
	for i := 0; i < len(p.Pieces); i++ {
		if !p.Namelike(i) {
			continue
		}
		from, end := i, p.RunEnd(i, len(p.Pieces))
		i = end - 1
		for k := end - 2; k >= from; k-- {
			if p.Kind(k) == clause.Word && (p.Possessive(k) || p.Has(k, cue.Title|cue.Person)) {
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
		text := c.doc.Blocks[p.Block].Text
		c.known[surname] = &person{given: given, name: quotes.MentionOf(p, text, clause.Phrase{From: from, To: end, Kind: clause.Name})}
	}
}

// personal reports whether the name of pieces [from, end) can be a person's rather than that of a place
// or an organisation: "in Salem", "the Salem Courier", "University of Salem".
func personal(p *clause.Paragraph, from, end int) bool {
	if p.Has(from-1, cue.Determiner) || p.Is(from-1, p.Words.In) {
		return false
	}
	if label := p.Text[p.Pieces[from].Start:p.Pieces[end-1].End]; label == strings.ToUpper(label) {
		return false // FULL TEXT
	}
	for k := from; k < end; k++ {
		if p.Has(k, cue.Body|cue.Day) || p.Is(k, p.Words.Of) {
			return false
		}
	}
	return true
}

func wordsOf(p *clause.Paragraph, from, end int) (words []string) {
	for k := from; k < end; k++ {
		if p.Kind(k) == clause.Word {
			words = append(words, p.Word(k))
		}
	}
	return words
}

// givenName returns the word before the surname that is neither an initial nor a title, or "".
func givenName(p *clause.Paragraph, from, end int, surname string) string {
	found := false
	for k := end - 1; k >= from; k-- {
		switch {
		case p.Kind(k) != clause.Word || !p.Pieces[k].Capital:
		case !found:
			found = bareName(p.Word(k)) == surname
		case p.Has(k, cue.Title|cue.Person|cue.Abbreviation):
			return ""
		case len(strings.Trim(p.Word(k), ".")) > 1:
			return bareName(p.Word(k))
		}
	}
	return ""
}

// figures returns the mentions of people in a paragraph, outside its quotations.
func figures(c *cast, p *clause.Paragraph) (out []figure) {
	if len(p.Pieces) == 0 {
		return nil
	}
	text := c.doc.Blocks[p.Block].Text
	add := func(i int, surname string) {
		first := i == 0 || p.Pieces[i-1].Ends
		out = append(out, figure{at: text.Span(int(p.Pieces[i].Start), int(p.Pieces[i].End)).Start, surname: surname, subject: first})
	}
	for i := 0; i < len(p.Pieces); i++ {
		switch {
		case p.Namelike(i):
			from, end := i, p.RunEnd(i, len(p.Pieces))
			for k := from + 1; k < end; k++ {
				if p.Is(k, p.Words.Of) {
					end = k // Footage of Lee
				}
			}
			i = end - 1
			surname := c.surname(wordsOf(p, from, end))
			switch {
			case c.known[surname] != nil:
				add(from, surname)
			case end == from+1 && p.Is(end, p.Words.And) && p.Namelike(end+1): // Ann and Bob Lee
				add(from, "")
			default:
				name := byGivenName(c, surname)
				if end == from+1 && (name != "" || unknownPerson(p, from)) {
					add(from, name)
				}
			}
		case p.Has(i, cue.Pronoun|cue.Determiner) || p.Kind(i) == clause.Word && p.Pieces[i].Class == 0:
			if g := c.genderOf(p.Word(i)); g != 0 {
				out = append(out, figure{at: text.Span(int(p.Pieces[i].Start), int(p.Pieces[i].End)).Start, gender: g})
			}
		case p.Has(i, cue.Person|cue.Nameless) && unnamedPerson(p, i):
			add(i, "")
		}
	}
	return out
}

// unknownPerson reports whether a capitalised word on its own may be the name of a person whose
// full name the document does not give, rather than that of a place or a company.
func unknownPerson(p *clause.Paragraph, i int) bool {
	if w := p.Word(i); w == strings.ToUpper(w) || !personal(p, i, i+1) {
		return false
	}
	if i == 0 || p.Pieces[i-1].Ends {
		return clause.IsPredicated(p, i+1)
	}
	return p.Has(i-1, cue.Preposition) && !p.Is(i-1, p.Words.In) && !p.Is(i+1, p.Words.To) || clause.IsPredicated(p, i+1) || p.Has(i-1, cue.Verb) && !p.Has(i-1, cue.Head)
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
func unnamedPerson(p *clause.Paragraph, i int) bool {
	if p.Pieces[i].Capital && i > 0 && !p.Pieces[i-1].Ends || clause.IsVerb(p, i, cue.Verb) {
		return false
	}
	from := i
	for from > 0 && i-from < 5 && p.Kind(from-1) == clause.Word && !p.Has(from, cue.Determiner) {
		from--
	}
	if p.Kind(from-1) == clause.Comma && p.Namelike(from-2) || p.Has(from-1, cue.Auxiliary) || p.Is(from-1, p.Words.As) || p.Namelike(from-1) {
		return false
	}
	return !p.Namelike(i+1) && (p.Kind(i+1) != clause.Comma || !p.Namelike(i+2))
}
