package claims

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// citations looks up whether claims of a document have a source. What it has found out
// about a block it keeps, since most claims come in company.
type citations struct {
	doc   *lint.Document
	prose *language.Prose
	words *vocabulary

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

// passage returns all of a block.
func (c *citations) passage(block int) passage {
	return passage{c.doc.Blocks[block].Text.String(), c.prose.WordsIn(block), c.prose.KeysIn(block), c.words}
}

// cited reports whether a claim in a sentence has a source, as far as its kind needs one.
func (c *citations) cited(s *language.Sentence, found Claim) bool {
	i := int(s.Block)
	p := c.passage(i)
	if c.block != i+1 {
		c.block, c.polled = i+1, false
		c.sourced = hasSource(c.doc, i) || p.namesSource() || c.ledIn(i) ||
			slices.ContainsFunc(c.words.editorOpenings, func(opening string) bool { return strings.HasPrefix(p.text, opening) })
		c.reported = false
		if !c.sourced {
			c.reported = c.words.author.Any(p.keys) || p.credits()
		}
	}
	sentence := passage{p.text, c.prose.Words[s.From:s.To], language.WordKeysOf(c.doc)[s.From:s.To], c.words}
	if c.sourced || sentence.own(found.Kind) || c.followed(i) {
		return true
	}
	switch {
	case !found.Kind.Figure():
		return found.Kind == Share && (c.before(i) || c.onRecord(i) || c.listed.of(c.doc, c.words))
	case (found.Kind == Percentage || found.Kind == Effect) && c.before(len(c.doc.Blocks)-1),
		(found.Kind == Percentage || found.Kind == Count) && c.onRecord(i):
		return true
	}
	return c.reported || c.carried(i, sentence) || c.again(i, p.text[found.Start:found.End]) || c.listed.of(c.doc, c.words)
}

// credited reports whether block k says where its figures are from, be it only by
// "officials said". The answer is kept: a draft may give one figure in every paragraph.
func (c *citations) credited(k int) bool {
	if c.credits == nil {
		c.credits = make([]credit, len(c.doc.Blocks))
	}
	if c.credits[k] == unasked {
		p := c.passage(k)
		c.credits[k] = uncredited
		if hasSource(c.doc, k) || p.namesSource() || p.credits() {
			c.credits[k] = credited
		}
	}
	return c.credits[k] == credited
}

// onRecord asks once a block whether it tells how an election went, which anybody can look
// up without being told where.
func (c *citations) onRecord(i int) bool {
	if !c.polled {
		c.polled, c.recorded = true, c.words.elections.Any(c.prose.KeysIn(i))
	}
	return c.recorded
}

// before reports whether block i or one before it speaks of a poll or a survey. What
// shares an article gives from there on are taken to be that one's. Once a percentage has
// had the whole article searched, a word for a poll anywhere counts.
func (c *citations) before(i int) bool {
	for ; c.next <= i && !c.inquiry; c.next++ {
		c.inquiry = c.words.inquiries.Any(c.prose.KeysIn(c.next))
	}
	return c.inquiry
}

// carried reports whether the sentence goes on with what the paragraph before has a
// source for: that one gives figures as well, or the sentence refers to it ("that
// amount", "the remaining 40 percent", "of these").
func (c *citations) carried(i int, sentence passage) bool {
	if i == 0 || !c.doc.Blocks[i-1].Prose() || c.doc.Blocks[i-1].Kind == lint.Heading {
		return false
	}
	if !sentence.refersBack() {
		if before := c.passage(i - 1); !before.givesFigures() {
			return false
		}
	}
	return c.credited(i - 1)
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
		if k == i || b.Kind == lint.Code || !strings.Contains(b.Text.String(), figure) {
			continue
		}
		if b.Quote != lint.None || c.credited(k) {
			return true
		}
	}
	return false
}
