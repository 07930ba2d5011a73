package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// substitution translates a table of expressions and what to write instead.
func (v *valeRule) substitution() {
	swaps, seen := map[bool]*yaml.Node{false: mapping(), true: mapping()}, map[string]bool{}
	var except, same []string
	table := pairs(get(v.n, "swap"))
	for _, pair := range table {
		parts, ok := readings(pair[0])
		if !ok {
			v.failToLook(pair[0])
			continue
		}
		v.noteRight(parts, pair[1])
		for _, part := range parts {
			except = append(except, part.except...)
			v.folds = v.folds || len(part.except) > 0
			words, few := phrasesOf(v, part.expr)
			if within := str(v.n, "nonword") == "true"; !few || within || len(part.around) > 0 || v.source() {
				if few && within {
					part.around = append(part.around, overlaps(part.expr, table)...)
				}
				v.replacedPattern(part, pair[1])
				continue
			}
			cased := v.cased(part.expr)
			for _, w := range words {
				switch {
				case w == pair[1] && !cased:
					same = append(same, w)
				case w != pair[1] && !seen[v.compared(w)]:
					seen[v.compared(w)] = true
					put(swaps[cased], w, alternatives(pair[1]))
				}
			}
		}
	}
	v.casedNames(unique(same))
	except = append(v.exceptions(), except...)
	for _, cased := range []bool{false, true} {
		if swap := swaps[cased]; len(swap.Content) > 0 {
			b := v.body("instead", "found")
			put(b, "replace", swap)
			v.matching(b, keys(swap), except, cased)
			v.emit(b)
		}
	}
}

// noteRight notes where the replacement is right although Vale flags it: with a capital where a
// sentence begins, and where what it is to replace is a part of it.
func (v *valeRule) noteRight(parts []reading, instead string) {
	first := capitalized(instead)
	for _, part := range parts {
		expr, err := regexp.Compile(`(?i)\b(?:` + part.expr + `)\b`)
		if err != nil {
			continue
		}
		switch found := expr.FindString(instead); {
		case strings.Contains(instead, "|") || found == "":
		case found == instead && v.ignoresCase() && first != instead:
			if _, few := literals(part.expr); few { // a pattern has “right-as-written”
				v.note("“" + first + "” is right where a sentence begins; Vale asks for “" + instead + "” there as well")
			}
			return
		case found != instead:
			v.note("“" + found + "” is right in “" + instead + "”; Vale flags it there as well")
			return
		}
	}
}

// putWritten adds that what to write is right with its own capitals only, if the expression matches it with others:
// Vale flags it where a sentence begins.
func (v *valeRule) putWritten(b *yaml.Node, part reading, instead string) {
	expr, err := regexp.Compile(`(?i)\A(?:` + part.expr + `)\z`)
	if err != nil || !v.ignoresCase() || !expr.MatchString(instead) || capitalized(instead) == instead {
		return
	}
	if !has(b, "right-as-written") {
		put(b, "right-as-written", boolean(true))
	}
	v.note("“" + instead + "” is right only with these capitals, as in Vale; delete “right-as-written” to have “" + capitalized(instead) + "” right where a sentence begins")
}

// capitalized returns words with a capital at their beginning.
func capitalized(words string) string {
	r, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[n:]
}

// compared returns words as the style compares them.
func (v *valeRule) compared(words string) string {
	if v.ignoresCase() {
		return strings.ToLower(words)
	}
	return words
}

// casedNames adds a rule for words that are replaced with themselves: those with other capitals are wrong.
func (v *valeRule) casedNames(words []string) {
	if len(words) == 0 {
		return
	}
	b := v.body("instead", "found")
	put(b, "spelling", list(words))
	put(b, "by", list([]string{"case"}))
	v.emit(b)
}

// alternatives returns a node of what to write: Vale separates several texts with bars.
func alternatives(s string) *yaml.Node {
	if strings.Contains(s, "|") {
		return list(strings.Split(s, "|"))
	}
	return text(s)
}

// replacedPattern adds a rule for one expression that is not a few words. Groups to which the
// replacement refers get names.
func (v *valeRule) replacedPattern(part reading, instead string) {
	expr := part.expr
	b := v.body("instead", "found")
	instead, _, _ = strings.Cut(instead, "|")
	instead = strings.NewReplacer("{", "(", "}", ")").Replace(instead)
	if group().MatchString(instead) {
		expr = named(expr)
		instead = group().ReplaceAllString(instead, "{g$1}")
	}
	put(b, "pattern", text(v.whole([]string{expr})))
	putAround(b, part.around, v.ignoresCase())
	put(b, "instead", text(instead))
	v.putExcept(b, v.exceptions())
	v.putWritten(b, part, instead)
	v.perSentence(b)
	v.emit(b)
}

// occurrence translates a number of matches. Without a scope, Vale counts in every block.
func (v *valeRule) occurrence() {
	of := map[string]string{
		"sentence": "any-sentence", "paragraph": "paragraph", "heading": "heading", "heading.h1": "headline", "alt": "alt",
		"": "block", "text": "block", "summary": "prose", "figure.caption": "caption", "title": "title",
	}[str(v.n, "scope")]
	token := str(v.n, "token")
	switch {
	case of == "":
		v.fail("matches cannot be counted in “" + str(v.n, "scope") + "”")
		return
	case str(v.n, "min") == "" && str(v.n, "max") == "":
		v.fail("it has neither a minimum nor a maximum")
		return
	case looks(token):
		v.fail("“" + token + "” looks ahead or behind, or refers to a group, which RE2 does not")
		return
	}
	b := v.body("count")
	put(b, "limit", text("matches"))
	if v.ignoresCase() {
		token = "(?i)" + token
	}
	put(b, "pattern", text(token))
	put(b, "of", text(of))
	if of == "any-sentence" {
		v.note("a sentence ends where readers see it end; Vale also ends one after “1.” and the full stop of “U.S.”, and none after “login.gov.”")
	}
	if slices.Contains([]string{"any-sentence", "block", "prose"}, of) { // Vale reads block quotations as well
		put(b, "quotations", boolean(true))
	}
	for _, key := range []string{"min", "max"} {
		if n := str(v.n, key); n != "" {
			put(b, key, integer(n))
		}
	}
	v.add(v.pack, v.name, v.file, b)
}

// repetition leaves repeated words to the rule of the program; there is no
// kind of house rule for other tokens.
func (v *valeRule) repetition() {
	for _, token := range strs(v.n, "tokens") {
		if !slices.Contains([]string{`[^\s]+`, `\w+`, `\S+`, `\b\w+\b`, `[A-Za-z]+`, `[^\s\.]+`}, token) {
			v.fail("there is no kind of house rule for the repetition of “" + token + "”")
			return
		}
	}
	v.covered("repeated-word", "words that are repeated")
}

// consistency translates pairs of spellings, one of which a draft is to use throughout.
func (v *valeRule) consistency() {
	groups := sequence()
	for _, pair := range pairs(get(v.n, "either")) {
		one, ok1 := literals(pair[0])
		other, ok2 := literals(pair[1])
		if !ok1 || !ok2 || len(one) != 1 || len(other) != 1 {
			v.fail("“" + pair[0] + "” or “" + pair[1] + "” stands for several spellings")
			continue
		}
		groups.Content = append(groups.Content, list([]string{one[0], other[0]}))
	}
	if len(groups.Content) == 0 {
		return
	}
	b := v.body("found")
	put(b, "one-of", groups)
	put(b, "forms", boolean(false))
	if !v.ignoresCase() {
		put(b, "match-case", boolean(true))
	}
	v.emit(b)
}

// conditional translates a match that something else in the draft must explain.
func (v *valeRule) conditional() {
	first, second := str(v.n, "first"), str(v.n, "second")
	b := v.body("found")
	put(b, "pattern", text(ungrouped(first))) // the whole match must be explained, not a group of it
	put(b, "defined", text(second))
	if except := strs(v.n, "exceptions"); len(except) > 0 {
		put(b, "except", list(except))
	}
	v.emit(b)
}

var condition = pattern(`^\s*([<>]=?)\s*(-?[\d.]+)\s*$`)

// metric translates a limit of the reading ease, or of something else that house rules count.
// Vale reports where the condition is true.
func (v *valeRule) metric() {
	formula := strings.Trim(strings.TrimSpace(str(v.n, "formula")), "()")
	measure := map[string]string{
		"words": "words", "sentences": "sentences", "heading_h2": "h2", "heading_h3": "h3",
		"heading_h4": "h4", "heading_h5": "h5", "heading_h6": "h6",
	}[strings.ReplaceAll(formula, "heading.h", "heading_h")]
	if strings.Contains(formula, "206.835") {
		measure = "reading-ease"
	} else if strings.Contains(formula, "11.8") && strings.Contains(formula, "15.59") {
		measure = "grade-level"
	}
	m := condition().FindStringSubmatch(str(v.n, "condition"))
	switch {
	case m == nil:
		v.fail("the condition “" + str(v.n, "condition") + "” is not a comparison with a number")
		return
	case measure == "":
		v.fail("the formula is neither the reading ease, the grade level nor a single number that house rules count")
		return
	}
	if measure == "reading-ease" || measure == "grade-level" {
		v.note("syllables are looked up in a dictionary of pronunciations; Vale guesses them from the spelling, so that the number differs a little")
	}
	b := v.body("count")
	put(b, "limit", text(measure))
	if measure == "words" || measure == "sentences" || measure == "reading-ease" || measure == "grade-level" {
		put(b, "of", text("prose"))
		put(b, "quotations", boolean(true))
	}
	key, n := "max", m[2]
	if m[1][0] == '<' {
		key = "min"
	}
	if len(m[1]) > 1 && measure != "reading-ease" && measure != "grade-level" { // “>= 5” is right up to 4
		n = next(n, key)
	}
	put(b, key, integer(n))
	v.add(v.pack, v.name, v.file, b)
}

// next returns the whole number beside another one that is still right.
func next(n, key string) string {
	i, err := strconv.Atoi(n)
	switch {
	case err != nil:
		return n
	case key == "max":
		return strconv.Itoa(i - 1)
	}
	return strconv.Itoa(i + 1)
}
