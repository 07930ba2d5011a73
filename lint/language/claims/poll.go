package claims

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// Poll is the first poll whose shares a document reports, and which of its details the document
// gives. The pollster and the sample size may be anywhere, often at the very end; the date must be
// near the poll or near the sample size.
type Poll struct {
	Block      int // index into Document.Blocks
	Start, End int // offsets in the block's text of the word for the poll

	Pollster, Date, Sample bool // whether the document gives them
	Linked                 bool // readers find the details behind a link or a citation beside the poll
}

var poll = lint.NewFact(findPoll)

// PollOf returns the first poll of a document, or nil.
func PollOf(d *lint.Document) *Poll { return poll.Of(d) }

func findPoll(d *lint.Document) *Poll {
	v := pollVocabularies.Of(d.Language)
	if !language.ProseOf(d).MayHaveAny(v.polls) {
		return nil
	}
	prose, keys := language.ProseOf(d), language.WordKeysOf(d)
	for i, block := range d.Prose() {
		if block.Kind == lint.Heading || block.Kind == lint.Caption || block.Footnote || !v.mayHoldShare(block.Text.String()) {
			continue
		}
		for _, s := range prose.SentencesIn(i) {
			p := pollPassage{passage{block.Text.String(), prose.Words[s.From:s.To], keys[s.From:s.To], v.claims}, v}
			if k := p.pollShare(); k >= 0 {
				found := &Poll{Block: i, Start: int(p.words[k].Start), End: int(p.words[k].End), Linked: v.linked(d, i, p.text[p.words[max(0, k-3)].Start:p.words[k].Start])}
				found.read(d, prose, v)
				return found
			}
		}
	}
	return nil
}

// pollPassage is a passage that is searched for the details of a poll.
type pollPassage struct {
	passage
	*pollVocabulary
}

// pollShare returns the index of the word for the poll in a sentence that gives a share of
// respondents, or -1. A survey of land or of a building has no respondents. For an exit poll, the
// date is implied by the name, and the pollster is usually a group of news agencies.
func (p *pollPassage) pollShare() int {
	poll, share := -1, false
	for k, w := range p.words {
		switch c := p.text[w.Start]; {
		case w.Voice != language.Author:
		case c >= '0' && c <= '9':
			n := 1 // number of words after the share
			for n < 3 && (p.is(k+n, p.percent) || p.is(k+n, p.percentFirst) || p.is(k+n, p.percentSecond)) {
				n++
			}
			term := k+n < len(p.words) && slices.Contains(p.shareTerms, p.word(k+n)) // a 10 percent discount
			share = share || !term && (n > 1 || strings.HasPrefix(p.text[w.End:], "%"))
		case poll < 0 && p.is(k, p.polls) && !p.is(k-1, p.exit) && p.reports(k):
			poll = k
		}
	}
	if !share {
		return -1
	}
	return poll
}

// reports reports whether the sentence takes a result from the poll of word k: "a poll found", "in a
// survey", "survey respondents". Past performance surveys are documents.
func (p *pollPassage) reports(k int) bool {
	const near = 6 // words
	for n := k + 1; n < min(len(p.words), k+near); n++ {
		if p.is(n, p.findings) || p.is(n, p.pollAfter) {
			return true
		}
	}
	for n := k - 1; n >= max(0, k-near); n-- {
		if p.is(n, p.pollAhead) || p.is(n, p.according) {
			return true
		}
	}
	return false
}

// linked reports whether a link leads to a poll: any source in its paragraph; a link in the two
// paragraphs before that does not lead to a home page, if its paragraph has a word for a document;
// or any link above whose block or target contains the name before the poll, such as "Lund" in "a
// Lund survey".
func (v *pollVocabulary) linked(d *lint.Document, block int, before string) bool {
	const near = 2 // blocks
	if hasSource(d, block) {
		return true
	}
	name := ""
	for w := range strings.FieldsSeq(before) {
		if w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s"); capital(w) && !v.adjectives.HasWord(w) && !v.claims.functionWords.HasWord(w) {
			name = w
		}
	}
	for i := range d.Links {
		l := &d.Links[i]
		if l.Block == lint.None || l.Block > block || l.Kind != lint.External {
			continue
		}
		target := l.Target.String()
		page := strings.Count(strings.TrimRight(target, "/"), "/") > len("//")
		if page && l.Block >= block-near && d.Blocks[l.Block].Kind == lint.Paragraph && v.speaksOfDocument(language.ProseOf(d).KeysIn(l.Block)) {
			return true
		}
		if name != "" && (strings.Contains(d.Blocks[l.Block].Text.String(), name) || strings.Contains(strings.ToLower(target), strings.ToLower(name))) {
			return true
		}
	}
	return false
}

func (v *pollVocabulary) speaksOfDocument(keys []uint64) bool {
	return v.claims.documents.Any(keys) || v.claims.namedSources.Any(keys) || v.polls.Any(keys)
}

// read searches the article for the details of the poll.
func (found *Poll) read(d *lint.Document, prose *language.Prose, v *pollVocabulary) {
	for i := range d.Blocks {
		if d.Blocks[i].Kind == lint.Code {
			continue
		}
		p := pollPassage{passage{d.Blocks[i].Text.String(), prose.WordsIn(i), prose.KeysIn(i), v.claims}, v}
		near, sample := i >= found.Block-1 && i <= found.Block+1, false
		for k := range p.words {
			found.Pollster = found.Pollster || p.asks(k)
			sample = sample || p.samples(k)
		}
		found.Sample = found.Sample || sample
		for k := 0; k < len(p.words) && !found.Date && (near || sample); k++ {
			found.Date = p.dates(k)
		}
	}
}
