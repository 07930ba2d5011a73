package expression

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// longestMatch returns the length of the longest match in bytes.
func longestMatch(r *syntax.Regexp) (length int, limited bool) {
	switch r.Op {
	case syntax.OpEmptyMatch, syntax.OpWordBoundary:
		return 0, true
	case syntax.OpLiteral:
		return literalBytes(r), true
	case syntax.OpCharClass:
		if len(r.Rune) == 0 {
			return 0, true
		}
		return utf8.RuneLen(r.Rune[len(r.Rune)-1]), true
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return utf8.UTFMax, true
	case syntax.OpCapture, syntax.OpQuest:
		return longestMatch(r.Sub[0])
	case syntax.OpRepeat:
		length, limited = longestMatch(r.Sub[0])
		return length * r.Max, limited && r.Max > 0
	case syntax.OpAlternate, syntax.OpConcat:
		for _, sub := range r.Sub {
			n, ok := longestMatch(sub)
			if !ok {
				return 0, false
			}
			if r.Op == syntax.OpConcat {
				length += n
			} else {
				length = max(length, n)
			}
		}
		return length, true
	default: // anchors, which look at the whole text, and repetitions without an end
		return 0, false
	}
}

// literalBytes returns the length of the longest text that a literal matches: if case is ignored,
// some letters have forms of other lengths.
func literalBytes(r *syntax.Regexp) (n int) {
	for _, c := range r.Rune {
		longest := utf8.RuneLen(c)
		if r.Flags&syntax.FoldCase != 0 {
			for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
				longest = max(longest, utf8.RuneLen(f))
			}
		}
		n += longest
	}
	return n
}
