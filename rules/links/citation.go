package links

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// citations looks up whether claims of a document have a source. What it has found out
// about a block it keeps, since most claims come in company.
type citations struct {
	doc   *lint.Document
	prose *language.Prose

	block    int  // the answers below are about it, less one
	sourced  bool // it links to something, cites or names a source
	recorded bool // it tells how an election went
	polled   bool // that was asked
	reported bool // it says who gave its figures, be it "officials said", or is about the author's own doing

	next    int // the first block that was not searched for a word for an inquiry
	inquiry bool

	listed  lists
	credits []credit // of blocks, as far as they were asked for
}

// credit is whether a block says where its figures are from.
type credit uint8

const (
	unasked credit = iota
	uncredited
	credited
)

// credited reports whether block k says where its figures are from, be it only by
// "officials said". The answer is kept: a draft may give one figure in every paragraph.
func (c *citations) credited(k int) bool {
	if c.credits == nil {
		c.credits = make([]credit, len(c.doc.Blocks))
	}
	if c.credits[k] == unasked {
		words, keys := c.prose.WordsIn(k), c.prose.KeysIn(k)
		c.credits[k] = uncredited
		if hasSource(c.doc, k) || namesSource(c.doc.Blocks[k].Text.String(), words, keys) || credits(words, keys) {
			c.credits[k] = credited
		}
	}
	return c.credits[k] == credited
}

// cited reports whether a claim in a sentence has a source, as far as its kind needs one.
func (c *citations) cited(s *language.Sentence, found claim) bool {
	i := int(s.Block)
	text := c.doc.Blocks[i].Text.String()
	if c.block != i+1 {
		words, keys := c.prose.WordsIn(i), c.prose.KeysIn(i)
		c.block, c.polled = i+1, false
		c.sourced = hasSource(c.doc, i) || namesSource(text, words, keys) || ledIn(c.doc, i) || strings.HasPrefix(text, "Editor")
		c.reported = false
		if !c.sourced {
			c.reported = own.Any(keys) || credits(words, keys)
		}
	}
	if c.sourced || own.Any(language.WordKeysOf(c.doc)[s.From:s.To]) {
		return true
	}
	switch {
	case !found.mild:
		return found.what == unsourcedShare && (c.before(i) || c.onRecord(i))
	case found.what == unsourcedFigure && c.before(len(c.doc.Blocks)-1),
		(found.what == unsourcedFigure || found.what == unsourcedCount) && c.onRecord(i):
		return true
	}
	return c.reported || c.carried(i, text, c.prose.Words[s.From:s.To]) || c.again(i, text[found.start:found.end]) || c.listed.of(c.doc)
}

// onRecord asks once a block whether it tells how an election went, which anybody can look
// up without being told where.
func (c *citations) onRecord(i int) bool {
	if !c.polled {
		c.polled, c.recorded = true, elections.Any(c.prose.KeysIn(i))
	}
	return c.recorded
}

// before reports whether block i or one before it speaks of a poll or a survey. What
// shares an article gives from there on are taken to be that one's.
func (c *citations) before(i int) bool {
	for ; c.next <= i && !c.inquiry; c.next++ {
		c.inquiry = inquiries.Any(c.prose.KeysIn(c.next))
	}
	return c.inquiry
}

// carried reports whether the sentence goes on with what the paragraph before has a
// source for: that one gives figures as well, or the sentence refers to it ("that
// amount", "the remaining 40 percent", "of these").
func (c *citations) carried(i int, text string, sentence []language.Word) bool {
	if i == 0 || !c.doc.Blocks[i-1].Prose() || c.doc.Blocks[i-1].Kind == lint.Heading {
		return false
	}
	const opening = 6 // words
	refers := false
	for k, w := range sentence[:min(len(sentence), opening)] {
		switch strings.ToLower(text[w.Start:w.End]) {
		case "that", "this", "those", "these", "them", "remaining", "rest", "same", "another", "such", "it", "its", "they", "their":
			refers = true
		case "the":
			refers = refers || k == 0 && len(sentence) > 1 && isDocument(text[sentence[1].Start:sentence[1].End])
		}
	}
	before := c.doc.Blocks[i-1].Text.String()
	if !refers && !givesFigures(before, c.prose.WordsIn(i-1)) {
		return false
	}
	return c.credited(i - 1)
}

// givesFigures reports whether a paragraph has a number that may be a figure.
func givesFigures(text string, words []language.Word) bool {
	for k, w := range words {
		if c := text[w.Start]; c >= '0' && c <= '9' {
			if n, ok := numberAt(text, words, k); ok && (n.percent || n.money || n.value >= largeCount && !n.plain) {
				return true
			}
		}
	}
	return false
}

// mostBlocks bounds how much of an article is searched for a figure that is given twice.
const mostBlocks = 300

// again reports whether the same figure stands elsewhere with a source, or in somebody
// else's words: a summary repeats what the article reports.
func (c *citations) again(i int, figure string) bool {
	if len(figure) < 2 {
		return false
	}
	if k := strings.IndexByte(figure, ' '); k > 2 && figure[0] <= '9' {
		figure = figure[:k]
	}
	blocks := c.doc.Blocks
	for k := max(0, i-mostBlocks); k < min(len(blocks), i+mostBlocks); k++ {
		b := &blocks[k]
		if k == i || b.Kind == lint.Code {
			continue
		}
		if !strings.Contains(b.Text.String(), figure) {
			continue
		}
		if b.Quote != lint.None || c.credited(k) {
			return true
		}
	}
	return false
}

// credits reports whether a paragraph says whose its figures are, if only by "officials
// said": how well a source is named is for other rules.
func credits(words []language.Word, keys []uint64) bool {
	for k, key := range keys {
		if crediting.Has(key) && words[k].Voice == language.Author {
			return true
		}
	}
	return false
}

var crediting = language.NewWordSet(
	"said", "says", "told", "added", "adds", "wrote", "writes", "testified", "reported", "reportedly", "estimates", "estimated", "estimate",
	"announced", "according", "calculated", "noted", "notes", "claimed", "claims", "argued", "explained", "stated", "tweeted",
	"projects", "projected", "forecast", "counted", "records", "statistics", "census", "survey", "poll", "polls", "study", "report", "filing",
	"filings", "documents", "analysis", "released", "ruled", "concluded", "found", "showed", "shows", "data", "figures", "citing", "cites", "cited", "joked", "insisted",
	"warned", "suggested", "predicted", "boasted", "contends", "contended", "maintains", "acknowledged",
)

// lists says whether an article has a section or a line of sources.
type lists struct{ asked, found bool }

// of looks for a heading such as “Sources” with something below it, and for a paragraph
// that begins with “Source:”.
func (l *lists) of(d *lint.Document) bool {
	if l.asked {
		return l.found
	}
	l.asked = true
	for i := range d.Blocks {
		h := &d.Blocks[i]
		if h.Kind != lint.Heading {
			text := h.Text.String()
			l.found = l.found || strings.HasPrefix(text, "Source: ") || strings.HasPrefix(text, "Sources: ")
			continue
		}
		switch strings.ToLower(strings.Trim(h.Text.Plain(), " :")) {
		case "sources", "source", "references", "notes", "footnotes", "endnotes", "citations", "works cited", "bibliography", "data sources", "methodology":
			l.found = l.found || i+1 < len(d.Blocks) && d.Blocks[i+1].Kind != lint.Heading
		}
	}
	return l.found
}

// longestList bounds how far ledIn looks back.
const longestList = 40

// ledIn reports whether a list stands behind a paragraph that links to something:
// the source of what follows.
func ledIn(d *lint.Document, block int) bool {
	if d.Blocks[block].Kind != lint.Item {
		return false
	}
	for i := block - 1; i >= max(0, block-longestList); i-- {
		if d.Blocks[i].Kind != lint.Item {
			return d.Blocks[i].Kind == lint.Paragraph && hasSource(d, i)
		}
	}
	return false
}

// hasSource reports whether a paragraph links to something, has a footnote, or
// cites in brackets.
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
	return cites(d.Blocks[block].Text.String())
}
