package engine

import (
	"slices"
	"sort"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// form is the form of a text: two bytes for each block, one for what it is and one for how many
// sentences it has. Texts of the same form correspond sentence by sentence, in any language.
type form string

// The first byte of a block: the level of a heading, or one of these plus the block's kind.
const (
	plainBlock = 0x10
	boldBlock  = 0x20
)

func formOf(d *lint.Document) form {
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
	return form(f)
}

func (f form) blocks() int      { return len(f) / 2 }
func (f form) at(i int) byte    { return f[2*i] }
func (f form) heads(i int) bool { return f.at(i) < plainBlock }

// sentences counts the sentences of a part.
func (f form) sentences(p part) (n int) {
	for i := p.From; i < p.To; i++ {
		n += int(f[2*i+1])
	}
	return n
}

// outline returns the levels of the headings in a part.
func (f form) outline(p part) string {
	var levels []byte
	for i := p.From; i < p.To; i++ {
		if f.heads(i) {
			levels = append(levels, f.at(i))
		}
	}
	return string(levels)
}

func (f form) all() part { return part{0, f.blocks()} }

// sections returns the parts between headings, each with its heading. The first, the
// opening, has none and may be empty.
func (f form) sections() (all []part) {
	from := 0
	for i := range f.blocks() {
		if f.heads(i) {
			all = append(all, part{from, i})
			from = i
		}
	}
	return append(all, part{from, f.blocks()})
}

// section returns the number of the section that block i is in, from 1.
func (f form) section(i int) int { return len(f.outline(part{0, i + 1})) + 1 }

// part is a range of the blocks of a text.
type part struct{ From, To int }

func (p part) len() int { return p.To - p.From }

// partOf returns the blocks that a span of a document overlaps.
func partOf(d *lint.Document, span lint.Span) part {
	from := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.End > span.Start })
	to := from
	for to < len(d.Blocks) && d.Blocks[to].Span.Start < max(span.End, span.Start+1) {
		to++
	}
	return part{from, to}
}

// alignment says which block of a source each block of its translation renders, or -1.
// Sections are aligned first, then the blocks of each.
type alignment []int

func align(translation, source form) alignment {
	a := slices.Repeat(alignment{lint.None}, translation.blocks())
	own, theirs := translation.sections(), source.sections()
	sections := func(i, k int) int {
		switch {
		case i == 0 || k == 0:
			return btoi(i == k)
		case translation.at(own[i].From) == source.at(theirs[k].From):
			return 2 + btoi(own[i].len() == theirs[k].len())
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
		pairUp(o.len(), t.len(), blocks, func(i, k int) { a[o.From+i] = t.From + k })
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
func (a alignment) rendered(p part, source form) (_ part, ok bool) {
	if p.From >= p.To {
		return part{}, false
	}
	from, last := a[p.From], a[p.To-1]
	if p.From == 0 && p.To == len(a) {
		return source.all(), true
	}
	if p.To < len(a) && a[p.To] >= 0 { // up to the next heading
		last = a[p.To] - 1
	} else if p.To == len(a) {
		last = source.blocks() - 1
	}
	return part{from, last + 1}, from >= 0 && last >= from
}

// sameForm reports whether a part of a translation renders one of the same form. A single
// block has as many sentences; in longer parts, a translator may join and divide some of
// the blocks and sentences, but not change the headings.
func (a alignment) sameForm(translation, source form, p part) bool {
	of, ok := a.rendered(p, source)
	if !ok || translation.outline(p) != source.outline(of) {
		return false
	}
	if p.len() == 1 {
		return of.len() == 1 && translation.sentences(p) == source.sentences(of)
	}
	return similar(p.len(), of.len()) && similar(translation.sentences(p), source.sentences(of))
}

// similar reports whether two counts differ by at most a quarter.
func similar(n, m int) bool { return 4*max(n-m, m-n) <= max(n, m, 4) }
