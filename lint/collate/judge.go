package collate

import (
	"slices"
	"strings"
)

const (
	// leastWords is the minimum number of words of a quotation that can be judged: any
	// two words in a row occur in any long text.
	leastWords = 3
	// mostBracketed is the number of words of a source that brackets may replace.
	mostBracketed = 12
	// shownWords is the maximum number of words of a source shown in a difference.
	shownWords = 40
	// farApart is the maximum number of words of the source between parts of one passage.
	farApart = 60
	// longestPassage is the number of words of a passage that are shown.
	longestPassage = 200
)

// Compare compares a quotation with the library. If the author's words interrupt it
// (“…,” she said, “…”), it consists of several pieces, without the outer quotation marks.
// There is one result for each piece; pieces are searched for together, in order. If
// cleaned is set, fillers may be omitted.
func (l *Library) Compare(cleaned bool, pieces ...string) []Result {
	results := make([]Result, len(pieces))
	q := read(pieces)
	if len(q.words) < leastWords || !q.paired() {
		for i := range results {
			results[i].Verdict = TooShort
		}
		return results
	}
	runs := l.passage(q)
	if runs == nil {
		for i := range results {
			results[i].Verdict = NotFound
		}
		return results
	}
	j := judge{lib: l, q: q, runs: runs, cleaned: cleaned, results: results}
	j.all()
	return results
}

// paired reports whether there are two adjacent words anywhere.
func (q *quotation) paired() bool {
	for i := 1; i < len(q.words); i++ {
		if q.words[i].joint == tight {
			return true
		}
	}
	return false
}

// judge decides what each difference means.
type judge struct {
	lib     *Library
	q       *quotation
	runs    []run
	cleaned bool
	results []Result

	changed []uint16  // changes of each piece, as bits
	found   []located // differences, in order
}

// located is a difference with its place.
type located struct {
	run
	Difference
	piece int
}

func (j *judge) all() {
	j.changed = make([]uint16, len(j.results))
	j.mark(len(j.results)-1, Ellipsis, j.q.tail == ellipsis)
	for i := range j.runs {
		if r := &j.runs[i]; r.same {
			j.wording(r)
		} else {
			j.hunk(i)
		}
	}
	j.join()
	same, words := make([]int, len(j.results)), make([]int, len(j.results))
	for i := range j.q.words {
		words[j.q.words[i].piece]++
	}
	for _, r := range j.runs {
		for i := r.said; r.same && i < r.saidEnd; i++ {
			same[j.q.words[i].piece]++
		}
	}
	for _, f := range j.found {
		j.results[f.piece].Differences = append(j.results[f.piece].Differences, f.Difference)
	}
	for p := range j.results {
		j.conclude(p, same[p], words[p])
	}
}

// conclude sets the verdict of a piece; same of its words agree with the source.
func (j *judge) conclude(p, same, words int) {
	r := &j.results[p]
	for c := range changes {
		if j.changed[p]&(1<<c) != 0 {
			r.Changes = append(r.Changes, c)
		}
	}
	switch {
	case words == 0, same == 0 && words < leastWords:
		*r = Result{Verdict: TooShort} // a piece that could only be located by its neighbours
		return
	case len(r.Differences) > 0 && 5*same < 3*words && words >= leastWords:
		*r = Result{Verdict: NotFound}
		return
	case len(r.Differences) > 0:
		r.Verdict = Altered
	case len(r.Changes) > 0:
		r.Verdict = Edited
	default:
		r.Verdict = Verbatim
	}
	j.passage(p)
}

// passage finds the passage of a piece: from its first word up to the first long jump.
func (j *judge) passage(p int) {
	from, to := -1, -1
	for _, r := range j.runs {
		if r.said == r.saidEnd || r.at == r.atEnd || j.q.words[r.saidEnd-1].piece < p || j.q.words[r.said].piece > p {
			continue
		}
		at, end := r.at, r.atEnd
		for i := r.said; r.same && i < r.saidEnd && j.q.words[i].piece < p; i++ {
			at++
		}
		for i := r.saidEnd - 1; r.same && i >= r.said && j.q.words[i].piece > p; i-- {
			end--
		}
		if from >= 0 && (at < to || at > to+farApart || j.lib.block(at).doc != j.lib.block(from).doc) {
			break
		}
		if from < 0 {
			from = at
		}
		to = end
	}
	if from >= 0 {
		j.results[p].Doc = j.lib.doc(from)
		j.results[p].Span = j.lib.span(from, to)
		j.results[p].Text = j.lib.reads(from, min(to, from+longestPassage))
	}
}

func (j *judge) mark(piece int, c Change, on bool) {
	if on {
		j.changed[piece] |= 1 << c
	}
}

// piece returns the piece of word i; after the last word, it is the last piece.
func (j *judge) piece(i int) int {
	return j.q.words[min(i, len(j.q.words)-1)].piece
}

// wording compares the spelling of words that agree.
func (j *judge) wording(r *run) {
	for k := 0; k < r.saidEnd-r.said; k++ {
		i, at := r.said+k, r.at+k
		w := &j.q.words[i]
		text := j.q.pieces[w.piece]
		quoted, source := text[w.start:w.end], j.lib.text(at)
		if quoted != source && w.mixed == "" {
			j.mark(w.piece, Capitals, strings.EqualFold(plain(quoted), plain(source)) && plain(quoted) != plain(source))
			j.mark(w.piece, Typography, !strings.EqualFold(quoted, source))
		}
		j.mark(w.piece, Ellipsis, w.joint == ellipsis)
		j.mark(w.piece, Brackets, w.joint == brackets || w.mixed != "")
		if k == 0 || w.joint != tight || j.q.words[i-1].piece != w.piece {
			continue
		}
		between := text[j.q.words[i-1].end:w.start]
		if open, shut := strings.IndexByte(between, '['), strings.LastIndexByte(between, ']'); open >= 0 && open < shut {
			j.mark(w.piece, Brackets, true) // [sic]
			between = between[:open] + between[shut+1:]
		}
		was, is := signs(j.lib.between(at-1)), signs(between)
		if was != is {
			j.mark(w.piece, Typography, strings.Trim(was, "-") == strings.Trim(is, "-"))
			j.mark(w.piece, Punctuation, strings.Trim(was, "-") != strings.Trim(is, "-"))
		}
	}
}

// plain returns a word with straight apostrophes and no invisible characters.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case apostrophe(r):
			return '\''
		case invisible(r):
			return -1
		}
		return r
	}, word)
}

// signs returns the punctuation between two words, without spaces and quotation marks, and
// with dashes and hyphens treated as equal.
func signs(between string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\n', '\t', '\u00a0', '\u202f', '\ufffc', '"', '“', '”', '‘', '’', '\'', '«', '»', '„':
			return -1
		case '-', '–', '—', '‑', '‐', '−', '―':
			return '-'
		}
		return r
	}, between)
}

// join merges two differences that are separated by a single word: the same words added in
// one place and missing in another are a change of order.
func (j *judge) join() {
	for i := 1; i < len(j.found); {
		a, b := &j.found[i-1], &j.found[i]
		if a.piece != b.piece || a.Kind > Replaced || b.Kind > Replaced || b.said-a.saidEnd > 2 || b.at-a.atEnd > 2 || b.at < a.atEnd {
			i++
			continue
		}
		u := run{said: a.said, saidEnd: b.saidEnd, at: a.at, atEnd: b.atEnd}
		d := j.difference(Replaced, &u)
		if reordered(d.Quoted, d.Source) {
			d.Kind = Moved
		} else if b.said-a.saidEnd > 1 || a.Kind == Missing && b.Kind == Missing {
			i++
			continue
		}
		j.found[i-1] = located{u, d, a.piece}
		j.found = slices.Delete(j.found, i, i+1)
	}
}

// reordered reports whether two texts have the same words in a different order.
func reordered(a, b string) bool {
	x, y := strings.Fields(fold(a)), strings.Fields(fold(b))
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
