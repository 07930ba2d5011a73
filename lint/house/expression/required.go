package expression

import (
	"math/bits"
	"regexp/syntax"
	"slices"
	"unicode"
	"unicode/utf8"
)

// byteSet is a set of bytes.
type byteSet [4]uint64

func (s *byteSet) add(b byte) { s[b>>6] |= 1 << (b & 63) }

func (s *byteSet) meets(o *byteSet) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3] != 0
}

func (s *byteSet) size() int {
	return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) + bits.OnesCount64(s[2]) + bits.OnesCount64(s[3])
}

func (s byteSet) or(o byteSet) byteSet {
	return byteSet{s[0] | o[0], s[1] | o[1], s[2] | o[2], s[3] | o[3]}
}

func bytesIn(text string) (s byteSet) {
	for i := range len(text) {
		s.add(text[i])
	}
	return s
}

// required are sets of bytes: every match of a pattern has a byte of each. Most texts have no
// digit or no dash, so that the pattern need not be tried on them.
type required []byteSet

// in reports whether a text may have a match.
func (r required) in(text string) bool {
	if len(r) == 0 {
		return true
	}
	have := bytesIn(text)
	for i := range r {
		if !r[i].meets(&have) {
			return false
		}
	}
	return true
}

// requiredOf returns the required bytes of an expression.
func requiredOf(expr string) required {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	return requiredIn(parsed).tidy()
}

// tidy keeps the most selective sets: digits, then signs and rare letters. Every text has a byte of
// a set with most letters.
func (r required) tidy() required {
	const telling, most = 24, 8
	r = slices.DeleteFunc(r, func(s byteSet) bool { return s.size() > telling || s == byteSet{} })
	slices.SortStableFunc(r, func(a, b byteSet) int { return a.rank() - b.rank() })
	r = slices.Compact(r)
	return r[:min(len(r), most)]
}

// rank is lower for a more selective set.
func (s *byteSet) rank() int {
	const letters = 100
	if s.digits() {
		return 0
	}
	for b := byte('a'); b <= 'z'; b++ {
		if one := classBytes([]rune{rune(b), rune(b)}); s.meets(&one) {
			return letters + s.size()
		}
	}
	return s.size()
}

// digits reports whether all of a set are digits.
func (s *byteSet) digits() bool {
	all := classBytes([]rune{'0', '9'})
	return *s != byteSet{} && s.or(all) == all
}

func requiredIn(r *syntax.Regexp) required {
	switch r.Op {
	case syntax.OpLiteral:
		var all required
		for _, c := range r.Rune {
			all = append(all, bytesOf(c, r.Flags&syntax.FoldCase != 0))
		}
		return all
	case syntax.OpCharClass:
		return required{classBytes(r.Rune)}
	case syntax.OpCapture, syntax.OpPlus:
		return requiredIn(r.Sub[0])
	case syntax.OpRepeat:
		if r.Min > 0 {
			return requiredIn(r.Sub[0])
		}
		return nil
	case syntax.OpConcat:
		var all required
		for _, sub := range r.Sub {
			all = append(all, requiredIn(sub)...)
		}
		return all
	case syntax.OpAlternate:
		return requiredInAll(r.Sub)
	default:
		return nil
	}
}

// requiredInAll returns sets such that every alternative has a byte of each: each set of the
// first one is merged with the set of each other alternative that enlarges it least.
func requiredInAll(subs []*syntax.Regexp) required {
	all := requiredIn(subs[0]).tidy()
	for _, sub := range subs[1:] {
		others := requiredIn(sub).tidy()
		if len(others) == 0 {
			return nil
		}
		for i, s := range all {
			all[i] = slices.MinFunc(others, func(a, b byteSet) int {
				x, y := s.or(a), s.or(b)
				return x.size() - y.size()
			}).or(s)
		}
	}
	return all
}

// bytesOf returns the first bytes of the characters that a character of an expression stands for.
func bytesOf(c rune, fold bool) byteSet {
	if !fold {
		return classBytes([]rune{c, c})
	}
	ranges := []rune{c, c}
	for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
		ranges = append(ranges, f, f)
	}
	return classBytes(ranges)
}

// classBytes returns the first bytes of the characters of a class.
func classBytes(ranges []rune) (s byteSet) {
	const ascii = utf8.RuneSelf
	var buffer [utf8.UTFMax]byte
	for i := 0; i+1 < len(ranges); i += 2 {
		from, to := ranges[i], ranges[i+1]
		for c := from; c <= min(to, ascii-1); c++ {
			s.add(byte(c))
		}
		if to < ascii {
			continue
		}
		utf8.EncodeRune(buffer[:], max(from, ascii))
		first := buffer[0]
		utf8.EncodeRune(buffer[:], to)
		for b := int(first); b <= int(buffer[0]); b++ {
			s.add(byte(b))
		}
	}
	return s
}
