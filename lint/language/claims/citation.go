package claims

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// citations checks whether the claims of a document have a source. It caches the answers for the
// current block, since a paragraph often has several claims.
type citations struct {
	doc   *lint.Document
	prose *language.Prose
	words *vocabulary

	block    int  // the block that the answers below are about, plus one
	sourced  bool // it links to something, cites or names a source
	recorded bool // it reports the result of an election
	polled   bool // whether recorded has been computed
	reported bool // it credits its figures to somebody, even if only to "officials", or is about the author's own work

	next    int // the first block that has not been searched for a word for a survey
	inquiry bool

	listed  lists
	credits []credit // per block, computed on demand
}

// credit is whether a block credits its figures to a source.
type credit uint8

const (
	unasked credit = iota
	uncredited
	credited
)

// passage returns the whole text of a block.
func (c *citations) passage(block int) passage {
	return passage{c.doc.Blocks[block].Text.String(), c.prose.WordsIn(block), c.prose.KeysIn(block), c.words}
}

// cited reports whether a claim in a sentence has the source that its kind needs.
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
	if c.sourced || sentence.own(found.Kind) || found.Kind == Share && sentence.askedByAuthor(found.End) || c.followed(i) {
		return true
	}
	switch {
	case !found.Kind.Figure():
		return found.Kind == Share && (c.reported && c.ownPeople(p.text[found.Start:found.End]) || c.before(i) || c.onRecord(i) || c.listed.of(c.doc, c.words))
	case (found.Kind == Percentage || found.Kind == Effect) && c.before(len(c.doc.Blocks)-1),
		(found.Kind == Percentage || found.Kind == Count) && c.onRecord(i):
		return true
	}
	return c.reported || c.carried(i, sentence) || c.again(i, p.text[found.Start:found.End]) || c.listed.of(c.doc, c.words)
}

// ownPeople reports whether a share is of people that somebody can count as their own, such as
// visitors or customers. If the author writes "I" or "we", the author has counted them.
func (c *citations) ownPeople(share string) bool {
	fields := strings.Fields(share)
	return len(fields) > 0 && c.words.ownPeople.HasWord(fields[len(fields)-1]) && !slices.ContainsFunc(fields, c.words.reader.HasWord)
}

// credited reports whether block k credits its figures to a source, even if only to "officials".
// The answer is cached: a draft may give a figure in every paragraph.
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

// onRecord reports whether a block gives the result of an election, which readers can look up
// without a source. It is computed once per block.
func (c *citations) onRecord(i int) bool {
	if !c.polled {
		c.polled, c.recorded = true, c.words.elections.Any(c.prose.KeysIn(i))
	}
	return c.recorded
}

// before reports whether block i or an earlier one mentions a poll or a survey; later shares are
// assumed to come from it. Once the whole article has been searched because of a percentage, a
// word for a poll anywhere counts.
func (c *citations) before(i int) bool {
	for ; c.next <= i && !c.inquiry; c.next++ {
		c.inquiry = c.words.inquiries.Any(c.prose.KeysIn(c.next))
	}
	return c.inquiry
}

// carried reports whether the sentence continues a topic of the paragraph before that has a source
// there: that paragraph also gives figures, or the sentence refers to it ("that amount", "the
// remaining 40 percent", "of these").
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

// mostBlocks limits how many blocks are searched for a second occurrence of a figure.
const mostBlocks = 300

// again reports whether the same figure occurs elsewhere with a source or in a quotation: a
// summary repeats what the article reports.
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
