package language

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
)

// speechBlock is the quotations of one block, asked at ascending offsets.
type speechBlock struct {
	pairs []pairing.Pair
	base  int  // index of pairs[0] among all pairs
	asked int  // 1 + index of the pair that goesOn was computed for
	on    bool // whether the author's sentence goes on behind it
	split int  // index among all pairs of the one a sentence ended in, or lint.None
}

// around returns the outermost closed pair of the block that holds offset, nil
// where none does.
func (q *speechBlock) around(offset int) *pairing.Pair {
	for len(q.pairs) > 0 {
		p := &q.pairs[0]
		if p.Start > offset {
			return nil
		}
		if p.Closed && p.EndBlock == p.Block && offset < p.End {
			return p
		}
		q.pairs = q.pairs[1:]
		q.base++
	}
	return nil
}

// holds reports whether the author's sentence goes on although one might end at
// offset end because of a mark at offset mark. Where a sentence does end between
// quotation marks, split notes in which.
func (q *speechBlock) holds(s string, mark, end int) bool {
	q.split = lint.None
	p := q.around(mark)
	if p == nil {
		return false
	}
	if q.asked != q.base+1 {
		q.asked, q.on = q.base+1, goesOn(s, p)
	}
	if !q.on && end < p.End {
		q.split = q.base
	}
	return q.on
}

// goesOn reports whether the author's sentence goes on behind a quotation:
//   - a comma, a semicolon or a dash stands behind it, or a small letter does;
//   - a comma stands before its closing mark (“I think so,” Smith said);
//   - it ends in ? or ! and a name with a verb of saying follows;
//   - it ends without any mark and words follow.
//
// A dash and a name behind a finished quotation (“It is over.” — Ann Bell) sign
// it and make its sentences no parts of one.
func goesOn(s string, p *pairing.Pair) bool {
	rest := trimSpace(s[p.End:])
	if rest == "" {
		return false
	}
	next, n := utf8.DecodeRuneInString(rest)
	last := lastInside(s[p.Start:p.End])
	switch {
	case dash(next) && terminates(last) && capital(trimSpace(rest[n:])):
		return false
	case continues(next), smallStart(rest):
		return true
	case terminates(next):
		return false
	}
	switch {
	case last == ',':
		return true
	case terminates(last):
		return attributed(rest)
	}
	return unicode.IsLetter(next) || unicode.IsNumber(next)
}

func dash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '―' }

// lastInside returns the last character before the closing marks of a quotation.
func lastInside(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !closes(r) && !unicode.IsSpace(r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return utf8.RuneError
}

// attributed reports whether s begins with a name and a verb of saying, in whatever
// language that is.
func attributed(s string) bool {
	words := attributions()
	at := 0
	for range 6 {
		start, end, ok := nextWord(s, at)
		if !ok || !nearby(s[at:start]) {
			return false
		}
		w := s[start:end]
		switch upper := capital(w); {
		case at > 0 && !upper && words.verbs.HasWord(w):
			return true
		case at == 0 && (!upper || starter(w, words.functional)):
			return false
		case !upper && !words.particles.HasWord(w):
			return false
		}
		at = end
	}
	return false
}

// attributionWords are the words by which attributed goes.
type attributionWords struct{ verbs, particles, functional *WordSet }

var attributions = sync.OnceValue(func() attributionWords {
	all := SharedPack()
	return attributionWords{all.Words("saying-after-name"), all.Words("name-particles"), PackOf("en").Words("function-words")}
})

// nearby reports whether a gap between two words of a name is no more than
// spaces, full stops of abbreviations and hyphens.
func nearby(gap string) bool {
	for i := 0; i < len(gap); i++ {
		if c := gap[i]; c != ' ' && c != '.' && c != '-' {
			return false
		}
	}
	return true
}
