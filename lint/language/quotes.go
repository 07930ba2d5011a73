package language

import (
	"math/bits"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

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

// Attributed reports whether somebody is named, or at least pointed at, as the
// one whose words these are.
func (q *Quote) Attributed() bool { return q.Speaker != nil }

// Direct reports whether the words are marked as somebody's own: they stand
// between marks, or in a block quotation that begins with one. A block quotation
// without marks may as well be an aside, which many sites set that way.
func (q *Quote) Direct() bool {
	return q.Pair != lint.None || strings.HasPrefix(q.Text, "“") || strings.HasPrefix(q.Text, "\"") || strings.HasPrefix(q.Text, "‘") || strings.HasPrefix(q.Text, "«")
}

// Mention is a stretch of the author's text that names somebody or something.
type Mention struct {
	Text string
	Span lint.Span
}

var quotes = lint.NewReusedFact(func(d *lint.Document, spent *desk) *desk {
	if spent == nil {
		spent = &desk{}
	}
	spent.read(d, tagParts)
	return spent
})

// QuotesOf returns the quotations of a document in order.
//
// Only paragraphs that hold quotation marks are looked at. Each is cut into
// words, marks and whole quotations; verbs of saying beside a quotation lead to
// the noun phrase that is their subject. What has no attribution of its own takes
// that of a neighbour: the same sentence, the same paragraph, the paragraph
// before. The trade: lists of verbs and nouns and the places of words instead of
// a model of the language, which costs more than all the rest of a run. The model
// (model.go) is asked for two things only: whether a lone word at the beginning of
// a sentence names somebody, if nothing else in the document tells, and whether
// "voices" behind an unknown word is a verb. One draft in twenty needs it.
func QuotesOf(d *lint.Document) []Quote { return quotes.Of(d).out }

// desk goes through the blocks of a document in order.
type desk struct {
	doc     *lint.Document
	pairing *Pairing
	ask     grammarian
	out     []Quote

	pieces    []piece  // buffers
	spans     []quoted //
	who       []attribution
	lastBlock int  // last paragraph that ended in, or with the speaker of, a quotation
	last      int  // index into out of that quotation
	mused     int  // piece of the last thought in the paragraph, or -1
	singles   bool // the document sets speech in single marks
	asked     int  // questions to the model
	searches  int  // for words elsewhere
	runOn     int  // index into out of a quotation that goes on in a later block, or lint.None
}

// read finds the quotations of a document with the help of a model, or without. The memory
// of what the desk read before is used again.
func (f *desk) read(d *lint.Document, ask grammarian) {
	clear(f.out)
	*f = desk{
		doc: d, ask: ask, pairing: PairingOf(d), lastBlock: lint.None, runOn: lint.None,
		out: emptied(f.out), pieces: emptied(f.pieces), spans: emptied(f.spans), who: emptied(f.who),
	}
	if len(f.pairing.Pairs) > 0 || len(d.Quotations) > 0 {
		f.singles = f.pairing.singles()
		f.blocks()
		f.links()
	}
	f.doc, f.pairing = nil, nil // which the next document does not need
}

func (f *desk) blocks() {
	done := 0 // block quotations
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		switch {
		case b.Kind == lint.Code || b.Kind == lint.Heading:
		case b.Quote != lint.None:
			if b.Quote >= done {
				f.blockQuotation(i)
				done = b.Quote + 1
			}
		default:
			f.paragraph(i)
		}
	}
}

// quotedIn collects the outermost pairs of block i, and the rest of one that
// began in a block before.
func (f *desk) quotedIn(i int) []quoted {
	f.spans = f.spans[:0]
	if f.runOn != lint.None {
		p := &f.pairing.Pairs[f.out[f.runOn].Pair]
		end := f.doc.Blocks[i].Text.Len()
		if p.EndBlock == i {
			end = p.End
		}
		f.spans = append(f.spans, quoted{0, end, f.out[f.runOn].Pair})
	}
	pairs, first := f.pairing.In(i)
	at, lifted := 0, 0
	if len(f.spans) > 0 {
		at = f.spans[0].end
	}
	for k := range pairs {
		p := &pairs[k]
		if p.Depth > lifted || p.Start < at {
			continue
		}
		if !p.Closed && (k+1 < len(pairs) || !f.leads(p)) {
			lifted = p.Depth + 1 // an opening mark that nothing closes hides no others
			continue
		}
		end := p.End
		if p.EndBlock != i {
			end = f.doc.Blocks[i].Text.Len()
		}
		f.spans = append(f.spans, quoted{p.Start, end, first + k})
		at = end
	}
	return f.spans
}

// leads reports whether a mark that never closes stands where speech begins.
func (f *desk) leads(p *Pair) bool {
	before := strings.TrimRight(f.doc.Blocks[p.Block].Text.Slice(0, p.Start), " \u00a0")
	return before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ".")
}

// inner returns the text between the marks of a pair, on one line.
func (f *desk) inner(p *Pair) string {
	style := [...]string{"\"", "“", "‘", "'", "«", "''", "", ""}
	if p.Style == Dash {
		text := f.doc.Blocks[p.Block].Text.String()
		return strings.TrimSpace(text[opensDialogue(text):])
	}
	if p.Block == p.EndBlock {
		return strings.TrimSpace(unmarked(f.doc.Blocks[p.Block].Text.Slice(p.Start, p.End), p.Closed && p.Style != Element))
	}
	var parts []string
	for i := p.Block; i <= p.EndBlock; i++ {
		t := f.doc.Blocks[i].Text
		from, to := 0, t.Len()
		if i == p.Block {
			from = p.Start
		}
		if i == p.EndBlock {
			to = p.End
		}
		if i != p.Block && !strings.HasPrefix(t.String(), style[p.Style]) {
			continue // a caption
		}
		parts = append(parts, strings.TrimSpace(unmarked(t.Slice(from, to), i == p.EndBlock && p.Closed)))
	}
	return strings.Join(parts, " ")
}

// unmarked cuts the opening mark off a text and, where it is closed, the closing.
func unmarked(s string, closed bool) string {
	for _, m := range [...]string{"“", "\"", "''", "``", "«", "‘", "'", "„"} {
		if rest, ok := strings.CutPrefix(s, m); ok {
			s = rest
			break
		}
	}
	if !closed {
		return s
	}
	for _, m := range [...]string{"”", "\"", "''", "»", "’", "'", "“"} {
		if rest, ok := strings.CutSuffix(s, m); ok {
			return rest
		}
	}
	return s
}

// links gives every quotation the links of its paragraph. Links are in the order
// of their blocks.
func (f *desk) links() {
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

// pairSpan returns where a pair stands in the source, marks included.
func pairSpan(d *lint.Document, p *Pair) lint.Span {
	start := d.Blocks[p.Block].Text.Span(p.Start, p.Start+1)
	end := d.Blocks[p.EndBlock].Text.Span(max(p.End-1, 0), p.End)
	return start.Join(end)
}

// wordCount counts stretches between white space that hold a letter or digit.
func wordCount(s string) int {
	n, counted := 0, false // counted: the stretch has been
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			counted = false
			i++
		case counted && c < utf8.RuneSelf:
			i = skipPlain(s, i+1)
		case c < utf8.RuneSelf:
			if byteClasses[c] <= digit {
				n, counted = n+1, true
			}
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case unicode.IsSpace(r):
				counted = false
			case !counted && wordy(r):
				n, counted = n+1, true
			}
			i += size
		}
	}
	return n
}

// skipPlain returns the offset of the first byte at or behind offset i that is a space, a
// control or above ASCII, or the length of the text. It looks at eight bytes at a time.
func skipPlain(s string, i int) int {
	const each = 0x0101010101010101
	for ; len(s)-i >= 8; i += 8 {
		eight := eightBytes(s, i)
		// The lowest bit that is set is right; what stands above it may be wrong.
		if found := ((eight-(' '+1)*each)&^eight | eight) & highBits; found != 0 {
			return i + bits.TrailingZeros64(found)>>3
		}
	}
	for i < len(s) && s[i] > ' ' && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}
