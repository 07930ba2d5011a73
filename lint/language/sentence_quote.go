package language

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// speechBlock is the quotations of one block; offsets must be queried in ascending order.
type speechBlock struct {
	pairs []pairing.Pair
	base  int  // index of pairs[0] among all pairs
	asked int  // 1 + index of the pair that goesOn was computed for
	on    bool // whether the author's sentence continues after it
	split int  // index among all pairs of the pair that a sentence ended in, or lint.None
}

// around returns the outermost closed pair of the block that contains offset, or nil.
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

// holds reports whether the author's sentence continues although a mark at offset mark might end
// it at offset end. If a sentence does end inside quotation marks, split is set to that pair.
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

// goesOn reports whether the author's sentence continues after a quotation:
//   - a comma, a semicolon, a dash or a lower-case letter follows it;
//   - a comma precedes its closing mark (“I think so,” Smith said);
//   - it ends in ? or ! and a name with a verb of saying follows;
//   - it ends without punctuation and words follow.
//
// A dash and a name after a finished quotation (“It is over.” — Ann Bell) are a signature, so the
// quotation's sentences are not parts of the author's.
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

// attributed reports whether s begins with a name and a verb of saying, in any language.
func attributed(s string) bool {
	words := attributions()
	at := 0
	for range 6 {
		start, end, ok := token.Next(s, at)
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

// attributionWords are the words that attributed looks for.
type attributionWords struct{ verbs, particles, functional *token.Set }

var attributions = sync.OnceValue(func() attributionWords {
	all := wordpack.Shared()
	return attributionWords{all.Words("saying-after-name"), all.Words("name-particles"), wordpack.Of("en").Words("function-words")}
})

// nearby reports whether a gap between two words of a name contains only spaces, full stops of
// abbreviations and hyphens.
func nearby(gap string) bool {
	for i := 0; i < len(gap); i++ {
		if c := gap[i]; c != ' ' && c != '.' && c != '-' {
			return false
		}
	}
	return true
}
