package limit

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/textwidth"
)

// measures are what can be counted.
func measures() []string {
	return []string{"words", "sentences", "paragraphs", "characters", "px", "headings", "h2", "h3", "h4", "h5", "h6",
		"links", "internal-links", "external-links", "images", "quotations", "reading-ease", "grade-level", "minutes", "matches"}
}

// units are the parts of a draft in which something is counted; there is also “field NAME”.
func units() []string {
	return []string{"article", "section", "introduction", "prose", "block", "paragraph", "sentence", "any-sentence", "headline", "title", "description", "heading", "alt", "caption", "link-text"}
}

// measuresOf returns what can be counted in a part of a draft.
func measuresOf(unit string) []string {
	switch unit {
	case "article":
		return []string{"words", "sentences", "paragraphs", "headings", "h2", "h3", "h4", "h5", "h6",
			"links", "internal-links", "external-links", "images", "quotations", "reading-ease", "grade-level", "minutes", "matches"}
	case "prose":
		return []string{"words", "sentences", "paragraphs", "reading-ease", "grade-level", "matches"}
	case "section", "introduction":
		return []string{"words", "sentences", "paragraphs", "links", "internal-links", "external-links", "images", "matches"}
	case "paragraph", "block":
		return []string{"words", "sentences", "characters", "matches"}
	case "sentence", "any-sentence":
		return []string{"words", "matches"}
	}
	return []string{"characters", "px", "words", "matches"}
}

// part is a part of a draft in which something is counted: blocks, a sentence, or a text.
type part struct {
	name        string // as messages begin: “The article”
	span, about lint.Span
	from, to    int // blocks
	sentence    *language.Sentence
	text        lint.Text   // of a part that is one text
	block       *lint.Block // that has this text, or nil
	start       int         // of the text in that block
}

// parts returns the parts of a draft that the limit is about.
func (l *limit) parts(d *lint.Document) (all []part) {
	switch l.unit {
	case "article":
		return []part{{name: "The article", span: d.Top(), about: d.Body(), to: len(d.Blocks)}}
	case "prose":
		return []part{{name: "The running text", span: d.Top(), about: d.Body(), to: len(d.Blocks)}}
	case "introduction":
		if to := passage.EndOfIntroduction(d); to > 0 {
			return []part{{name: "The introduction", span: firstParagraph(d), to: to}}
		}
		return nil
	case "section":
		return sections(d)
	case "paragraph":
		for i, b := range l.paragraphs(d) {
			all = append(all, part{name: "The paragraph", span: b.Text.All(), from: i, to: i + 1, text: b.Text})
		}
		return all
	case "block":
		return l.blocks(d)
	case "sentence":
		return sentences(d, l.paragraphs(d))
	case "any-sentence":
		return sentences(d, l.prose(d))
	}
	return l.texts(d)
}

func firstParagraph(d *lint.Document) lint.Span {
	for _, b := range d.Paragraphs() {
		return b.Text.All()
	}
	return d.Top()
}

func sections(d *lint.Document) (all []part) {
	for s := range d.Sections() {
		p := part{name: "The part before the first heading", from: s.From, to: s.To, span: d.Top()}
		switch {
		case s.Heading != lint.None:
			h := &d.Blocks[s.Heading]
			p.name, p.span = "The section “"+lint.Clip(40, h.Text.Plain())+"”", h.Text.All()
		case s.From == s.To:
			continue
		}
		if p.about = p.span; s.From < s.To {
			p.about = p.about.Join(d.Blocks[s.To-1].Span)
		}
		all = append(all, p)
	}
	return all
}

// texts returns the parts that are one text each.
func (l *limit) texts(d *lint.Document) (all []part) {
	add := func(name string, t lint.Text) {
		if !t.Blank() {
			all = append(all, part{name: name, span: t.All(), text: t})
		}
	}
	addBlock := func(name string, b *lint.Block) {
		if !b.Text.Blank() {
			all = append(all, part{name: name, span: b.Text.All(), text: b.Text, block: b})
		}
	}
	switch l.unit {
	case "headline":
		add("The headline", d.Headline())
	case "title":
		add("The title", d.Title())
	case "description":
		add("The description", d.Meta.Description())
	case "heading":
		for _, b := range d.Headings() {
			addBlock("The heading", b)
		}
	case "alt":
		for i := range d.Images {
			add("The alt text", d.Images[i].Alt)
		}
	case "caption":
		for _, b := range d.Prose() {
			if b.Kind == lint.Caption {
				addBlock("The caption", b)
			}
		}
	case "link-text":
		for i := range d.Links {
			k := &d.Links[i]
			quoted := k.Block != lint.None && d.Blocks[k.Block].Quote != lint.None
			if !k.Bare && k.Image == lint.None && (!quoted || l.quoted) {
				add("The link text", k.Text)
				if n := len(all); k.Block != lint.None && !k.Text.Blank() && k.End-k.Start == k.Text.Len() {
					all[n-1].block, all[n-1].start = &d.Blocks[k.Block], k.Start
				}
			}
		}
	case "field":
		for _, v := range passage.ValuesOf(d, l.field) {
			add("The field “"+l.field+"”", v)
		}
	}
	return all
}

// amount counts in a part; it is NaN if the number is not known.
func (l *limit) amount(d *lint.Document, at part) float64 {
	switch {
	case l.expr != nil:
		return float64(l.matches(d, at))
	case at.sentence != nil:
		return float64(l.length(d, at.sentence))
	case l.measure == "characters":
		return float64(utf8.RuneCountInString(at.text.Plain()))
	case l.measure == "px":
		return math.Round(textwidth.Of(at.text.Plain(), l.size()))
	case at.to == 0 && l.unit != "article":
		return float64(countWords(at.text.Plain()))
	}
	return l.inBlocks(d, at)
}

// matches counts the matches of the pattern in a part.
func (l *limit) matches(d *lint.Document, at part) (n int) {
	switch {
	case at.sentence != nil:
		s := at.sentence
		return l.expr.Count(withoutCode(&d.Blocks[s.Block], int(s.Start), int(s.End)))
	case at.block != nil:
		return l.expr.Count(withoutCode(at.block, at.start, at.start+at.text.Len()))
	case at.to == 0 && l.unit != "article" && l.unit != "prose":
		return l.expr.Count(at.text.Plain())
	}
	for i, b := range l.prose(d) {
		if i >= at.from && i < at.to {
			n += l.expr.Count(withoutCode(b, 0, b.Text.Len()))
		}
	}
	return n
}

// size is the size in px in which search results show a text.
func (l *limit) size() float64 {
	const title, other = 20, 14
	if l.unit == "headline" || l.unit == "title" {
		return title
	}
	return other
}

// inBlocks counts in a range of blocks.
func (l *limit) inBlocks(d *lint.Document, at part) float64 {
	prose, n := language.ProseOf(d), 0
	within := func(block int) bool {
		return block >= at.from && block < at.to || block == lint.None && l.unit == "article"
	}
	switch l.measure {
	case "words":
		n = l.words(d, at)
	case "sentences":
		for i := range l.prose(d) {
			if within(i) {
				n += len(prose.SentencesIn(i))
			}
		}
	case "paragraphs":
		for i := range l.paragraphs(d) {
			if within(i) {
				n++
			}
		}
	case "images":
		for i := range d.Images {
			if within(d.Images[i].Block) {
				n++
			}
		}
	case "quotations":
		n = len(quotes.Of(d))
	case "reading-ease":
		if l.unit == "prose" || l.quoted {
			return math.Round(metrics.ReadingEaseOf(d, l.prose(d)))
		}
		return math.Round(metrics.ReadingEase(d))
	case "grade-level":
		const tenth = 10
		if l.unit == "prose" || l.quoted {
			return math.Round(metrics.GradeLevelOf(d, l.prose(d))*tenth) / tenth
		}
		return math.Round(metrics.GradeLevel(d)*tenth) / tenth
	case "minutes":
		return metrics.Of(d).ReadingMinutes
	default:
		return l.linksOrHeadings(d, within)
	}
	return float64(n)
}

func (l *limit) linksOrHeadings(d *lint.Document, within func(int) bool) float64 {
	n := 0
	for i, b := range d.Headings() {
		if within(i) && (l.measure == "headings" || len(l.measure) == 2 && l.measure[0] == 'h' && b.Level == int(l.measure[1]-'0')) {
			n++
		}
	}
	for i := range d.Links {
		k := &d.Links[i]
		if !within(k.Block) {
			continue
		}
		if l.measure == "links" || l.measure == "internal-links" && k.Kind == lint.Internal || l.measure == "external-links" && k.Kind == lint.External {
			n++
		}
	}
	return float64(n)
}

// countWords counts the stretches between white space with a letter or digit.
func countWords(s string) (n int) {
	for _, word := range strings.Fields(s) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
