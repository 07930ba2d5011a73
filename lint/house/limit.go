package house

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// limitSpec is a rule about a number.
type limitSpec struct {
	common
	Limit   strict.Text  `yaml:"limit" doc:"what is counted: words, sentences, paragraphs, characters, px, headings, h2 to h6, links, internal-links, external-links, images, quotations, reading-ease, minutes, or matches of a pattern"`
	Pattern strict.Text  `yaml:"pattern" doc:"the regular expression (RE2) whose matches are counted"`
	Of      strict.Text  `yaml:"of" doc:"of what: article, section, introduction, block (a paragraph, heading, list item, table cell or caption), paragraph, sentence, headline, title, description, heading, alt, caption, or “field NAME”; article unless set"`
	Min     strict.Text  `yaml:"min" doc:"the least that is right"`
	Max     strict.Text  `yaml:"max" doc:"the most that is right"`
	Where   *whereSchema `yaml:"where" doc:"only in drafts of which this is true"`
}

func (s *limitSpec) compile(c *compiler) checker {
	l := &limit{where: newWhere(c, s.Where), unit: "article"}
	l.measure = readOneOf(c, s.Limit, "measure", measures(), "limit")
	if s.Of.Node != nil {
		if field, ok := strings.CutPrefix(s.Of.Value, fieldPrefix); ok {
			l.unit, l.field = "field", strings.TrimSpace(field)
		} else {
			l.unit = readOneOf(c, s.Of, "part of a draft", units(), "of")
		}
	}
	if l.measure != "" && l.unit != "" && !slices.Contains(measuresOf(l.unit), l.measure) {
		c.Fail(c.at, "rule %s: %s of %s cannot be counted; of that, there are: %s", strict.Quoted(c.name),
			l.measure, article(l.unit), strings.Join(measuresOf(l.unit), ", "))
	}
	switch {
	case l.measure == "matches":
		l.expr = newCounter(readPattern(c, s.Pattern))
	case s.Pattern.Node != nil:
		c.Fail(s.Pattern.Node, "“pattern” is for “limit: matches”")
	}
	l.min, l.max = readAmount(c, l.measure, s.Min, math.Inf(-1)), readAmount(c, l.measure, s.Max, math.Inf(1))
	switch {
	case s.Min.Node == nil && s.Max.Node == nil:
		c.Fail(c.at, "rule %s has no limit; add “min”, “max” or both", strict.Quoted(c.name))
	case l.min > l.max:
		c.Fail(s.Min.Node, "the minimum %s is more than the maximum %s; change one of them", s.Min.Value, s.Max.Value)
	}
	l.custom = readMessage(c, c.common.Message, "count", "min", "max", "what")
	c.articles = l.unit == "article" || l.unit == "section" || l.unit == "introduction"
	c.summary = strings.TrimSpace(fmt.Sprintf("the %s of %s: %s", noun(l.measure), article(l.unit), l.bounds()))
	return l
}

// readOneOf returns a value that must be one of several.
func readOneOf(c *compiler, t strict.Text, what string, allowed []string, key string) string {
	switch {
	case t.Node == nil || t.Value == "":
		c.Fail(c.at, "rule %s: “%s” is empty. Allowed: %s", strict.Quoted(c.name), key, strings.Join(allowed, ", "))
	case !slices.Contains(allowed, t.Value):
		c.Fail(t.Node, "%s", strict.Unknown(what, t.Value, allowed))
	default:
		return t.Value
	}
	return ""
}

// readAmount reads a number of what is counted.
func readAmount(c *compiler, measure string, t strict.Text, usual float64) float64 {
	const most = 1e9
	n := readNumber(c, t, usual)
	switch {
	case t.Node == nil || n == usual || measure == "reading-ease":
	case n < 0 || n > most:
		c.Fail(t.Node, "%s is no limit; write a number from 0 to 1000000000", t.Value)
	case n != math.Trunc(n) && measure != "minutes" && measure != "px":
		c.Fail(t.Node, "%s is no limit for %s; write a whole number", t.Value, measure)
	}
	return n
}

// readNumber reads a number; usual is the one if there is none.
func readNumber(c *compiler, t strict.Text, usual float64) float64 {
	if t.Node == nil {
		return usual
	}
	n, err := strconv.ParseFloat(t.Value, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		c.Fail(t.Node, "%s is no number", strict.Quoted(t.Value))
		return usual
	}
	return n
}

// limit is the checker of “limit”.
type limit struct {
	where         *where
	measure, unit string
	field         string // the name, if the unit is a field
	min, max      float64
	expr          *counter // of matches
	custom        *message
}

// check implements checker.
func (l *limit) check(p *lint.Pass) {
	if !l.where.holds(p.Doc) {
		return
	}
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
		return l.custom.fill(func(name string) string {
			switch name {
			case "count":
				return number(n)
			case "min":
				return number(l.min)
			case "max":
				return number(l.max)
			}
			return at.name
		})
	}
	verb, unit := "has", " "+strings.ReplaceAll(l.measure, "-", " ")
	if n == 1 && l.measure != "px" {
		unit = strings.TrimSuffix(unit, "s")
	}
	switch l.measure {
	case "reading-ease":
		verb, unit = "has a reading ease of", ""
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
		return fmt.Sprintf("%s %s %s%s; the house asks for at least %s", at.name, verb, number(n), unit, number(l.min))
	}
	return fmt.Sprintf("%s %s %s%s; the house allows %s at most", at.name, verb, number(n), unit, number(l.max))
}

// bounds returns the limits for a summary.
func (l *limit) bounds() string {
	switch {
	case math.IsInf(l.min, -1):
		return "at most " + number(l.max)
	case math.IsInf(l.max, 1):
		return "at least " + number(l.min)
	}
	return number(l.min) + " to " + number(l.max)
}

func number(n float64) string {
	if n == math.Trunc(n) {
		return strconv.FormatFloat(n, 'f', 0, 64)
	}
	return strconv.FormatFloat(n, 'f', 1, 64)
}

// noun returns what is measured, for “the … of the article”.
func noun(measure string) string {
	switch measure {
	case "px":
		return "width"
	case "reading-ease":
		return "reading ease"
	}
	return "number of " + measure
}

// article returns a part of a draft with its article.
func article(unit string) string {
	if strings.ContainsAny(unit[:min(1, len(unit))], "aeio") {
		return "an " + unit
	}
	return "a " + unit
}
