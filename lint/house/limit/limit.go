// Package limit is the kind of house rule with a number: how many words, links, headings or
// matches an article, a section, a sentence or a field may have.
//
// What can be counted depends on the part of the draft, and other combinations are mistakes
// in the declaration. Numbers come from the facts that the program's own rules use, so that
// both count alike.
//
// The trade-off: there is one number per rule; a ratio of two cannot be declared.
package limit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/expression"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language/pronunciation"
)

// Spec is a rule about a number.
type Spec struct {
	declaration.Common
	Limit   strict.Text `yaml:"limit" doc:"what is counted: words, sentences, paragraphs, characters, px, headings, h2 to h6, links, internal-links, external-links, images, quotations, reading-ease, grade-level (Flesch-Kincaid), minutes, or matches of a pattern"`
	Pattern strict.Text `yaml:"pattern" doc:"the regular expression (RE2) whose matches are counted"`
	Of      strict.Text `yaml:"of" doc:"of what: article, section, introduction, prose (paragraphs and lists, without headings and tables), block (a paragraph, heading, list item, table cell or caption), paragraph, sentence, any-sentence (of lists, headings and tables, too), headline, title, description, heading, alt, caption, link-text, or “field NAME”; article unless set"`
	Min     strict.Text `yaml:"min" doc:"the least that is right"`
	Max     strict.Text `yaml:"max" doc:"the most that is right"`
	Quoted  bool        `yaml:"quotations" doc:"count in block quotations, too"`
}

// Compile implements [declaration.Spec].
func (s *Spec) Compile(c *declaration.Compiler) lint.Checker {
	l := &limit{unit: "article", quoted: s.Quoted}
	l.measure = c.OneOf(s.Limit, "measure", measures(), "limit")
	if s.Of.Node != nil {
		if field, ok := strings.CutPrefix(s.Of.Value, passage.FieldPrefix); ok {
			l.unit, l.field = "field", strings.TrimSpace(field)
		} else {
			l.unit = c.OneOf(s.Of, "part of a draft", units(), "of")
		}
	}
	if l.measure != "" && l.unit != "" && !slices.Contains(measuresOf(l.unit), l.measure) {
		c.Fail(c.At, "rule %s: %s of %s cannot be counted; of that, there are: %s", strict.Quoted(c.Name),
			l.measure, pronunciation.WithArticle(l.unit, "en"), strings.Join(measuresOf(l.unit), ", "))
	}
	if s.Quoted && l.unit != "" && !slices.Contains(quotable(), l.unit) {
		c.Fail(c.At, "rule %s: “quotations” goes with “of” one of: %s", strict.Quoted(c.Name), strings.Join(quotable(), ", "))
	}
	switch {
	case l.measure == "matches":
		l.expr = expression.NewCounter(c.Pattern(s.Pattern))
	case s.Pattern.Node != nil:
		c.Fail(s.Pattern.Node, "“pattern” is for “limit: matches”")
	}
	l.min, l.max = readAmount(c, l.measure, s.Min, math.Inf(-1)), readAmount(c, l.measure, s.Max, math.Inf(1))
	switch {
	case s.Min.Node == nil && s.Max.Node == nil:
		c.Fail(c.At, "rule %s has no limit; add “min”, “max” or both", strict.Quoted(c.Name))
	case l.min > l.max:
		c.Fail(s.Min.Node, "the minimum %s is more than the maximum %s; change one of them", s.Min.Value, s.Max.Value)
	}
	l.custom = c.Message("count", "min", "max", "what")
	c.Articles = l.unit == "article" || l.unit == "prose" || l.unit == "section" || l.unit == "introduction"
	c.Summary = strings.TrimSpace(fmt.Sprintf("the %s of %s: %s", noun(l.measure), pronunciation.WithArticle(l.unit, "en"), l.bounds()))
	return l
}

// readAmount reads a number of what is counted.
func readAmount(c *declaration.Compiler, measure string, t strict.Text, usual float64) float64 {
	const most = 1e9
	n := c.Number(t, usual)
	switch {
	case t.Node == nil || n == usual || measure == "reading-ease" || measure == "grade-level":
	case n < 0 || n > most:
		c.Fail(t.Node, "%s is not a limit; write a number from 0 to 1000000000", t.Value)
	case n != math.Trunc(n) && measure != "minutes" && measure != "px":
		c.Fail(t.Node, "%s is not a limit for %s; write a whole number", t.Value, measure)
	}
	return n
}

// limit is the checker of “limit”.
type limit struct {
	measure, unit string
	quoted        bool   // block quotations count
	field         string // the name, if the unit is a field
	min, max      float64
	expr          *expression.Counter // of matches
	custom        *finding.Template
}

// Check implements [lint.Checker].
func (l *limit) Check(p *lint.Pass) {
	if strings.HasPrefix(l.measure, "reading") && math.IsNaN(l.amount(p.Doc, part{from: 0, to: len(p.Doc.Blocks)})) {
		p.Skip("reading ease is known for English only")
		return
	}
	for _, at := range l.parts(p.Doc) {
		if n := l.amount(p.Doc, at); n < l.min || n > l.max {
			p.Report(lint.Finding{Span: at.span, About: at.about, Message: l.message(at, n)})
		}
	}
}

func (l *limit) message(at part, n float64) string {
	if l.custom != nil {
		return l.custom.Fill(func(name string) string {
			switch name {
			case "count":
				return finding.Number(n)
			case "min":
				return finding.Number(l.min)
			case "max":
				return finding.Number(l.max)
			}
			return at.name
		})
	}
	verb, unit := "has", " "+strings.ReplaceAll(l.measure, "-", " ")
	if n == 1 && l.measure != "px" {
		unit = strings.TrimSuffix(strings.Replace(unit, "matches", "match", 1), "s") // the names of measures are plurals
	}
	switch l.measure {
	case "reading-ease":
		verb, unit = "has a reading ease of", ""
	case "grade-level":
		verb, unit = "has a grade level of", ""
	case "px":
		verb = "is"
		unit += " wide"
	case "h2", "h3", "h4", "h5", "h6":
		unit = " headings of level " + l.measure[1:]
		if n == 1 {
			unit = " heading of level " + l.measure[1:]
		}
	case "minutes":
		verb, unit = "takes", " minutes to read"
	}
	if n < l.min {
		return fmt.Sprintf("%s %s %s%s; the house asks for at least %s", at.name, verb, finding.Number(n), unit, finding.Number(l.min))
	}
	return fmt.Sprintf("%s %s %s%s; the house allows %s at most", at.name, verb, finding.Number(n), unit, finding.Number(l.max))
}

// bounds returns the limits for a summary.
func (l *limit) bounds() string {
	switch {
	case math.IsInf(l.min, -1):
		return "at most " + finding.Number(l.max)
	case math.IsInf(l.max, 1):
		return "at least " + finding.Number(l.min)
	}
	return finding.Number(l.min) + " to " + finding.Number(l.max)
}

// noun returns what is measured, for “the … of the article”.
func noun(measure string) string {
	switch measure {
	case "px":
		return "width"
	case "reading-ease":
		return "reading ease"
	case "grade-level":
		return "grade level"
	case "h2", "h3", "h4", "h5", "h6":
		return "number of headings of level " + measure[1:]
	}
	return "number of " + strings.ReplaceAll(measure, "-", " ")
}
