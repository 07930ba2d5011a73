// Package pattern is the kind of house rule with a regular expression, for what a list of words
// cannot say.
//
// The expression is matched with a text as a reader reads it, without markup, so that it need
// not know Markdown. Its named groups can be used in the message and in the replacement, and
// exceptions are plain texts, since RE2 cannot look around. A replacement is checked like those
// of words: it must fit the words around it, and the rule must not flag it again.
//
// The trade-off: a match cannot span blocks, and code is never searched, unless the rule looks at the source, where
// markup is in the way and nothing is fixed.
package pattern

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/expression"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
	"github.com/copychief/copychief/lint/language"
)

// Spec is a rule with a regular expression.
type Spec struct {
	declaration.Common
	declaration.Located
	declaration.Fixing
	Pattern    strict.Text   `yaml:"pattern" doc:"a regular expression (RE2) for the text as a reader sees it; (?i) ignores case, (?P<name>…) names a part"`
	Instead    strict.Text   `yaml:"instead" doc:"what to write instead; {name} stands for a named part; an empty text deletes the match"`
	Safe       bool          `yaml:"safe" doc:"the same as “fix: safe”: --fix writes what to write instead wherever the words around it stay right"`
	Except     []strict.Text `yaml:"except" doc:"texts that are right: a match with one of them in it, or inside one of them, is not flagged; one with a capital holds only as it is written"`
	Written    bool          `yaml:"right-as-written" doc:"what is right (“except” and “instead”) counts with its own capitals only, also where a sentence begins"`
	NotAfter   []strict.Text `yaml:"not-after" doc:"expressions for what is directly before a match that is right; spaces count"`
	NotBefore  []strict.Text `yaml:"not-before" doc:"expressions for what is directly after a match that is right; spaces count"`
	OnlyAfter  []strict.Text `yaml:"only-after" doc:"expressions of which one must be directly before a match"`
	OnlyBefore []strict.Text `yaml:"only-before" doc:"expressions of which one must be directly after a match"`
	Whole      bool          `yaml:"whole" doc:"every text in these places must match as a whole; the others are flagged"`
	Each       bool          `yaml:"each-sentence" doc:"look at each sentence on its own, so that ^ and $ stand for where it begins and ends"`
	Defined    strict.Text   `yaml:"defined" doc:"an expression whose first group captures what is explained: a match that the draft explains there or before is right"`
	Once       bool          `yaml:"once" doc:"report each text once for each draft, with the number of its places"`
}

// Compile implements [declaration.Spec].
func (s *Spec) Compile(c *declaration.Compiler) lint.Checker {
	w := &pattern{scope: c.Places(&s.Located), once: s.Once, lang: c.Language(), fix: c.Fixing(s.Fixing)}
	if s.Safe && w.fix == phrase.FixCertain {
		w.fix = phrase.FixSafe
	}
	w.expr = c.Expression(s.Pattern)
	w.sentences, w.written = s.Each, s.Written
	if s.Each && s.Whole {
		c.Fail(s.Pattern.Node, "“whole” and “each-sentence” exclude one another; delete one")
	}
	if w.scope.In&passage.Source != 0 && (s.Whole || s.Each) {
		c.Fail(s.Pattern.Node, "“whole” and “each-sentence” do not go with “source”, which is one text; use (?m) for ^ and $ at each line")
	}
	if w.expr != nil && !s.Whole && w.expr.MatchString("") {
		c.RejectEmpty(s.Pattern)
	}
	c.CountPattern(s.Pattern)
	if w.whole = s.Whole; s.Whole && w.expr != nil {
		w.expr = regexp.MustCompile(`^(?:` + s.Pattern.Value + `)$`)
	}
	if !s.Whole && w.expr != nil {
		w.search = expression.NewSearch(w.expr)
	}
	if s.Defined.Node != nil {
		if w.defined = c.Pattern(s.Defined); w.defined != nil && w.defined.NumSubexp() == 0 {
			c.Fail(s.Defined.Node, "“defined” has no group in round brackets for what is explained")
		}
	}
	names := []string{"found"}
	if w.expr != nil {
		for _, name := range w.expr.SubexpNames() {
			if name != "" {
				names = append(names, name)
			}
		}
	}
	w.custom = c.Message(append(names, "instead")...)
	readPatternInstead(c, w, s.Instead, names)
	w.except = readExceptions(c, s.Except, s.Written)
	w.notAfter = readBeside(c, s.NotAfter, `(?:%s)\z`)
	w.notBefore = readBeside(c, s.NotBefore, `\A(?:%s)`)
	w.onlyAfter = readBeside(c, s.OnlyAfter, `(?:%s)\z`)
	w.onlyBefore = readBeside(c, s.OnlyBefore, `\A(?:%s)`)
	c.Summary = "the text matches a pattern of the house"
	if w.custom != nil && w.custom.Says() {
		c.Summary = lint.Clip(100, w.custom.Fill(func(string) string { return "…" }))
	}
	return w
}

// pattern is the checker of “pattern”.
type pattern struct {
	scope                 passage.Scope
	expr                  *regexp.Regexp
	instead               *finding.Template // nil if the rule does not say
	custom                *finding.Template // nil for the message of the kind
	except                exceptions
	notAfter, notBefore   []*regexp.Regexp   // what is directly before or after a match that is right
	onlyAfter, onlyBefore []*regexp.Regexp   // ... or that is wrong, if the rule says so
	search                *expression.Search // nil if texts must match as a whole
	defined               *regexp.Regexp     // nil if nothing is explained
	whole                 bool
	sentences             bool // each is looked at on its own
	once                  bool
	remove                bool // the match is to be taken out
	written               bool // what to write has its own capitals where a sentence begins
	lang                  string
	fix                   phrase.Fixing // what the rule says about its fixes
}

// Check implements [lint.Checker].
func (w *pattern) Check(p *lint.Pass) {
	var single finding.Once
	list := passage.Of(p.Doc)
	explained := w.explained(list)
	for i := range list {
		w.checkText(p, &list[i], i, explained, &single)
	}
	if w.scope.In&passage.Source != 0 {
		w.checkText(p, passage.SourceOf(p.Doc), len(list), explained, &single)
	}
	single.Report(p)
}

// checkText reports what is wrong in a text of a draft.
func (w *pattern) checkText(p *lint.Pass, at *passage.Passage, index int, explained explanations, single *finding.Once) {
	text := at.Text.String()
	for _, m := range w.matchesIn(p.Doc, at, index) {
		found := text[m[0]:m[1]]
		if found == "" || w.except.covers(text, m[0], m[1]) || w.beside(text, m[0], m[1]) || w.scope.Hides(p.Doc, at, m[0], m[1]) {
			continue
		}
		if explained.before(found, index) || len(m) > 2 && m[2] >= 0 && explained.before(text[m[2]:m[3]], index) {
			continue
		}
		place := fitting.Spot{Text: text, Start: m[0], End: m[1], At: at.At}
		instead := w.capital(place, w.filled(text, m))
		if w.right(place, instead) {
			continue
		}
		f := w.finding(p.Doc, at, place, instead, m)
		if w.once {
			single.Add(found, &f)
		} else {
			p.Report(f)
		}
	}
}

// matchesIn returns the places in a passage that are flagged, in the parts of it in which the rule looks.
func (w *pattern) matchesIn(d *lint.Document, at *passage.Passage, index int) (all [][]int) {
	text := at.Text.String()
	if at.At == passage.Source {
		return w.matchesBetween(text, 0, len(text))
	}
	parts, whole := w.scope.Parts(d, at)
	for i := range parts {
		part := parts[i].Span
		switch {
		case w.whole:
			if plain := strings.TrimSpace(text[part.Start:part.End]); plain != "" && !w.expr.MatchString(plain) {
				all = append(all, []int{part.Start, part.End})
			}
		case w.sentences && at.Block != lint.None:
			for _, sentence := range language.ProseOf(d).SentencesIn(at.Block) {
				if from, to := max(part.Start, int(sentence.Start)), min(part.End, int(sentence.End)); from < to {
					all = append(all, w.matchesBetween(text, from, to)...)
				}
			}
		case whole && strings.TrimSpace(text) == text:
			all = w.search.In(text, numbersOf.Of(d).of(index))
		default: // “^” and “$” are what a reader sees of it
			shown := text[part.Start:part.End]
			from := part.Start + len(shown) - len(strings.TrimLeftFunc(shown, unicode.IsSpace))
			all = append(all, w.matchesBetween(text, from, from+len(strings.TrimSpace(shown)))...)
		}
	}
	if !whole {
		return all
	}
	return slices.DeleteFunc(all, func(m []int) bool { return !w.scope.LooksAt(d, at, m[0], m[1]) })
}

// matchesBetween returns the matches in a part of a text.
func (w *pattern) matchesBetween(text string, from, to int) [][]int {
	all := w.search.In(text[from:to], expression.AppendNumbers(nil, text[from:to]))
	for _, m := range all {
		for k := range m {
			if m[k] >= 0 {
				m[k] += from
			}
		}
	}
	return all
}

// explanations are what a draft explains, and the first passage that does.
type explanations map[string]int

// before reports whether a text is explained in a passage or before it.
func (e explanations) before(text string, index int) bool {
	first, ok := e[text]
	return ok && first <= index
}

func (w *pattern) explained(list []passage.Passage) explanations {
	if w.defined == nil {
		return nil
	}
	out := explanations{}
	for i := range list {
		for _, m := range w.defined.FindAllStringSubmatch(list[i].Text.String(), -1) {
			if _, known := out[m[1]]; !known {
				out[m[1]] = i
			}
		}
	}
	return out
}
