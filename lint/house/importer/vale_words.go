package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// phrasesOf returns the texts that an expression stands for as phrases that are found where Vale finds them.
// few is false if they are to be found by the expression: those with a sign at an end, beside which Vale asks for
// the boundary of a word, so that it finds “e.g.” only with a letter directly after its full stop.
func phrasesOf(v *valeRule, expr string) (words []string, few bool) {
	all, ok := expansions(expr)
	words, few = literals(expr)
	if !ok || !few {
		return nil, false
	}
	if k := slices.IndexFunc(all, func(s string) bool { return strings.Contains(s, "  ") }); k >= 0 {
		phrase := strings.Join(strings.Fields(all[k]), " ")
		v.note("“" + phrase + "” is left out, since the style has two spaces there and finds only these; add it if you mean it")
		words = slices.DeleteFunc(words, func(w string) bool { return !slices.Contains(all, w) })
	}
	if k := slices.IndexFunc(words, func(w string) bool { return !bounded(w) }); k >= 0 {
		if str(v.n, "nonword") != "true" {
			v.note("“" + words[k] + "” is found only with a letter or digit directly beside its sign, as in Vale; list it under “phrases” or “replace” to find it anywhere")
		}
		return nil, false
	}
	return words, len(words) > 0
}

// matchSigns adds that apostrophes and quotation marks count as they are written, if a phrase has one.
func matchSigns(v *valeRule, b *yaml.Node, phrases []string) {
	k := slices.IndexFunc(phrases, func(s string) bool { return strings.ContainsAny(s, `'’"“”`) })
	if k < 0 {
		return
	}
	put(b, "match-signs", boolean(true))
	v.note("“" + phrases[k] + "” is found with this sign only, as in Vale; delete “match-signs” to find straight and curly ones")
}

// bounded reports whether a phrase begins and ends with a letter or digit.
func bounded(phrase string) bool {
	first, _ := utf8.DecodeRuneInString(phrase)
	last, _ := utf8.DecodeLastRuneInString(phrase)
	return isWord(first) && isWord(last)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// reached returns the phrases that an expression with all of them as its alternatives can match: “we’ve” never
// is where “we” comes first.
func reached(v *valeRule, phrases []string) (all []string) {
	for _, phrase := range phrases {
		hidden := slices.ContainsFunc(all, func(earlier string) bool {
			rest, ok := strings.CutPrefix(v.compared(phrase), v.compared(earlier))
			next, _ := utf8.DecodeRuneInString(rest)
			return ok && rest != "" && !isWord(next)
		})
		if !hidden {
			all = append(all, phrase)
		}
	}
	return all
}
