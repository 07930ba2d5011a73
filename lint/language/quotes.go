package language

import "github.com/copychief/copychief/lint"

// Quote is a quotation: words that somebody else said or wrote. Titles of works,
// nicknames, scare quotes and measurements are none.
type Quote struct {
	Pair       int       // index into Pairing.Pairs, or lint.None for a block quotation
	Block      int       // where it begins
	Start, End int       // offsets in that block's text, marks included; End is the text's end where it runs on
	Span       lint.Span // in the source, marks included, to its very end
	Text       string    // without its marks, on one line
	Words      int

	Speaker        *Mention
	Cue            *Mention // the verb or phrase that attributes: "said", "according to"
	Anonymous      bool     // the speaker has no name: "officials", "a diplomat"
	Described      bool     // anonymous, and a description or a reason is given
	Full           bool     // whole sentences rather than words within the author's sentence
	BlockQuotation bool
	Links          []int // indices into Document.Links of links in its paragraph
}

// Mention is a stretch of the author's text that names somebody or something.
type Mention struct {
	Text string
	Span lint.Span
}

var quotes = lint.NewFact(findQuotes)

// QuotesOf returns the quotations of a document in order.
func QuotesOf(d *lint.Document) []Quote { return quotes.Of(d) }

func findQuotes(*lint.Document) []Quote { return nil }

// pairSpan returns where a pair stands in the source, marks included.
func pairSpan(d *lint.Document, p *Pair) lint.Span {
	start := d.Blocks[p.Block].Text.Span(p.Start, p.Start+1)
	end := d.Blocks[p.EndBlock].Text.Span(max(p.End-1, 0), p.End)
	return start.Join(end)
}
