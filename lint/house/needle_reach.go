package house

import (
	"regexp/syntax"
	"unicode/utf8"
)

// longestMatch returns the length of the longest match in bytes.
func longestMatch(r *syntax.Regexp) (length int, limited bool) {
	switch r.Op {
	case syntax.OpEmptyMatch, syntax.OpWordBoundary:
		return 0, true
	case syntax.OpLiteral:
		return utf8.UTFMax * len(r.Rune), true
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
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
