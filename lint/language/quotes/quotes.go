package quotes

import (
	"sort"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes/attribution"
	"github.com/copychief/copychief/lint/language/quotes/clause"
	"github.com/copychief/copychief/lint/language/wordlist"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Quote is a quotation: words that somebody else said or wrote. Titles of works, nicknames, scare
// quotes and measurements are not quotations.
type Quote struct {
	Pair       int       // index into Marks.Pairs of package pairing, or lint.None for a block quotation
	Block      int       // where it begins
	Start, End int       // offsets in that block's text, marks included; if the quotation continues in a later block, End is the end of the text
	Span       lint.Span // the whole quotation in the source, marks included
	Text       string    // without its marks, on one line
	Words      int

	Speaker        *Mention
	Cue            *Mention // the verb or phrase of the attribution: "said", "according to"
	Anonymous      bool     // the speaker is unnamed: "officials", "a diplomat"
	Described      bool     // the speaker is anonymous, and the text gives a description or a reason
	Explained      bool     // the speaker is anonymous, and the text says why
	Spoken         bool     // the text says that a person or organisation spoke the words: "said Ann Lee", "according to the court"
	Full           bool     // whole sentences rather than a few words within the author's sentence
	BlockQuotation bool
	Links          []int // indices into Document.Links of the links in its paragraph
}

// Attributed reports whether the speaker is named or at least mentioned.
func (q *Quote) Attributed() bool { return q.Speaker != nil }

// Direct reports whether the words are marked as somebody's own: they are in quotation marks, or
// in a block quotation that begins with one. A block quotation without marks may be an aside,
// which many sites format that way.
func (q *Quote) Direct() bool {
	return q.Pair != lint.None || strings.HasPrefix(q.Text, "“") || strings.HasPrefix(q.Text, "\"") || strings.HasPrefix(q.Text, "‘") || strings.HasPrefix(q.Text, "«")
}

// Mention is a stretch of the author's text that names a person or thing.
type Mention struct {
	Text string
	Span lint.Span
}

// Reads reports whether the verbs of saying in a language (a BCP 47 tag) are known. In other languages,
// the speaker of a quotation is known only from a colon, a signature or the marks of a dialogue, so
// that none is found says nothing.
func Reads(language string) bool { return len(wordpack.Of(language).List("saying-verbs")) > 0 }

var found = bufpool.NewFact(func(d *lint.Document, r *reader) { r.read(d, grammarianOf(d, r)) })

// Of returns the quotations of a document in order.
func Of(d *lint.Document) []Quote { return found.Of(d).out }

// Unsettled reports whether questions about the grammar of a document went unanswered, because there
// is no language model yet. What [Of] returns may change then.
func Unsettled(d *lint.Document) bool { return d.Tagger != nil && found.Of(d).unsettled }

// grammarianOf returns who answers questions about the grammar of a document: nobody if it is not in
// English, the only language of the model.
func grammarianOf(d *lint.Document, f *reader) clause.Grammarian {
	switch {
	case wordlist.Primary(d.Language) != "en":
		return nil
	case d.Tagger == nil:
		return clause.TagParts
	}
	return func(words []string) []clause.PartOfSpeech {
		tags := d.Tagger(words)
		f.unsettled = f.unsettled || tags == nil
		return clause.PartsOf(tags)
	}
}

// reader processes the blocks of a document in order.
type reader struct {
	doc     *lint.Document
	pairing *pairing.Marks
	ask     clause.Grammarian
	out     []Quote

	pieces    []clause.Piece  // buffer for the pieces of a block
	spans     []clause.Quoted // buffer for its quotations
	who       []attribution.Attribution
	lastBlock int  // last paragraph that ended in a quotation or in the speaker of one
	last      int  // index into out of that quotation
	mused     int  // piece of the last quoted thought in the paragraph, or -1
	reads     bool // the verbs of saying in the language of the document are known
	singles   bool // the document uses single quotation marks for speech
	asked     int  // number of questions to the model
	searches  int  // number of searches for words elsewhere in the document
	runOn     int  // index into out of a quotation that continues in a later block, or lint.None
	unsettled bool // a question to the model had no answer
}

// read finds the quotations of a document, with a model or (if ask is nil) without. It reuses the
// reader's buffers.
func (f *reader) read(d *lint.Document, ask clause.Grammarian) {
	clear(f.out)
	*f = reader{
		doc: d, ask: ask, reads: Reads(d.Language), pairing: pairing.Of(d), lastBlock: lint.None, runOn: lint.None,
		out: bufpool.Reset(f.out), pieces: bufpool.Reset(f.pieces), spans: bufpool.Reset(f.spans), who: bufpool.Reset(f.who),
	}
	if len(f.pairing.Pairs) > 0 || len(d.Quotations) > 0 {
		f.singles = f.pairing.SingleMarks()
		f.blocks()
		f.links()
	}
	f.doc, f.pairing = nil, nil // release what the next document does not need
}

func (f *reader) blocks() {
	done := 0 // number of block quotations already added
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		switch {
		case b.Kind == lint.Code || b.Kind == lint.Heading:
		case b.Quote != lint.None:
			if b.Quote >= done {
				addBlockQuotation(f, i)
				done = b.Quote + 1
			}
		default:
			f.paragraph(i)
		}
	}
}

// quotedIn collects the outermost pairs of block i, including the rest of a pair that began in an
// earlier block.
func (f *reader) quotedIn(i int) []clause.Quoted {
	f.spans = f.spans[:0]
	if f.runOn != lint.None {
		p := &f.pairing.Pairs[f.out[f.runOn].Pair]
		end := f.doc.Blocks[i].Text.Len()
		if p.EndBlock == i {
			end = p.End
		}
		f.spans = append(f.spans, clause.Quoted{Start: 0, End: end, Pair: f.out[f.runOn].Pair})
	}
	pairs, first := f.pairing.In(i)
	at, lifted := 0, 0
	if len(f.spans) > 0 {
		at = f.spans[0].End
	}
	for k := range pairs {
		p := &pairs[k]
		if p.Depth > lifted || p.Start < at {
			continue
		}
		if !p.Closed && (k+1 < len(pairs) || !f.leads(p)) {
			lifted = p.Depth + 1 // an unclosed opening mark hides no other pairs
			continue
		}
		end := p.End
		if p.EndBlock != i {
			end = f.doc.Blocks[i].Text.Len()
		}
		f.spans = append(f.spans, clause.Quoted{Start: p.Start, End: end, Pair: first + k})
		at = end
	}
	return f.spans
}

// leads reports whether an unclosed mark is at a position where speech can begin.
func (f *reader) leads(p *pairing.Pair) bool {
	before := strings.TrimRight(f.doc.Blocks[p.Block].Text.Slice(0, p.Start), " \u00a0")
	return before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ".")
}

// links gives each quotation the links of its paragraph. Links are in the order of their blocks.
func (f *reader) links() {
	if len(f.out) == 0 || len(f.doc.Links) == 0 {
		return
	}
	all := make([]int, 0, len(f.doc.Links))
	for i := range f.doc.Links {
		if f.doc.Links[i].Block != lint.None {
			all = append(all, i)
		}
	}
	in := func(block int) []int {
		after := func(b int) int {
			return sort.Search(len(all), func(k int) bool { return f.doc.Links[all[k]].Block > b })
		}
		from, to := after(block-1), after(block)
		return all[from:to:to]
	}
	for i := range f.out {
		q := &f.out[i]
		q.Links = in(q.Block)
		if q.Pair != lint.None {
			if end := f.pairing.Pairs[q.Pair].EndBlock; end != q.Block {
				q.Links = append(q.Links, in(end)...)
			}
		}
	}
}
