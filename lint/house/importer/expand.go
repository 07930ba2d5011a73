package importer

import (
	"regexp/syntax"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint/language/lexicon"
)

// mostLiterals is the number of phrases that an expression is written out as.
const mostLiterals = 100

// literals returns the texts that an expression matches, if they are few: "colou?rs?" matches
// four. ok is false for any other expression. Word boundaries are left out, since phrases
// have them anyway.
func literals(expr string) (all []string, ok bool) {
	all, ok = expansions(expr)
	if !ok {
		return nil, false
	}
	out := all[:0]
	seen := map[string]bool{}
	for _, s := range all {
		s = strings.Join(strings.Fields(s), " ")
		if s == "" || !lexicon.Findable(s) {
			return nil, false
		}
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out, len(out) > 0
}

// expansions returns the texts that an expression matches, if they are few, with the spaces at
// their ends.
func expansions(expr string) (all []string, ok bool) {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, false
	}
	return expand(parsed)
}

// expand returns the texts that a parsed expression matches.
func expand(r *syntax.Regexp) (all []string, ok bool) {
	switch r.Op {
	case syntax.OpEmptyMatch, syntax.OpWordBoundary:
		return []string{""}, true
	case syntax.OpLiteral:
		return literal(r), true
	case syntax.OpCharClass:
		return class(r.Rune)
	case syntax.OpCapture:
		return expand(r.Sub[0])
	case syntax.OpQuest:
		all, ok = expand(r.Sub[0])
		return append([]string{""}, all...), ok
	case syntax.OpPlus, syntax.OpStar:
		return spaces(r)
	case syntax.OpAlternate:
		for _, sub := range r.Sub {
			some, ok := expand(sub)
			if all = append(all, some...); !ok || len(all) > mostLiterals {
				return nil, false
			}
		}
		return all, true
	case syntax.OpConcat:
		all = []string{""}
		for _, sub := range r.Sub {
			some, ok := expand(sub)
			if !ok || len(all)*len(some) > mostLiterals {
				return nil, false
			}
			var next []string
			for _, a := range all {
				for _, b := range some {
					next = append(next, a+b)
				}
			}
			all = next
		}
		return all, true
	default:
		return nil, false
	}
}

// spaces returns the texts of a repetition: any amount of white space is one space, which means
// any amount in a phrase.
func spaces(r *syntax.Regexp) (all []string, ok bool) {
	all, ok = expand(r.Sub[0])
	if !ok || len(all) != 1 || all[0] != " " {
		return nil, false
	}
	if r.Op == syntax.OpStar {
		all = []string{"", " "}
	}
	return all, true
}

// literal returns the texts of a literal: “[Oo]” is one in which case does not count.
func literal(r *syntax.Regexp) []string {
	const short = 2 // runes; a longer one has too many forms
	if r.Flags&syntax.FoldCase == 0 {
		return []string{string(r.Rune)}
	}
	if len(r.Rune) > short {
		return []string{strings.ToLower(string(r.Rune))}
	}
	all := []string{""}
	for _, c := range r.Rune {
		var next []string
		for _, begun := range all {
			next = append(next, begun+string(unicode.ToUpper(c)))
			if lower := unicode.ToLower(c); lower != unicode.ToUpper(c) {
				next = append(next, begun+string(lower))
			}
		}
		all = next
	}
	return all
}

// class returns the characters of a small class; a class of white space is a space.
func class(ranges []rune) (all []string, ok bool) {
	const most = 8
	for i := 0; i+1 < len(ranges); i += 2 {
		for c := ranges[i]; c <= ranges[i+1]; c++ {
			if c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' {
				all = append(all, " ")
			} else {
				all = append(all, string(c))
			}
			if len(all) > most {
				return nil, false
			}
		}
	}
	seen := map[string]bool{}
	out := all[:0]
	for _, s := range all {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out, len(out) > 0
}
