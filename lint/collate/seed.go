package collate

import (
	"math/bits"
	"slices"
)

// Limits of the search for one quotation. Real text stays far below them.
const (
	mostPlaces    = 4096    // of one pair of words
	mostSteps     = 1 << 18 // over all
	mostFragments = 96      // in a chain; more for a long quotation, see maxChained
	longFragment  = 6       // number of words after which the search for other places of them stops
)

// fragment is a part of a quotation that occurs word for word in a source.
type fragment struct {
	said, at int // first word in the quotation and in the library
	n        int // words
	weight   int // higher for rarer pairs of words
}

// finder looks for fragments.
type finder struct {
	lib     *Library
	words   []quotedWord
	found   []fragment
	byShift map[int][]int // index into found by at - said
	covered []bool        // words that are part of a long fragment
	rarity  []int         // of the pair that begins with word i; 0 if there is none
	steps   int
}

// seedsOf returns the fragments of a quotation, highest weight first.
func seedsOf(l *Library, words []quotedWord) []fragment {
	f := finder{lib: l, words: words, byShift: map[int][]int{}, covered: make([]bool, len(words)), rarity: make([]int, len(words))}
	order := make([]int, 0, len(words))
	count := make([]int, len(words))
	for i := 0; i+1 < len(words); i++ {
		if words[i+1].joint != tight {
			continue
		}
		if count[i] = len(l.pairs(words[i].key, words[i+1].key)); count[i] > 0 {
			order = append(order, i)
			f.rarity[i] = max(1, bits.Len(uint(len(l.words)/count[i])))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return count[a] - count[b] })
	for _, i := range order {
		if !f.covered[i] || !f.covered[i+1] {
			f.seed(i)
		}
	}
	slices.SortStableFunc(f.found, func(a, b fragment) int { return b.weight - a.weight })
	return f.found[:min(len(f.found), maxChained(len(words)))]
}

// maxChained returns the maximum number of fragments of a quotation to chain. The time for
// chaining is quadratic.
func maxChained(words int) int { return min(mostFragments+words/8, 4*mostFragments) }

// seed looks for the pair of words i and i+1.
func (f *finder) seed(i int) {
	places := f.lib.pairs(f.words[i].key, f.words[i+1].key)
	for _, p := range places[:min(len(places), mostPlaces)] {
		if f.steps++; f.steps > mostSteps {
			return
		}
		at := int(p)
		if f.lib.words[at].key == f.words[i].key && f.lib.words[at+1].key == f.words[i+1].key && !f.known(i, at) {
			f.extend(i, at)
		}
	}
}

// known reports whether a pair is part of a fragment found earlier.
func (f *finder) known(i, at int) bool {
	for _, k := range f.byShift[at-i] {
		if g := &f.found[k]; g.said <= i && i < g.said+g.n {
			return true
		}
	}
	return false
}

// extend extends a pair to a fragment as long as the words on either side agree.
func (f *finder) extend(i, at int) {
	from, to := i, i+2
	shift := at - i
	for from > 0 && f.words[from].joint == tight && from+shift > 0 && f.lib.words[from-1+shift].key == f.words[from-1].key {
		from--
	}
	for to < len(f.words) && f.words[to].joint == tight && f.lib.words[to+shift].key == f.words[to].key {
		to++
	}
	g := fragment{said: from, at: from + shift, n: to - from}
	for k := from; k < to; k++ {
		if k+1 < to {
			g.weight += f.rarity[k]
		}
		f.covered[k] = f.covered[k] || g.n >= longFragment
	}
	f.steps += g.n
	f.byShift[shift] = append(f.byShift[shift], len(f.found))
	f.found = append(f.found, g)
}
