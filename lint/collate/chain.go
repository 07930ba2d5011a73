package collate

import (
	"cmp"
	"math/bits"
	"slices"
)

// The score of a word and the costs of jumps in a chain. Four words in a row are worth a
// jump over any number of words; two are not.
const (
	gain     = 4
	farJump  = 10 // forward, with nothing in the quotation to account for it
	backJump = 14
	strange  = 30 // into another document
)

// If several passages have similar scores, each is aligned with the quotation: words that
// are in no fragment, such as a single word between brackets, may decide.
const (
	mostPassages = 12
	nearly       = 3 * gain
)

// chainsOf returns the best passages for a quotation, best first. Each is a list of fragments
// in the order of the quotation, which do not overlap there.
func chainsOf(l *Library, words []quotedWord, all []fragment) [][]fragment {
	slices.SortFunc(all, func(a, b fragment) int { return cmp.Or(a.said-b.said, a.at-b.at) })
	links := make([]link, len(all))
	docs := make([]int32, len(all))
	ends := make([]int, len(all))
	for i := range all {
		ends[i] = i
		docs[i] = l.block(all[i].at).doc
		links[i] = link{score: gain * all[i].n, from: -1}
		for k := range i {
			trim, cost := joinable(words, &all[k], &all[i], docs[k] == docs[i])
			if trim >= all[i].n {
				continue
			}
			if score := links[k].score + gain*(all[i].n-trim) - cost; score > links[i].score {
				links[i] = link{score, k, trim}
			}
		}
	}
	slices.SortStableFunc(ends, func(a, b int) int { return links[b].score - links[a].score })
	var out [][]fragment
	for _, end := range ends[:min(len(ends), mostPassages)] {
		if links[end].score+nearly < links[ends[0]].score {
			break
		}
		out = append(out, follow(all, links, end))
	}
	return out
}

// follow returns the chain that ends with the fragment at index end.
func follow(all []fragment, links []link, end int) (out []fragment) {
	for i := end; i >= 0; i = links[i].from {
		g := all[i]
		g.said, g.at, g.n = g.said+links[i].trim, g.at+links[i].trim, g.n-links[i].trim
		out = append(out, g)
	}
	slices.Reverse(out)
	return out
}

// link is the last step of the best chain that ends with a fragment.
type link struct{ score, from, trim int }

// joinable returns how many words at the beginning of g are also in f, and the cost of
// continuing from f to g.
func joinable(words []quotedWord, f, g *fragment, sameDoc bool) (trim, cost int) {
	saidEnd, end := f.said+f.n, f.at+f.n
	trim = max(0, saidEnd-g.said)
	back := g.at+g.n <= end || g.at < f.at
	if !back {
		trim = max(trim, end-g.at)
	}
	if trim >= g.n {
		return trim, 0
	}
	unsaid := g.said + trim - saidEnd
	cost = 2 * unsaid
	skipped := g.at + trim - end
	switch {
	case !sameDoc:
		return trim, cost + strange
	case back:
		return trim, cost + backJump
	}
	for _, w := range words[saidEnd : g.said+trim+1] {
		if w.joint != tight {
			return trim, cost + bits.Len(uint(skipped))/2
		}
	}
	return trim, cost + min(2*skipped, farJump+bits.Len(uint(skipped))/2)
}
