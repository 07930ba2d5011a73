package importer

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// existence translates a list of tokens: those that stand for a few words become phrases,
// the others patterns.
func (v *valeRule) existence() {
	except := v.exceptions()
	if raw := strings.Join(strs(v.n, "raw"), ""); raw != "" {
		for _, tokens := range portions(strs(v.n, "tokens"), len(raw)) {
			if v.raw(raw, tokens, except); v.left {
				return
			}
		}
		return
	}
	t := v.sorted(except)
	for _, cased := range []bool{false, true} {
		if list := reached(v, unique(t.phrases[cased])); len(list) > 0 {
			v.phrases(list, t.except, cased)
		}
	}
	if len(t.patterns) > 0 {
		for _, portion := range portions(t.patterns, 0) {
			v.pattern(portion, t.except, nil)
		}
	}
	for _, part := range t.looking {
		v.pattern([]string{part.expr}, except, part.around)
	}
	if len(t.phrases)+len(t.patterns)+len(t.looking) == 0 && !v.left {
		v.fail("it has no tokens")
	}
}

// tokens are the tokens of a rule by what they become.
type tokens struct {
	phrases  map[bool][]string // by whether capitals count
	patterns []string
	looking  []reading // patterns that look around
	except   []string
}

// sorted sorts the tokens of a rule with exceptions.
func (v *valeRule) sorted(except []string) tokens {
	t := tokens{phrases: map[bool][]string{}, except: except}
	for _, token := range strs(v.n, "tokens") {
		if strings.TrimSpace(token) == "" {
			continue
		}
		parts, ok := readings(token)
		if !ok {
			v.failToLook(token)
			continue
		}
		for _, part := range parts {
			t.except = append(t.except, part.except...)
			v.folds = v.folds || len(part.except) > 0
			words, few := phrasesOf(v, part.expr)
			switch {
			case len(part.around) > 0:
				t.looking = append(t.looking, part)
			case few && str(v.n, "nonword") != "true" && !v.source():
				cased := v.cased(part.expr)
				t.phrases[cased] = append(t.phrases[cased], words...)
			default:
				t.patterns = append(t.patterns, part.expr)
			}
		}
	}
	return t
}

// failToLook records that an expression looks around in a way that is not translated.
func (v *valeRule) failToLook(expr string) {
	v.fail("“" + expr + "” looks ahead or behind in the middle, or refers to a group, which RE2 does not")
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
	if !looks(expr) {
		v.pattern([]string{expr}, except, nil)
		return
	}
	parts, ok := readings(expr)
	if !ok {
		v.failToLook(expr)
		return
	}
	for _, part := range parts {
		v.folds = v.folds || len(part.except) > 0
		v.pattern([]string{part.expr}, slices.Concat(except, part.except), part.around)
	}
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

// putExcept adds phrases in which the words are right. Vale compares the capitals of an exception, but not those of
// what an expression looks ahead or behind for.
func (v *valeRule) putExcept(b *yaml.Node, except []string) {
	if len(except) == 0 {
		return
	}
	put(b, "except", list(unique(except)))
	styled := strs(v.n, "exceptions")
	k := slices.IndexFunc(except, func(s string) bool { return strings.ToLower(s) == s })
	switch {
	case k < 0 || len(styled) == 0 || !v.ignoresCase():
	case v.folds:
		v.note("“" + styled[0] + "” is right with any capitals; Vale takes an exception for right only as it is written")
	default:
		put(b, "right-as-written", boolean(true))
		v.note("“" + except[k] + "” is right only with these capitals, as in Vale; delete “right-as-written” to have it right with any")
	}
}

// matching adds how phrases are compared: Vale knows no inflected forms.
func (v *valeRule) matching(b *yaml.Node, phrases, except []string, cased bool) {
	put(b, "forms", boolean(false))
	loud := slices.ContainsFunc(phrases, func(s string) bool { return strings.ToLower(s) != s && strings.ToUpper(s) == s })
	if cased || loud { // capitals count in a phrase in capitals unless a rule says that they do not
		put(b, "match-case", boolean(cased))
	}
	matchSigns(v, b, phrases)
	v.putExcept(b, except)
}

// pattern adds a rule for expressions.
func (v *valeRule) pattern(patterns, except []string, around [][2]string) {
	b := v.body("found")
	put(b, "pattern", text(v.whole(patterns)))
	putAround(b, around, v.ignoresCase())
	v.putExcept(b, except)
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
	switch {
	case v.source() && v.ignoresCase():
		return "(?im)" + expr
	case v.source(): // “^” and “$” are the ends of a line
		return "(?m)" + expr
	case v.ignoresCase():
		return "(?i)" + expr
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
