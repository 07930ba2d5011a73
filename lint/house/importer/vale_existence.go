package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// existence translates a list of tokens: those that stand for a few words become phrases,
// the others patterns.
func (v *valeRule) existence() {
	var patterns []string
	phrases := map[bool][]string{} // by whether capitals count
	except := v.exceptions()
	if raw := strings.Join(strs(v.n, "raw"), ""); raw != "" {
		for _, tokens := range portions(strs(v.n, "tokens"), len(raw)) {
			if v.raw(raw, tokens, except); v.left {
				return
			}
		}
		return
	}
	for _, token := range strs(v.n, "tokens") {
		if strings.TrimSpace(token) == "" {
			continue
		}
		rest, more, ok := behind(token)
		if !ok {
			v.fail("“" + token + "” looks ahead or behind, or refers to a group, which RE2 does not")
			continue
		}
		except = append(except, more...)
		if words, ok := literals(rest); ok && str(v.n, "nonword") != "true" {
			phrases[v.cased(rest)] = append(phrases[v.cased(rest)], words...)
			v.findsMore(rest, words)
		} else {
			patterns = append(patterns, rest)
		}
	}
	for _, cased := range []bool{false, true} {
		if list := unique(phrases[cased]); len(list) > 0 {
			v.phrases(list, except, cased)
		}
	}
	if len(patterns) > 0 {
		for _, portion := range portions(patterns, 0) {
			v.pattern(portion, except)
		}
	}
	if len(phrases)+len(patterns) == 0 && !v.left {
		v.fail("it has no tokens")
	}
}

// phrases adds a rule for phrases, which a style may want to be taken out.
func (v *valeRule) phrases(phrases, except []string, cased bool) {
	b := v.body("found")
	if str(v.n, "action.name") == "remove" || str(get(v.n, "action"), "name") == "remove" {
		swap := mapping()
		for _, p := range phrases {
			put(swap, p, text(""))
		}
		put(b, "replace", swap)
	} else {
		put(b, "phrases", list(phrases))
	}
	v.matching(b, phrases, except, cased)
	v.emit(b)
}

// cased reports whether capitals count in an expression.
func (v *valeRule) cased(expr string) bool {
	return !v.ignoresCase() && !strings.Contains(expr, "(?i)")
}

// findsMore notes words that are found more often than by Vale: those that end in a sign, after which
// Vale asks for the boundary of a word, so that it finds “e.g.” only with a letter directly after its
// full stop, those with an apostrophe, and those with two spaces, which are left of a word that may be missing.
func (v *valeRule) findsMore(expr string, words []string) {
	all, _ := expansions(expr)
	if k := slices.IndexFunc(all, func(s string) bool { return strings.Contains(s, "  ") }); k >= 0 {
		v.note("“" + strings.Join(strings.Fields(all[k]), " ") + "” is found with one space; the style has two there, and Vale finds these only")
		return
	}
	for _, w := range words {
		if last, _ := utf8.DecodeLastRuneInString(w); !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '_' {
			v.note("“" + w + "” is found anywhere; Vale finds it only with a letter directly after it")
			return
		}
	}
	for _, w := range words {
		if strings.ContainsAny(w, "'’") {
			v.note("“" + w + "” is found with a straight and a curly apostrophe; Vale finds it only as it is written here")
			return
		}
	}
}

// portions divides tokens into as many expressions as their size asks for, each with another text of some
// bytes before it. Styles about the passive list all participles.
func portions(tokens []string, before int) (all [][]string) {
	const most = 900 // bytes; house rules allow some more
	size := 0
	for _, token := range tokens {
		if len(all) == 0 || size+len(token) > most {
			all, size = append(all, nil), before
		}
		all[len(all)-1] = append(all[len(all)-1], token)
		size += len(token) + len("|")
	}
	if len(all) == 0 {
		return [][]string{nil}
	}
	return all
}

// raw translates an expression in parts, which Vale joins with the tokens after them.
func (v *valeRule) raw(expr string, list, except []string) {
	if tokens := strings.Join(list, "|"); tokens != "" {
		if tokens = `(?:` + tokens + `)`; str(v.n, "nonword") != "true" {
			tokens = `\b` + tokens + `\b`
		}
		if expr += tokens; str(v.n, "append") == "true" {
			expr = tokens + strings.Join(strs(v.n, "raw"), "")
		}
	}
	if _, _, ok := behind(expr); !ok || looks(expr) {
		v.fail("“" + expr + "” looks ahead or behind, or refers to a group, which RE2 does not")
		return
	}
	v.pattern([]string{expr}, except)
}

// exceptions returns the phrases in which the words are right.
func (v *valeRule) exceptions() (all []string) {
	for _, e := range strs(v.n, "exceptions") {
		words, ok := literals(stops().ReplaceAllString(strings.TrimPrefix(e, "(?i)"), `$1\.$2`))
		if !ok {
			v.fail("the exception “" + e + "” stands for too many words")
			continue
		}
		all = append(all, words...)
	}
	return all
}

// matching adds how phrases are compared: Vale knows no inflected forms.
func (v *valeRule) matching(b *yaml.Node, phrases, except []string, cased bool) {
	put(b, "forms", boolean(false))
	loud := slices.ContainsFunc(phrases, func(s string) bool { return strings.ToLower(s) != s && strings.ToUpper(s) == s })
	if cased || loud { // capitals count in a phrase in capitals unless a rule says that they do not
		put(b, "match-case", boolean(cased))
	}
	if len(except) > 0 {
		put(b, "except", list(unique(except)))
	}
}

// pattern adds a rule for expressions.
func (v *valeRule) pattern(patterns, except []string) {
	b := v.body("found")
	put(b, "pattern", text(v.whole(patterns)))
	if len(except) > 0 {
		put(b, "except", list(unique(except)))
	}
	v.perSentence(b)
	v.emit(b)
}

// perSentence has each sentence looked at on its own, where the style does.
func (v *valeRule) perSentence(b *yaml.Node) {
	if str(v.n, "scope") == "sentence" {
		put(b, "each-sentence", boolean(true))
	}
}

// whole returns one expression for several, between word boundaries as Vale has them.
func (v *valeRule) whole(patterns []string) string {
	expr := strings.Join(patterns, "|")
	if str(v.n, "nonword") != "true" && len(strs(v.n, "raw")) == 0 {
		expr = `\b(?:` + expr + `)\b`
	}
	if v.ignoresCase() {
		expr = "(?i)" + expr
	}
	return expr
}

func unique(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
