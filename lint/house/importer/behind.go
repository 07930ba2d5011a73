package importer

import (
	"strings"

	"github.com/copychief/copychief/lint/language/inflect"
)

// behind removes negative lookarounds, which RE2 does not have, from an expression, and returns the
// phrases that are exceptions instead: of a lookahead at the end, “shop(?! steward)”, or of a
// lookbehind at the beginning, “(?<!open )source code”. ok is false if that is not possible.
func behind(expr string) (rest string, except []string, ok bool) {
	rest, after, ahead := cutNegative(expr, "(?!")
	if !ahead {
		rest = expr
	}
	bare, before, back := cutNegative(rest, "(?<!")
	if back {
		rest = bare
	}
	switch {
	case !ahead && !back:
		return expr, nil, !looks(expr)
	case looks(rest) || looks(after) || looks(before):
		return expr, nil, false
	}
	words, ok := expansions(rest)
	if !ok {
		return expr, nil, false
	}
	if ahead {
		others, ok := expansions(after)
		if !ok || len(words)*len(others) > mostLiterals {
			return expr, nil, false
		}
		for _, phrase := range joined(words, others) { // what must not follow may go on: “services” begins with “service”
			if except = append(except, phrase); !strings.HasSuffix(after, `\b`) {
				except = append(except, inflected(phrase)...)
			}
		}
	}
	if back {
		others, ok := expansions(before)
		if !ok || len(words)*len(others) > mostLiterals {
			return expr, nil, false
		}
		except = append(except, joined(others, words)...)
	}
	return rest, except, true
}

// joined returns the texts of one list, each with those of another one after it.
func joined(first, second []string) (all []string) {
	for _, a := range first {
		for _, b := range second {
			all = append(all, strings.Join(strings.Fields(a+b), " "))
		}
	}
	return all
}

// inflected returns a phrase with its last word in the plural and the possessive.
func inflected(phrase string) (all []string) {
	cut := strings.LastIndexByte(phrase, ' ') + 1
	for _, f := range inflect.Forms(phrase[cut:], "en") {
		if (f.Kind == inflect.WithS || f.Kind == inflect.Possessive) && strings.HasPrefix(f.Text, phrase[cut:]) {
			all = append(all, phrase[:cut]+f.Text)
		}
	}
	return all
}

// cutNegative cuts an expression before or after a group that begins with a sign: one that looks
// ahead at its end, or behind at its beginning. Word boundaries beside it go with it.
func cutNegative(expr, sign string) (rest, inner string, ok bool) {
	at := strings.Index(expr, sign)
	if at < 0 {
		return "", "", false
	}
	end := closing(expr, at)
	if end < 0 {
		return "", "", false
	}
	inner = expr[at+len(sign) : end]
	before, after := expr[:at], expr[end+1:]
	switch {
	case sign == "(?!" && strings.ReplaceAll(after, `\b`, "") == "":
		return before, inner, true
	case sign == "(?<!" && strings.ReplaceAll(before, `\b`, "") == "":
		return after, inner, true
	}
	return "", "", false
}

// closing returns the offset of the bracket that closes the group at an offset, or -1.
func closing(expr string, at int) int {
	depth, class := 0, false
	for i := at; i < len(expr); i++ {
		switch c := expr[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// looks reports whether an expression looks ahead or behind, or has something else that RE2 does
// not: atomic groups and references to groups.
func looks(expr string) bool {
	for _, sign := range []string{"(?!", "(?=", "(?<!", "(?<=", "(?>"} {
		if strings.Contains(expr, sign) {
			return true
		}
	}
	return reference().MatchString(expr)
}

var reference = pattern(`(?:^|[^\\])(?:\\\\)*\\[1-9]`)
