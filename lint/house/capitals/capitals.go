// Package capitals is the kind of house rule about the capitals of headings and other short texts:
// sentence case, title case as the Associated Press or Chicago write it, lower case or capitals.
//
// Which words may be names decides what is found. As a rule, a capital that may belong to a name is
// right, as in the program's own rule about headlines (package casing). With “strict”, only the names
// that the rule lists have capitals of their own, so that all others are wrong.
//
// The trade-off: the careful way misses capitals on words that the draft has nowhere else, and the
// strict one flags names that nobody has listed. “least” lets some words of a text be wrong.
package capitals

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
	"github.com/copychief/copychief/lint/language/casing"
)

// Spec is a rule about capitals.
type Spec struct {
	declaration.Common
	declaration.Located
	declaration.Fixing
	Capitals strict.Text   `yaml:"capitals" doc:"the case of the texts: sentence, ap or chicago (title case), lower or upper"`
	Except   []strict.Text `yaml:"except" doc:"names and phrases that are right as they are written here, in any text"`
	Inside   bool          `yaml:"except-inside" doc:"a word that has one of “except” inside is right, too; in lower and upper case, so is a whole text with one"`
	Strict   bool          `yaml:"strict" doc:"only what “except” lists has capitals of its own; otherwise a capital that may belong to a name is right"`
	After    []strict.Text `yaml:"after" doc:"endings of a word, such as a colon, after which the next word has a capital"`
	Prefix   strict.Text   `yaml:"prefix" doc:"an expression for what may stand before the text, such as a number; it is left out"`
	Least    strict.Text   `yaml:"least" doc:"the per cent of words that must be right; 100 unless set. The first one must be right in any case"`
}

// The styles of this package, beside those of package casing.
const (
	lowerStyle = "lower"
	upperStyle = "upper"
)

// styles returns the names of all styles.
func styles() []string {
	return []string{string(casing.Sentence), string(casing.AP), string(casing.Chicago), lowerStyle, upperStyle}
}

// Compile implements [declaration.Spec].
func (s *Spec) Compile(c *declaration.Compiler) lint.Checker {
	w := &capitals{scope: c.Texts(&s.Located), strict: s.Strict, fix: c.Fixing(s.Fixing)}
	if s.In == nil {
		w.scope.In = passage.Headline | passage.Title | passage.Headings
		c.Scope = w.scope
	}
	w.style = casing.Style(c.OneOf(s.Capitals, "case", styles(), "capitals"))
	if w.except = readNames(c, s.Except); s.Inside {
		w.inside = slices.Concat(slices.Collect(maps.Values(w.except))...)
	}
	const mostAfter = 20
	if len(s.After) > mostAfter {
		c.Fail(s.After[0].Node, "“after” has %d entries, and %d are the most", len(s.After), mostAfter)
	}
	for _, t := range s.After {
		w.after = append(w.after, declaration.OneLine(c.Decoder, t, phrase.Longest))
	}
	if s.Prefix.Node != nil {
		c.CountPattern(s.Prefix)
		if expr := c.Pattern(s.Prefix); expr != nil {
			w.prefix = regexp.MustCompile(`^(?:` + expr.String() + `)`)
		}
	}
	w.least = readLeast(c, s.Least)
	s.limitLanguages(c, w)
	w.custom = c.Message("found", "instead")
	c.Summary = "the capitals are not those of " + w.shown()
	return w
}

// readNames reads the names with capitals of their own, by their first byte.
func readNames(c *declaration.Compiler, list []strict.Text) map[byte][]string {
	names := map[byte][]string{}
	for _, t := range list {
		if name, ok := c.Phrase(t); ok {
			names[name[0]] = append(names[name[0]], name)
		}
	}
	for _, of := range names {
		slices.SortStableFunc(of, func(a, b string) int { return len(b) - len(a) })
	}
	return names
}

// readLeast reads the share of words that must be right.
func readLeast(c *declaration.Compiler, t strict.Text) float64 {
	const all = 100
	n := c.Number(t, all)
	if n <= 0 || n > all || math.IsNaN(n) {
		c.Fail(t.Node, "%s is not a share; write a number from 1 to 100, in per cent", t.Value)
	}
	return n / all
}

// limitLanguages has the rule run in the languages whose lists it needs.
func (s *Spec) limitLanguages(c *declaration.Compiler, w *capitals) {
	if !w.style.Known() || w.strict && w.style == casing.Sentence {
		return
	}
	known := casing.Languages()
	for _, tag := range c.Languages() {
		if !slices.Contains(known, tag) {
			c.Fail(s.Capitals.Node, "%s case is not known in the language %s; known: %s", w.style.Shown(), strict.Quoted(tag), strings.Join(known, ", "))
		}
	}
	c.Known = known
}

// capitals is the checker of “capitals”.
type capitals struct {
	scope  passage.Scope
	style  casing.Style
	strict bool
	except map[byte][]string // by their first byte, the longest first
	inside []string          // of “except”, what is right inside a word as well
	after  []string
	prefix *regexp.Regexp // nil if there is none
	least  float64        // share of words that must be right
	custom *finding.Template
	fix    phrase.Fixing
}

// templated reports whether the site fills in part of a text.
func templated(text string) bool { return strings.Contains(text, "{{") || strings.Contains(text, "{%") }

// wrong is a word that is not as it should be.
type wrong struct {
	start, end int
	text       string // as it should be
}

// Check implements [lint.Checker].
func (w *capitals) Check(p *lint.Pass) {
	list := passage.Of(p.Doc)
	for i := range list {
		at := &list[i]
		parts, whole := w.scope.Parts(p.Doc, at)
		for _, part := range parts {
			text := at.Text.Slice(0, part.End)
			if templated(text[part.Start:]) || whole && !w.scope.LooksAt(p.Doc, at, 0, 1) {
				continue
			}
			from := part.Start
			if w.prefix != nil {
				from += len(w.prefix.FindString(text[from:]))
			}
			if words := w.wrongIn(p.Doc, at, text, from); len(words) > 0 {
				p.Report(w.finding(p.Doc, at, part, words))
			}
		}
	}
}

// wrongIn returns the wrong words of a text, unless enough of it is right.
func (w *capitals) wrongIn(d *lint.Document, at *passage.Passage, text string, from int) (list []wrong) {
	if (w.style == lowerStyle || w.style == upperStyle) && w.excused(text[from:]) {
		return nil
	}
	tokens := w.tokens(d, at, text, from)
	if w.style.Known() && !w.strict {
		if !strings.ContainsFunc(text[from:], isLower) {
			return nil // shouting is another fault
		}
		list = w.carefully(d, text, from, tokens)
	} else {
		list = w.strictly(d, text, tokens)
	}
	if len(list) == 0 || list[0].start == tokens[0].start && w.opening(list[0], text) {
		return list
	}
	if right := float64(len(tokens)-len(list)) / float64(len(tokens)); right >= w.least {
		return nil
	}
	return list
}

// opening reports whether a word lacks the capital that a text begins with.
func (w *capitals) opening(first wrong, text string) bool {
	return w.style == casing.Sentence && text[first.start:first.end] != first.text
}
