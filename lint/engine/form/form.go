// Package form compares the form of texts, to align a translation with its source: headings,
// paragraphs and lists correspond in any language, and so do most sentences.
//
// The trade-off: only the kinds of blocks and the numbers of their sentences are kept of a text, so
// a translation that was reordered is aligned wrongly, and one that was rewritten not at all.
package form

import (
	"slices"
	"sort"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// Form is the form of a text: two bytes for each block, one for what it is and one for how many
// sentences it has. Texts of the same form correspond sentence by sentence, in any language.
type Form string

// The first byte of a block: the level of a heading, or one of these plus the block's kind.
const (
	plainBlock = 0x10
	boldBlock  = 0x20
)

// Of returns the form of a document.
func Of(d *lint.Document) Form {
	prose, f := language.ProseOf(d), make([]byte, 0, 2*len(d.Blocks))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		what := plainBlock + byte(b.Kind)
		switch {
		case b.Kind == lint.Heading:
			what = byte(b.Level)
		case slices.ContainsFunc(b.Marks, func(m lint.Mark) bool { return m.Kind == lint.MarkStrong && m.Start == 0 && m.End == b.Text.Len() }):
			what = boldBlock + byte(b.Kind)
		}
		f = append(f, what, byte(min(len(prose.SentencesIn(i)), 255)))
	}
	return Form(f)
}

func (f Form) blocks() int      { return len(f) / 2 }
func (f Form) at(i int) byte    { return f[2*i] }
func (f Form) heads(i int) bool { return f.at(i) < plainBlock }

// sentences counts the sentences of a part.
func (f Form) sentences(p Part) (n int) {
	for i := p.From; i < p.To; i++ {
		n += int(f[2*i+1])
	}
	return n
}

// Outline returns the levels of the headings in a part.
func (f Form) Outline(p Part) string {
	var levels []byte
	for i := p.From; i < p.To; i++ {
		if f.heads(i) {
			levels = append(levels, f.at(i))
		}
	}
	return string(levels)
}

// All returns the part that is the whole text.
func (f Form) All() Part { return Part{0, f.blocks()} }

// sections returns the parts between headings, each with its heading. The first, the
// opening, has none and may be empty.
func (f Form) sections() (all []Part) {
	from := 0
	for i := range f.blocks() {
		if f.heads(i) {
			all = append(all, Part{from, i})
			from = i
		}
	}
	return append(all, Part{from, f.blocks()})
}

// Section returns the number of the section that block i is in, from 1.
func (f Form) Section(i int) int { return len(f.Outline(Part{0, i + 1})) + 1 }

// Part is a range of the blocks of a text.
type Part struct{ From, To int }

// Len returns the number of blocks.
func (p Part) Len() int { return p.To - p.From }

// PartOf returns the blocks that a span of a document overlaps.
func PartOf(d *lint.Document, span lint.Span) Part {
	from := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.End > span.Start })
	to := from
	for to < len(d.Blocks) && d.Blocks[to].Span.Start < max(span.End, span.Start+1) {
		to++
	}
	return Part{from, to}
}

// Alignment says which block of a source each block of its translation renders, or -1.
// Sections are aligned first, then the blocks of each.
type Alignment []int

// Align aligns a translation with its source.
func Align(translation, source Form) Alignment {
	a := slices.Repeat(Alignment{lint.None}, translation.blocks())
	own, theirs := translation.sections(), source.sections()
	sections := func(i, k int) int {
		switch {
		case i == 0 || k == 0:
			return btoi(i == k)
		case translation.at(own[i].From) == source.at(theirs[k].From):
			return 2 + btoi(own[i].Len() == theirs[k].Len())
		}
		return 1 // the translator has changed the level
	}
	pairUp(len(own), len(theirs), sections, func(i, k int) {
		o, t := own[i], theirs[k]
		blocks := func(i, k int) int {
			i, k = o.From+i, t.From+k
			if translation.at(i) == source.at(k) || translation.heads(i) && source.heads(k) {
				return 2 + btoi(translation[2*i+1] == source[2*k+1])
			}
			return 0
		}
		pairUp(o.Len(), t.Len(), blocks, func(i, k int) { a[o.From+i] = t.From + k })
	})
	return a
}

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}

// mostPairs limits the time and memory of an alignment.
const mostPairs = 1 << 18

// pairUp pairs the elements of two lists in order, so that the sum of their scores is as
// high as possible. Elements whose score is 0 are not paired.
func pairUp(n, m int, score func(i, k int) int, pair func(i, k int)) {
	if n*m > mostPairs {
		return
	}
	best := make([]int32, (n+1)*(m+1)) // of the elements from i and from k on
	for i := n - 1; i >= 0; i-- {
		for k := m - 1; k >= 0; k-- {
			at := i*(m+1) + k
			best[at] = max(best[at+1], best[at+m+1])
			if s := score(i, k); s > 0 {
				best[at] = max(best[at], best[at+m+2]+int32(s)) //nolint:gosec // G115: scores are small
			}
		}
	}
	for i, k := 0, 0; i < n && k < m; {
		switch at := i*(m+1) + k; best[at] {
		case best[at+1]:
			k++
		case best[at+m+1]:
			i++
		default:
			pair(i, k)
			i, k = i+1, k+1
		}
	}
}

// rendered returns the part of the source that a part of the translation renders; ok is
// false if it is unknown.
func (a Alignment) rendered(p Part, source Form) (_ Part, ok bool) {
	if p.From >= p.To {
		return Part{}, false
	}
	from, last := a[p.From], a[p.To-1]
	if p.From == 0 && p.To == len(a) {
		return source.All(), true
	}
	if p.To < len(a) && a[p.To] >= 0 { // up to the next heading
		last = a[p.To] - 1
	} else if p.To == len(a) {
		last = source.blocks() - 1
	}
	return Part{from, last + 1}, from >= 0 && last >= from
}

// SameForm reports whether a part of a translation renders one of the same form. A single
// block has as many sentences; in longer parts, a translator may join and divide some of
// the blocks and sentences, but not change the headings.
func (a Alignment) SameForm(translation, source Form, p Part) bool {
	of, ok := a.rendered(p, source)
	if !ok || translation.Outline(p) != source.Outline(of) {
		return false
	}
	if p.Len() == 1 {
		return of.Len() == 1 && translation.sentences(p) == source.sentences(of)
	}
	return similar(p.Len(), of.Len()) && similar(translation.sentences(p), source.sentences(of))
}

// similar reports whether two counts differ by at most a quarter.
func similar(n, m int) bool { return 4*max(n-m, m-n) <= max(n, m, 4) }
