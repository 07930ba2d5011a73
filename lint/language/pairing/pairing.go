// Package pairing pairs the quotation marks of a document.
//
// [Of] returns the pairs of a document and the marks without a partner; it computes them once.
// Marks are paired block by block, in one pass over the text with a stack of open marks. An
// apostrophe and a closing single mark are the same sign, and so are an inch sign and a straight
// mark. The characters on either side decide between them; if they do not (‘the writers’ room’),
// the later of two candidates closes. A single mark without a partner is treated as an apostrophe.
//
// The trade-off: one pass without backtracking costs next to nothing and is linear on hostile
// input, but it is wrong where only the meaning distinguishes an apostrophe from a quotation mark.
package pairing

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

// Style is a style of quotation marks.
type Style uint8

// The styles.
const (
	Straight       Style = iota // "…"
	Curly                       // “…” and „…“
	SingleCurly                 // ‘…’
	SingleStraight              // '…'
	Guillemets                  // «…»
	DoubledSingle               // ''…'' or ``…''
	Element                     // an HTML q: its marks are not in the text
	Dash                        // —…: dialogue that begins with a dash and ends with its paragraph
	styles
)

// Pair is two matching quotation marks and everything between them. Speech over several
// paragraphs, each of which opens with a mark and only the last of which closes, is one pair. Its
// style is that of the opening mark.
type Pair struct {
	Style    Style
	Block    int // of the opening mark
	Start    int // offset of the opening mark in that block's text
	EndBlock int // of the closing mark; equal to Block unless the speech spans several paragraphs
	End      int // offset after the closing mark in EndBlock's text
	Depth    int // 0 for the outermost
	Closed   bool
}

// Marks is how a document's quotation marks are paired. Only “ ” „ « » " can be stray.
type Marks struct {
	// Pairs is sorted by Block and Start. An opening mark that is never closed makes a pair that
	// is not Closed and ends with its text; the mark is in Stray as well.
	Pairs []Pair
	Stray []Stray
	// Curled and Straights count the curly and the straight marks and apostrophes in the author's
	// prose.
	Curled, Straights int
	Glyphs            []Glyph // the marks of the rarer typography, or the straight ones beside „“; in order; empty if only one occurs

	blocks []int32    // index of the first pair that begins in block i, with one more entry at the end
	stack  []openMark // buffer of the scanner
}

// Stray is a closing mark without an opening one, or the reverse.
type Stray struct {
	Block, Start, End int // offsets in the block's text
	Opening           bool
	Apostrophe        bool // a straight double mark in a word that has an apostrophe there: don"t
}

// Glyph is one quotation mark or apostrophe and its counterpart in the other typography: “ ” ‘ ’
// for a straight mark, " or ' for a curly one. If a draft is in another language or uses other
// marks, Other is its own mark, or "" if the draft does not show which that is.
type Glyph struct {
	Block, Start, End int // offsets in the block's text
	Straight          bool
	Other             string
}

var pairing = bufpool.NewFact(pair)

// Of returns the paired quotation marks of a document.
func Of(d *lint.Document) *Marks { return pairing.Of(d) }

// In returns the pairs that begin in block i and the index of the first in Pairs.
func (p *Marks) In(i int) (pairs []Pair, first int) {
	first = int(p.blocks[i])
	return p.Pairs[first:p.blocks[i+1]], first
}

func pair(d *lint.Document, p *Marks) {
	*p = Marks{
		Pairs: bufpool.Reset(p.Pairs), Stray: bufpool.Reset(p.Stray), Glyphs: bufpool.Reset(p.Glyphs),
		blocks: bufpool.Sized(p.blocks, len(d.Blocks)+1), stack: bufpool.Reset(p.stack),
	}
	language, _, _ := strings.Cut(d.Language, "-")
	s := scanner{out: p, stack: p.stack, run: lint.None, dash: lint.None, language: cmp.Or(language, "en")}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == lint.Code || decoration(b) {
			continue
		}
		s.block(d, i, b)
	}
	s.abandon()
	p.stack = s.stack
	p.sort()
	p.index(len(d.Blocks))
	p.keepRarer(s.language != "en" && p.low(d))
	if len(p.Glyphs) > 0 && p.Glyphs[0].Straight && (s.language != "en" || !p.english(d)) {
		p.ownMarks(d)
	}
}

// sort orders the pairs, which were added in the order in which they closed.
func (p *Marks) sort() {
	slices.SortFunc(p.Pairs, func(a, b Pair) int {
		return cmp.Or(a.Block-b.Block, a.Start-b.Start, a.Depth-b.Depth)
	})
	slices.SortFunc(p.Stray, func(a, b Stray) int { return cmp.Or(a.Block-b.Block, a.Start-b.Start) })
}

func (p *Marks) index(blocks int) {
	for k, i := 0, 0; i <= blocks; i++ {
		for k < len(p.Pairs) && p.Pairs[k].Block < i {
			k++
		}
		p.blocks = append(p.blocks, int32(k))
	}
}

// keepRarer drops the glyphs of the prevailing typography: a rule for consistent typography asks
// for that one. Where the draft has the marks of its language, the straight ones are the odd ones,
// however many they are.
func (p *Marks) keepRarer(own bool) {
	straight := p.Straights <= p.Curled || own
	kept := p.Glyphs[:0]
	if p.Straights > 0 && p.Curled > 0 {
		for _, g := range p.Glyphs {
			if g.Straight == straight {
				kept = append(kept, g)
			}
		}
	}
	p.Glyphs = kept
}

// SingleMarks reports whether the document uses single marks for speech, as British books do: more
// outermost pairs are single than double.
func (p *Marks) SingleMarks() bool {
	n := 0
	for i := range p.Pairs {
		if p.Pairs[i].Depth > 0 {
			continue
		}
		switch p.Pairs[i].Style {
		case SingleCurly, SingleStraight:
			n++
		default:
			n--
		}
	}
	return n > 0
}
