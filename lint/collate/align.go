package collate

import "slices"

// run is a part of the alignment: words [said, saidEnd) of the quotation aligned with words
// [at, atEnd) of a source. If they differ, either range may be empty.
type run struct {
	said, saidEnd int
	at, atEnd     int
	same          bool
	moved         bool // what follows comes earlier in the source, or from another source
}

// Limits for aligning the words between fragments.
const (
	mostAligned = 96 // words of the quotation
	slack       = 8  // additional words of the source
)

// aligner aligns a quotation with the passage of a chain of fragments.
type aligner struct {
	lib  *Library
	q    *quotation
	runs []run

	leading bool // the words are those before the first fragment
}

// passage returns the alignment of a quotation with the most similar passage, or nil.
func (l *Library) passage(q *quotation) (best []run) {
	least := 0
	for _, chain := range chainsOf(l, q.words, seedsOf(l, q.words)) {
		runs := l.align(q, chain)
		if d := l.distance(q, runs); best == nil || d < least {
			best, least = runs, d
		}
		if least == 0 {
			break
		}
	}
	return best
}

// distance counts the words in which a quotation and a passage differ, except those that an
// ellipsis accounts for.
func (l *Library) distance(q *quotation, runs []run) (n int) {
	for i := range runs {
		r := &runs[i]
		switch {
		case r.moved:
			n += leastWords
		case r.same:
			continue
		case r.said == r.saidEnd && q.joint(r.said) == tight:
			n += min(r.atEnd-r.at, leastWords)
		}
		for _, w := range q.words[r.said:r.saidEnd] {
			if w.mixed == "" {
				n++
			}
		}
	}
	return n
}

// align aligns a quotation with the passage of a chain.
func (l *Library) align(q *quotation, chain []fragment) []run {
	a := aligner{lib: l, q: q}
	first := chain[0]
	a.lead(first)
	a.add(run{said: first.said, saidEnd: first.said + first.n, at: first.at, atEnd: first.at + first.n, same: true})
	for i := 1; i < len(chain); i++ {
		f, g := &chain[i-1], &chain[i]
		a.between(f.said+f.n, g.said, f.at+f.n, g.at)
		a.add(run{said: g.said, saidEnd: g.said + g.n, at: g.at, atEnd: g.at + g.n, same: true})
	}
	last := chain[len(chain)-1]
	a.trail(last.said+last.n, last.at+last.n)
	return a.runs
}

// add adds a run, or extends the last one if it continues it.
func (a *aligner) add(r run) {
	if r.said == r.saidEnd && r.at == r.atEnd && !r.moved {
		return
	}
	if n := len(a.runs); n > 0 {
		last := &a.runs[n-1]
		if !r.moved && r.at > last.atEnd { // both ends of an omission were considered
			a.add(run{said: last.saidEnd, saidEnd: last.saidEnd, at: last.atEnd, atEnd: r.at})
			last = &a.runs[len(a.runs)-1]
		}
		if last.same == r.same && !last.moved && !r.moved && last.saidEnd == r.said && last.atEnd == r.at {
			last.saidEnd, last.atEnd = r.saidEnd, r.atEnd
			return
		}
	}
	a.runs = append(a.runs, r)
}

// lead aligns the words of the quotation before the first fragment. Earlier words of the
// source are not part of the passage.
func (a *aligner) lead(first fragment) {
	n := first.said
	if n == 0 {
		return
	}
	from := first.at
	for from > 0 && first.at-from < n+slack && a.lib.words[from-1].key != 0 {
		from--
	}
	a.leading = true
	a.edit(0, n, indices(from, first.at), true, false)
	a.leading = false
}

// trail aligns the words after the last fragment.
func (a *aligner) trail(said, at int) {
	n := len(a.q.words) - said
	if n == 0 {
		return
	}
	to := at
	for a.lib.words[to].key != 0 && to-at < n+slack {
		to++
	}
	a.edit(said, len(a.q.words), indices(at, to), false, true)
}

// between aligns the words between two fragments.
func (a *aligner) between(said, saidEnd, at, atEnd int) {
	n := saidEnd - said
	switch {
	case atEnd < at || a.lib.block(at-1).doc != a.lib.block(atEnd).doc:
		a.add(run{said: said, saidEnd: saidEnd, at: atEnd, atEnd: atEnd, moved: true})
	case n == 0 || at == atEnd:
		a.add(run{said: said, saidEnd: saidEnd, at: at, atEnd: atEnd})
	case atEnd-at <= 2*(n+slack):
		a.edit(said, saidEnd, indices(at, atEnd), false, false)
	default: // both ends of a long omission
		a.edit(said, saidEnd, append(indices(at, at+n+slack), indices(atEnd-n-slack, atEnd)...), false, false)
	}
}

func indices(from, to int) []int {
	out := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// The costs of edits. Replacing a word costs less than deleting it and inserting another,
// and more across the end of a sentence of the source.
const (
	costMissing  = 2
	costAdded    = 7
	costReplaced = 6
)

// edit aligns words [said, saidEnd) of the quotation with words of the source, given by
// their indices, at minimum cost. Words of the source before the first match (freeStart) or
// after the last match (freeEnd) cost nothing and are not part of the passage.
func (a *aligner) edit(said, saidEnd int, source []int, freeStart, freeEnd bool) {
	n, m := saidEnd-said, len(source)
	if n > mostAligned || m == 0 {
		at, atEnd := 0, 0
		switch {
		case m > 0 && !freeStart && !freeEnd:
			at, atEnd = source[0], source[m-1]+1
		case len(a.runs) > 0:
			at = a.runs[len(a.runs)-1].atEnd
			atEnd = at
		}
		a.add(run{said: said, saidEnd: saidEnd, at: at, atEnd: atEnd})
		return
	}
	cost := a.costs(said, n, source, freeStart)
	j := m
	if freeEnd {
		j = 0
		for k := range cost[n] {
			if cost[n][k] < cost[n][j] {
				j = k
			}
		}
	}
	for _, r := range a.trace(cost, said, source, j, freeStart) {
		a.add(r)
	}
}

// costs fills the table: cost[i][j] is the minimum cost of aligning the first i words with
// the first j words of the source.
func (a *aligner) costs(said, n int, source []int, freeStart bool) [][]int {
	m := len(source)
	cost := make([][]int, n+1)
	for i := range cost {
		cost[i] = make([]int, m+1)
		for j := range cost[i] {
			switch {
			case i == 0 && j == 0:
				continue
			case i == 0 && freeStart:
				continue
			}
			best := 1 << 30
			if j > 0 {
				best = cost[i][j-1] + a.missing(said+i, source[j-1])
			}
			if i > 0 {
				best = min(best, cost[i-1][j]+costAdded)
			}
			if i > 0 && j > 0 {
				best = min(best, cost[i-1][j-1]+a.replaced(said+i-1, source[j-1]))
			}
			cost[i][j] = best
		}
	}
	return cost
}

// trace follows the table back from its end and returns the runs in order.
func (a *aligner) trace(cost [][]int, said int, source []int, j int, freeStart bool) (runs []run) {
	place := func(j int) int { // of the first j words
		if j == 0 {
			return source[0]
		}
		return source[j-1] + 1
	}
	for i := len(cost) - 1; i > 0 || j > 0 && !freeStart; {
		switch {
		case i > 0 && j > 0 && cost[i][j] == cost[i-1][j-1]+a.replaced(said+i-1, source[j-1]):
			same := a.q.words[said+i-1].key == a.lib.words[source[j-1]].key
			runs = append(runs, run{said: said + i - 1, saidEnd: said + i, at: source[j-1], atEnd: source[j-1] + 1, same: same})
			i, j = i-1, j-1
		case i > 0 && cost[i][j] == cost[i-1][j]+costAdded:
			runs = append(runs, run{said: said + i - 1, saidEnd: said + i, at: place(j), atEnd: place(j)})
			i--
		default:
			// Up to the next word of the table: the words between the two ends of an
			// omission are omitted as well.
			end := source[j-1] + 1
			if j < len(source) {
				end = source[j]
			}
			runs = append(runs, run{said: said + i, saidEnd: said + i, at: source[j-1], atEnd: end})
			j--
		}
	}
	slices.Reverse(runs)
	return runs
}

// missing returns the cost of a word of the source that is missing before word i of the
// quotation.
func (a *aligner) missing(i, at int) int {
	if a.q.joint(i) != tight || a.lib.words[at].marks&aside != 0 {
		return 0
	}
	return costMissing
}

func (a *aligner) replaced(i, at int) int {
	if a.q.words[i].key == a.lib.words[at].key {
		return 0
	}
	if mixed := a.q.words[i].mixed; mixed != "" && fits(mixed, a.lib.text(at)) {
		return 1
	}
	border := at - 1 // between the word and what has been aligned so far
	if a.leading {
		border = at
	}
	if border >= 0 && a.lib.words[border].marks&stopAfter != 0 {
		return costReplaced + 1
	}
	return costReplaced
}
