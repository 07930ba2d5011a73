package collate

import "strings"

// hunk judges a run whose words differ.
func (j *judge) hunk(index int) {
	r := &j.runs[index]
	if r.moved {
		j.moved(index)
		return
	}
	piece := j.piece(r.said)
	joint, inner := j.joint(r)
	source := j.kept(r, piece)
	switch {
	case r.said == r.saidEnd && len(source) == 0:
		return
	case r.said == r.saidEnd && joint == tight:
		if !j.cleaned || !j.repeated(index) {
			j.report(Missing, r, piece)
			return
		}
		j.mark(piece, Fillers, true)
	case r.said == r.saidEnd:
		j.omitted(r, piece, joint, inner)
	case j.respelt(r, source):
		j.mark(piece, Typography, true)
	case r.saidEnd-r.said == 1 && len(source) == 1 && fits(j.q.words[r.said].mixed, j.lib.text(source[0])):
		j.mark(piece, Brackets, true)
	case len(source) == 0 || joint != tight:
		j.report(Added, r, piece)
	default:
		j.report(Replaced, r, piece)
	}
}

// joint returns what accounts for additional words of the source in a run.
func (j *judge) joint(r *run) (joint, string) {
	best, inner := tight, ""
	for i := r.said; i <= r.saidEnd; i++ {
		if i == len(j.q.words) {
			best = max(best, j.q.tail)
		} else if w := &j.q.words[i]; w.joint != tight && (best == tight || w.joint < best) {
			best, inner = w.joint, w.inner
		}
	}
	return best, inner
}

// kept returns the words of the source in a run except those that a quotation may omit
// without marking it: remarks and, if allowed, fillers.
func (j *judge) kept(r *run, piece int) (words []int) {
	for at := r.at; at < r.atEnd; {
		if j.lib.words[at].marks&aside != 0 {
			j.mark(piece, Asides, true)
			at++
			continue
		}
		if n := j.filler(at, r.atEnd); j.cleaned && n > 0 {
			j.mark(piece, Fillers, true)
			at += n
			continue
		}
		if len(words) > shownWords {
			return words // enough to know that it is an alteration
		}
		words = append(words, at)
		at++
	}
	return words
}

// filler returns how many words of the source from at on are a filler, or 0.
func (j *judge) filler(at, end int) int {
	if sound(j.folded(at)) {
		return 1
	}
	for _, f := range listed().fillers {
		n := len(f)
		if at+n > end {
			continue
		}
		same := true
		for k := 0; k < n && same; k++ {
			same = j.folded(at+k) == f[k]
		}
		if same && j.setOff(at, at+n) {
			return n
		}
	}
	return 0
}

// setOff reports whether punctuation or a sound separates words of the source from those on
// both sides.
func (j *judge) setOff(from, to int) bool {
	before := j.lib.words[from].marks&signBefore != 0 || from > 0 && (j.lib.words[from-1].marks&signAfter != 0 || j.lib.words[from-1].key == 0 || sound(j.folded(from-1)))
	after := j.lib.words[to-1].marks&signAfter != 0 || j.lib.words[to].key == 0 || sound(j.folded(to))
	return before && after
}

// folded returns a word of the source, folded; "" between documents.
func (j *judge) folded(at int) string {
	if j.lib.words[at].key == 0 {
		return ""
	}
	return fold(j.lib.text(at))
}

// repeated reports whether the words that a run omits occur twice in a row in the source.
func (j *judge) repeated(index int) bool {
	r := &j.runs[index]
	n := r.atEnd - r.at
	if n > 4 {
		return false
	}
	alike := func(shift int) bool {
		for at := r.at; at < r.atEnd; at++ {
			if k := at + shift; k < 0 || k >= len(j.lib.words) || j.lib.words[k].key == 0 || j.lib.words[k].key != j.lib.words[at].key {
				return false
			}
		}
		return true
	}
	return alike(n) || alike(-n)
}

// omitted judges words that an ellipsis, brackets or an interruption omit.
func (j *judge) omitted(r *run, piece int, joint joint, inner string) {
	n := r.atEnd - r.at
	switch {
	case joint == brackets && n > mostBracketed:
		j.report(Missing, r, piece)
		return
	case !j.turned(inner) && j.swallows(r):
		j.report(Negated, r, piece)
		return
	}
	j.results[piece].Apart = max(j.results[piece].Apart, n)
	j.mark(piece, Ellipsis, joint == ellipsis)
	j.mark(piece, Brackets, joint == brackets)
	j.mark(piece, Interruption, joint == interrupted)
}

// turned reports whether words in brackets contain a negation.
func (j *judge) turned(inner string) bool {
	for w := range strings.FieldsSeq(inner) {
		if negation(fold(strings.Trim(w, ".,;:!?"))) {
			return true
		}
	}
	return false
}

// swallows reports whether omitting words within a sentence reverses its meaning: they begin
// or end with a negation, or are at most three words with one.
func (j *judge) swallows(r *run) bool {
	n := r.atEnd - r.at
	if n > shownWords {
		return false
	}
	for at := max(0, r.at-1); at < r.atEnd; at++ {
		if j.lib.words[at].marks&stopAfter != 0 {
			return false
		}
	}
	for at := r.at; at < r.atEnd; at++ {
		if (n <= 3 || at == r.at || at == r.atEnd-1) && negation(j.folded(at)) {
			return true
		}
	}
	return false
}

// respelt reports whether the letters on both sides are the same: “e-mail” and “email”.
func (j *judge) respelt(r *run, source []int) bool {
	const most = 4
	if r.saidEnd-r.said > most || len(source) > most || len(source) == 0 {
		return false
	}
	var a, b strings.Builder
	for i := r.said; i < r.saidEnd; i++ {
		w := &j.q.words[i]
		if i > r.said && w.joint != tight {
			return false
		}
		a.WriteString(fold(strings.NewReplacer("[", "", "]", "").Replace(j.q.pieces[w.piece][w.start:w.end])))
	}
	for _, at := range source {
		b.WriteString(j.folded(at))
	}
	return a.String() == b.String()
}

// moved judges a jump backwards or into another source.
func (j *judge) moved(index int) {
	r := &j.runs[index]
	piece := j.piece(r.said)
	if r.said < r.saidEnd {
		j.report(Added, &run{said: r.said, saidEnd: r.saidEnd, at: r.at, atEnd: r.at}, piece)
	}
	next := j.runs[min(index+1, len(j.runs)-1)]
	kind := Moved
	if index > 0 && j.lib.block(j.runs[index-1].atEnd-1).doc != j.lib.block(next.at).doc {
		kind = Foreign
	}
	d := j.difference(kind, &run{said: next.said, saidEnd: next.saidEnd, at: next.at, atEnd: next.at})
	j.found = append(j.found, located{next, d, j.piece(next.said)})
}

func (j *judge) report(kind DifferenceKind, r *run, piece int) {
	j.found = append(j.found, located{*r, j.difference(kind, r), piece})
}

// difference returns the words of a run as a difference.
func (j *judge) difference(kind DifferenceKind, r *run) Difference {
	d := Difference{Kind: kind, Words: r.atEnd - r.at}
	if r.said < r.saidEnd {
		first := &j.q.words[r.said]
		last := first // within the piece
		for i := r.said; i < r.saidEnd && j.q.words[i].piece == first.piece; i++ {
			last = &j.q.words[i]
		}
		d.Quoted = strings.Join(strings.Fields(j.q.pieces[first.piece][first.start:last.end]), " ")
	}
	if r.said > 0 {
		w := &j.q.words[r.said-1]
		d.After = j.q.pieces[w.piece][w.start:w.end]
	}
	if kind != Added {
		var words []string
		for at := r.at; at < min(r.atEnd, r.at+shownWords); at++ {
			if j.lib.words[at].key != 0 {
				words = append(words, j.lib.text(at))
			}
		}
		d.Source = strings.Join(words, " ")
	}
	return d
}
