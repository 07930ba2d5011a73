// Package expression compiles the regular expressions of house rules and searches for them
// quickly.
//
// Expressions are RE2, of limited size, so that a match takes linear time; [Compile] words
// their mistakes for people who do not write programs. Trying an expression on every byte of a
// draft is a hundred times as slow as looking for a word. A [Search] therefore works out what
// every match must contain, a word, a sign or a digit, looks for that, and tries the expression
// only around it, as far as the longest match reaches.
//
// The trade-off: an expression of which nothing is known, such as one of letters in any case,
// is tried on the whole text. What is found is the same in either case.
package expression

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// Search finds the matches of an expression without trying it on all of a text: what every
// match has (a digit, a word, some sign) is looked for first, and the expression tried around it.
type Search struct {
	expr     *regexp.Regexp
	needles  needles
	fold     bool // the needles are for a text in small letters
	reach    int  // bytes of the longest match, 0 if there is no limit
	required required
	digit    bool // every match has a digit
}

// NewSearch returns the search for an expression.
func NewSearch(expr *regexp.Regexp) *Search {
	s := &Search{expr: expr, required: requiredOf(expr.String())}
	s.needles, s.fold, s.reach = needlesOf(expr.String())
	s.digit = slices.ContainsFunc(s.required, func(set byteSet) bool { return set.digits() })
	return s
}

// In returns the matches in a text. numbers are the places of its digits.
func (s *Search) In(text string, numbers []lint.Span) (all [][]int) {
	for _, part := range s.parts(text, numbers) {
		tried := text[part.Start:part.End]
		for _, m := range s.expr.FindAllStringSubmatchIndex(tried, -1) {
			for i := range m {
				if m[i] >= 0 {
					m[i] += part.Start
				}
			}
			all = append(all, m)
		}
	}
	return all
}

// margin is how far a word boundary looks beyond a match.
const margin = utf8.UTFMax

// parts returns the parts of a text that matches may be in.
func (s *Search) parts(text string, numbers []lint.Span) []lint.Span {
	switch {
	case s.digit && len(numbers) == 0:
		return nil
	case !s.digit || s.reach == 0:
		if s.fold {
			text = lowered(text)
		}
		return slices.DeleteFunc(s.needles.around(text, s.reach), func(part lint.Span) bool {
			return len(s.needles) > 0 && !s.required.in(text[part.Start:part.End])
		})
	}
	return s.aroundNumbers(text, numbers)
}

// aroundNumbers returns the parts around numbers that have what every match has.
func (s *Search) aroundNumbers(text string, numbers []lint.Span) (parts []lint.Span) {
	for i := 0; i < len(numbers); {
		start, end := numbers[i].Start-s.reach-margin, numbers[i].End+s.reach+margin
		for i++; i < len(numbers) && numbers[i].Start-s.reach-margin <= end; i++ {
			end = numbers[i].End + s.reach + margin
		}
		part := Widen(text, start, end)
		if tried := text[part.Start:part.End]; s.required.in(tried) && s.needles.in(tried, s.fold) {
			parts = append(parts, part)
		}
	}
	return parts
}

// AppendNumbers appends the places of the digits of a text.
func AppendNumbers(runs []lint.Span, text string) []lint.Span {
	for i := 0; i < len(text); i++ {
		if text[i]-'0' > 9 {
			continue
		}
		start := i
		for i < len(text) && text[i]-'0' <= 9 {
			i++
		}
		runs = append(runs, lint.Span{Start: start, End: i})
	}
	return runs
}
