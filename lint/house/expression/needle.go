package expression

import (
	"math"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// lowered returns a text with small letters (A-Z only), in which needles are looked for.
func lowered(text string) string {
	for i := range len(text) {
		if c := text[i]; 'A' <= c && c <= 'Z' {
			all := []byte(text)
			for k := i; k < len(all); k++ {
				if c := all[k]; 'A' <= c && c <= 'Z' {
					all[k] = c + 'a' - 'A'
				}
			}
			return string(all)
		}
	}
	return text
}

// needles are texts; every match of a pattern contains one of them. Searching for them is a
// hundred times as fast as trying the pattern. Empty means that nothing is known.
type needles []string

// around returns the parts of a text that matches may be in: as far around each needle as the
// longest match reaches, or the whole text if it has a needle and there is no limit.
func (n needles) around(text string, reach int) (parts []lint.Span) {
	if len(n) == 0 {
		return []lint.Span{{Start: 0, End: len(text)}}
	}
	for _, s := range n {
		for from := 0; from < len(text); {
			i := strings.Index(text[from:], s)
			if i < 0 {
				break
			}
			if reach == 0 {
				return []lint.Span{{Start: 0, End: len(text)}}
			}
			at := from + i
			parts = append(parts, Widen(text, at-reach-margin, at+len(s)+reach+margin))
			from = at + len(s)
		}
	}
	return merged(parts)
}

// in reports whether a text has a needle.
func (n needles) in(text string, fold bool) bool {
	if fold {
		text = lowered(text)
	}
	return len(n) == 0 || slices.ContainsFunc(n, func(s string) bool { return strings.Contains(text, s) })
}

// Widen returns a part of a text that begins and ends between characters.
func Widen(text string, start, end int) lint.Span {
	start, end = max(start, 0), min(end, len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return lint.Span{Start: start, End: end}
}

// merged joins parts that overlap or touch.
func merged(parts []lint.Span) (all []lint.Span) {
	slices.SortFunc(parts, func(a, b lint.Span) int { return a.Start - b.Start })
	for _, p := range parts {
		if k := len(all) - 1; k >= 0 && p.Start <= all[k].End {
			all[k].End = max(all[k].End, p.End)
		} else {
			all = append(all, p)
		}
	}
	return all
}

// mostNeedles is the maximum number of needles: with more, trying the pattern is as fast.
const mostNeedles = 24

// needlesOf returns the needles of an expression, and the length of its longest match in
// bytes, which is 0 if there is no limit. If fold is set, they are in lower case, and for a
// text in lower case; otherwise capitals count.
func needlesOf(expr string) (n needles, fold bool, reach int) {
	parsed, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, false, 0
	}
	if length, limited := longestMatch(parsed); limited {
		reach = length
	}
	if n = needlesIn(parsed, false); n.rarity() > 0 {
		return n, false, reach
	}
	if n = needlesIn(parsed, true); n.rarity() > 0 {
		return n, true, reach
	}
	return nil, false, reach
}

func needlesIn(r *syntax.Regexp, fold bool) needles {
	if all, ok := spelledOut(r); ok && !fold && needles(all).rarity() > 0 {
		return all
	}
	switch r.Op {
	case syntax.OpLiteral:
		return literalNeedle(r, fold)
	case syntax.OpCharClass:
		return signs(r.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return needlesIn(r.Sub[0], fold)
	case syntax.OpRepeat:
		if r.Min > 0 {
			return needlesIn(r.Sub[0], fold)
		}
		return nil
	case syntax.OpAlternate:
		var all needles
		for _, sub := range r.Sub {
			some := needlesIn(sub, fold)
			if all = append(all, some...); len(some) == 0 || len(all) > mostNeedles {
				return nil
			}
		}
		return all
	case syntax.OpConcat:
		return needlesInRow(r.Sub, fold)
	default:
		return nil
	}
}

// needlesInRow returns the rarest needles of expressions that follow one another. Neighbours
// that can be spelled out are taken together.
func needlesInRow(row []*syntax.Regexp, fold bool) (best needles) {
	run := []string{}
	for _, sub := range row {
		some, few := spelledOut(sub)
		if few && !fold && len(run)*len(some) <= mostNeedles {
			run = joined(run, some)
			if needles(run).rarity() > best.rarity() {
				best = run
			}
			continue
		}
		run = []string{}
		if some := needlesIn(sub, fold); some.rarity() > best.rarity() {
			best = some
		}
	}
	return best
}

// joined returns every text of one list followed by every one of another.
func joined(begun, rest []string) (all []string) {
	if len(begun) == 0 {
		return rest
	}
	for _, a := range begun {
		for _, b := range rest {
			all = append(all, a+b)
		}
	}
	return all
}

// spelledOut returns the texts that an expression matches, if they are few: the parser takes
// common beginnings out of “June|July”, and what is left of them is in every text.
func spelledOut(r *syntax.Regexp) (all []string, few bool) {
	switch r.Op {
	case syntax.OpLiteral:
		return []string{string(r.Rune)}, r.Flags&syntax.FoldCase == 0
	case syntax.OpCapture:
		return spelledOut(r.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range r.Sub {
			some, few := spelledOut(sub)
			if all = append(all, some...); !few || len(all) > mostNeedles {
				return nil, false
			}
		}
		return all, true
	case syntax.OpConcat:
		for _, sub := range r.Sub {
			some, few := spelledOut(sub)
			if !few || len(all)*len(some) > mostNeedles {
				return nil, false
			}
			all = joined(all, some)
		}
		return all, true
	default:
		return nil, false
	}
}

// literalNeedle returns a literal or, if fold is set, the longest part of it whose lower-case
// letters are those of its bytes. If case does not count in the expression, letters beyond ASCII
// are left out, and so are k and s, which also stand for the sign of the kelvin and the long s.
func literalNeedle(r *syntax.Regexp, fold bool) needles {
	folded := r.Flags&syntax.FoldCase != 0
	if !fold {
		if folded {
			return nil
		}
		return needles{string(r.Rune)}
	}
	var longest, run string
	for _, c := range r.Rune {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if folded && (c >= 0x80 || c == 'k' || c == 's') {
			run = ""
			continue
		}
		if run += string(c); len(run) > len(longest) {
			longest = run
		}
	}
	if longest == "" {
		return nil
	}
	return needles{longest}
}

// signs returns the characters of a small class of signs. Letters, digits and spaces are in every
// text, so they are not useful as needles.
func signs(ranges []rune) (all needles) {
	const most = 8
	for i := 0; i+1 < len(ranges); i += 2 {
		for c := ranges[i]; c <= ranges[i+1]; c++ {
			if len(all) == most || unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsSpace(c) {
				return nil
			}
			all = append(all, string(c))
		}
	}
	return all
}

// rarity estimates how rare the needles are, by the shortest of them, then by all. A sign is rarer
// than two letters; single letters, digits and spaces are everywhere.
func (n needles) rarity() int {
	const sign, much = 3, 100
	if len(n) == 0 {
		return 0
	}
	least, total := math.MaxInt, 0
	for _, s := range n {
		total += len(s)
		r, size := utf8.DecodeRuneInString(s)
		switch plain := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSpace(r); {
		case size < len(s):
			least = min(least, len(s))
		case plain:
			return 0
		default:
			least = min(least, sign)
		}
	}
	return much*least + total/len(n)
}
