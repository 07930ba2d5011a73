package claims

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// namesSource reports whether a paragraph names the source of its claims: "according to the Census
// Bureau", "Pew found", "the ministry says".
func (p *passage) namesSource() bool {
	for k := range p.keys {
		switch {
		case p.is(k, p.according):
			if k+2 < len(p.words) && vagueSource(p, k+2) == 0 {
				return true
			}
		case isAuthority(p, k) && p.small(k+1, p.vagueNamed):
			for n := k + 2; n < min(len(p.words), k+5); n++ {
				if capital(p.word(n)) {
					return true // studies by the Lund Institute
				}
			}
		case p.is(k, p.reporting):
			if k > 0 && (p.isName(k-1) || p.isSource(k-1)) || k+1 < len(p.words) && p.isName(k) {
				return true
			}
		}
	}
	return false
}

// isSource reports whether word k is something that figures can come from: "the report", "site
// analytics", or an authority that was named before.
func (p *passage) isSource(k int) bool {
	return p.is(k, p.namedSources) || isAuthority(p, k) && isNamedAuthority(p, k)
}

// isName reports whether the first of words k and k+1 that is not a verb is capitalised, with only
// a space between them: "Pew found", "said Lund".
func (p *passage) isName(k int) bool {
	if p.gap(k+1) != " " {
		return false
	}
	if p.is(k, p.reporting) || p.is(k, p.according) {
		k++
	}
	return capital(p.word(k)) && !isAuthority(p, k) && !p.is(k, p.noSourceNames)
}

// credits reports whether a paragraph credits its figures to a source, even if only to
// "officials": how well a source is named is left to other rules.
func (p *passage) credits() bool {
	for k, key := range p.keys {
		if p.crediting.Has(key) && p.words[k].Voice == language.Author {
			return true
		}
	}
	return false
}

// refersBack reports whether a sentence refers to the paragraph before: "that amount",
// "the remaining 40 percent", "the report".
func (p *passage) refersBack() bool {
	const opening = 6 // words
	for k := range min(len(p.words), opening) {
		if p.is(k, p.referring) {
			return true
		}
	}
	return p.is(0, p.article) && p.is(1, p.documents)
}

// givesFigures reports whether a paragraph contains a number that may be a figure.
func (p *passage) givesFigures() bool {
	for k, w := range p.words {
		if c := p.text[w.Start]; c >= '0' && c <= '9' {
			if n, ok := p.number(k); ok && (n.percent || n.money || n.value >= largeCount && !n.plain) {
				return true
			}
		}
	}
	return false
}

// lists records whether an article has a section or a line of sources.
type lists struct{ asked, found bool }

// of looks for a heading such as “Sources” with something below it, and for a paragraph
// that begins with “Source:”.
func (l *lists) of(d *lint.Document, v *vocabulary) bool {
	if l.asked {
		return l.found
	}
	l.asked = true
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Heading {
			text := b.Text.String()
			for _, label := range v.sourceLabels {
				l.found = l.found || strings.HasPrefix(text, label) && strings.HasPrefix(text[len(label):], ": ")
			}
			continue
		}
		heading := strings.Trim(b.Text.Plain(), " :")
		for _, of := range v.sourceHeads {
			if strings.EqualFold(heading, of) {
				l.found = l.found || i+1 < len(d.Blocks) && (d.Blocks[i+1].Kind != lint.Heading || d.Blocks[i+1].Level > b.Level)
			}
		}
	}
	return l.found
}

// longestList limits how far ledIn and followed search.
const longestList = 40

// ledIn reports whether a list follows a paragraph or heading that gives its source, either by a
// link or by naming who counted, or follows one that continues such a paragraph.
func (c *citations) ledIn(block int) bool {
	blocks := c.doc.Blocks
	if blocks[block].Kind != lint.Item {
		return false
	}
	for i := block - 1; i >= max(0, block-longestList); i-- {
		if kind := blocks[i].Kind; kind != lint.Item {
			if kind != lint.Paragraph && kind != lint.Heading {
				return false
			}
			return c.credited(i) || c.words.inquiries.Any(c.prose.KeysIn(i)) ||
				kind == lint.Paragraph && i > 0 && blocks[i-1].Kind != lint.Heading && c.credited(i-1)
		}
	}
	return false
}

// followed reports whether the next paragraph begins by pointing to the source: "You can read more
// of these findings in [the report]".
func (c *citations) followed(block int) bool {
	i := block + 1
	for i < min(len(c.doc.Blocks), block+longestList) && c.doc.Blocks[block].Kind == lint.Item && c.doc.Blocks[i].Kind == lint.Item {
		i++
	}
	if i >= len(c.doc.Blocks) || c.doc.Blocks[i].Kind != lint.Paragraph || !hasSource(c.doc, i) {
		return false
	}
	sentences := c.prose.SentencesIn(i)
	if len(sentences) == 0 {
		return false
	}
	s := &sentences[0]
	first := passage{c.doc.Blocks[i].Text.String(), c.prose.Words[s.From:s.To], language.WordKeysOf(c.doc)[s.From:s.To], c.words}
	if !first.refersBack() {
		return false
	}
	for k := range first.words {
		if first.is(k, c.words.documents) || first.is(k, c.words.namedSources) {
			return true
		}
	}
	return false
}

// own reports whether a sentence gives the author's own count: "our survey", "we measured", "40
// percent of our readers". "We" elsewhere is not a source: "the food we buy". Figures are accepted
// wherever the author speaks.
func (p *passage) own(kind Kind) bool {
	for k := range p.words {
		switch {
		case !p.is(k, p.author):
		case kind.Figure(), kind == Share && k < 2:
			return true
		case p.is(k, p.authorsOwn):
			if kind == Share || p.researches(k) {
				return true
			}
		case p.researches(k):
			return true
		}
	}
	return false
}

// askedByAuthor reports whether the people of a share that ends at an offset are those whom the author asked:
// “half of the people I talked to”, “60 percent of voters who wrote to me”.
func (p *passage) askedByAuthor(end int) bool {
	const far = 6 // words up to the author
	from := 0
	for from < len(p.words) && int(p.words[from].Start) < end {
		from++
	}
	for k := from; k < min(len(p.words), from+far) && !strings.ContainsAny(p.gap(k), ",;:"); k++ {
		if p.is(k, p.authorsObject) {
			return true
		}
		if p.is(k, p.author) {
			return p.is(k+1, p.asking) || p.is(k+2, p.asking)
		}
	}
	return false
}

// researches reports whether a word for a means or an act of counting follows word k directly.
func (p *passage) researches(k int) bool {
	for n := k + 1; n < min(len(p.words), k+4); n++ {
		if p.is(n, p.researching) {
			return true
		}
	}
	return false
}

// hasSource reports whether a paragraph contains a link, a footnote, the number of a note or a citation in
// brackets.
func hasSource(d *lint.Document, block int) bool {
	for i := range d.Links {
		if l := &d.Links[i]; l.Block == block && (l.Kind == lint.External || l.Kind == lint.Internal) {
			return true
		}
	}
	for _, m := range d.Blocks[block].Marks {
		if m.Kind == lint.MarkFootnote || m.Kind == lint.MarkCite {
			return true
		}
	}
	return cites(d.Blocks[block].Text.String()) || hasNote(d, block)
}

// cites reports whether a text contains a citation in brackets: "[3]", "(Lund 2019)", "(Lund et
// al., 2019)".
func cites(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != '[' && text[i] != '(' {
			continue
		}
		end := strings.IndexAny(text[i+1:min(len(text), i+80)], ")]")
		if end <= 0 {
			if end < 0 && text[i] == '(' && list(text[i+1:min(len(text), i+80)]) {
				return true
			}
			continue
		}
		inner := text[i+1 : i+1+end]
		if text[i] == '[' && strings.HasPrefix(text[i+1+end:], "][") {
			return true // a reference that is defined elsewhere, or not at all
		}
		if text[i] == '[' && strings.Trim(inner, "0123456789, –-") == "" {
			return true
		}
		if text[i] == '(' && unicode.IsUpper(rune(inner[0])) && year(inner) {
			return true
		}
	}
	return false
}

// list reports whether a text begins with the first of several citations: "Lund 2019, Day 2020", "Lund,
// 2019; Day, 2020".
func list(text string) bool {
	first, rest, _ := strings.Cut(text, ";")
	if rest == "" {
		first, rest, _ = strings.Cut(text, ",")
	}
	return rest != "" && first != "" && unicode.IsUpper(rune(first[0])) && year(first)
}

// year reports whether s ends in a year, perhaps with a letter ("2019a").
func year(s string) bool {
	s = strings.TrimRight(s, "abc")
	if len(s) < 6 {
		return false
	}
	s = s[len(s)-5:]
	return s[0] == ' ' && (s[1] == '1' || s[1] == '2') && strings.Trim(s[1:], "0123456789") == ""
}
