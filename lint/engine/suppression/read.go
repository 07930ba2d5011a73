// Package suppression reads how a draft suppresses findings: in comments, in metadata, and in
// comments for other linters (see package counterpart).
//
// [Read] is the entry point. It says where each suppression applies and what is wrong with it,
// and knows nothing of findings; the engine matches them and reports those that matched nothing.
//
// The trade-off: a comment is about the next block as the parser sees it, so a writer cannot
// suppress a single line of a paragraph, as in linters that work by lines.
package suppression

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Suppression suppresses one rule in one span.
type Suppression struct {
	Rule   string
	Span   lint.Span // where it applies
	From   lint.Span // the name of the rule in the comment, for findings about it
	Reason string
	Linter string // the other linter whose comment this is; "" for comments of this program
}

// Covers reports whether a finding of the rule at a span begins where the suppression applies.
func (s *Suppression) Covers(at lint.Span) bool {
	return s.Span.Start <= at.Start && (at.Start < s.Span.End || at.Start == s.Span.Start)
}

// Problem is something wrong with a suppression.
type Problem struct {
	Span    lint.Span
	Message string
}

// Rules is what is allowed in suppressions.
type Rules struct {
	Known  func(name string) (nearest string, ok bool) // whether there is such a rule, and the nearest name
	Fixed  func(name string) bool                      // whether a draft cannot suppress a rule
	Strict bool                                        // every suppression must have a reason
}

// reader collects the suppressions of a document.
type reader struct {
	doc      *lint.Document
	rules    Rules
	all      []Suppression
	open     map[string]int // rule -> index into all of its open range
	problems []Problem
}

// comment is a comment that may be a suppression.
type comment struct {
	text lint.Text
	span lint.Span
}

// Read returns the suppressions of a document, those for other linters last, and the problems
// with them.
func Read(doc *lint.Document, rules Rules) ([]Suppression, []Problem) {
	r := &reader{doc: doc, rules: rules}
	r.frontMatter()
	for _, c := range comments(r.doc, directivePrefix[:1], func(text string) bool { return strings.Contains(text, directivePrefix) }) {
		if d, ok := parseDirective(c.text.String()); ok {
			r.directive(c, d)
		}
	}
	return append(r.all, forOthers(doc)...), r.problems
}

// comments returns the HTML and template comments that begin with one of some letters and are what
// is looked for, in order.
func comments(d *lint.Document, letters string, is func(text string) bool) (all []comment) {
	for _, c := range d.Comments {
		if is(c.Text.String()) {
			all = append(all, comment{c.Text, c.Span})
		}
	}
	for _, span := range d.Templates {
		span = d.Source.Clip(span)
		inner := bytes.TrimLeft(d.Source.Bytes[span.Start:span.End], "{%#/*- \t\r\n")
		start := span.End - len(inner)
		inner = bytes.TrimRight(inner, "}%#/*- \t\r\n")
		if len(inner) == 0 || strings.IndexByte(letters, inner[0]) < 0 {
			continue
		}
		if text := string(inner); is(text) {
			all = append(all, comment{lint.Verbatim(text, start), span})
		}
	}
	slices.SortStableFunc(all, func(a, b comment) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return all
}

func (r *reader) directive(c comment, d directive) {
	verb := c.text.Span(d.verb.start-len(directivePrefix), d.verb.end)
	if !slices.Contains([]string{ignoreBlock, ignoreFile, disableRange, enableRange}, d.verb.text) {
		r.complain(verb, "Unknown comment "+quote(directivePrefix+d.verb.text)+"; write copychief-ignore, -disable, -enable or -ignore-file")
		return
	}
	if len(d.names) == 0 {
		r.complain(verb, "Suppression names no rule; write copychief-"+d.verb.text+" RULE: reason")
		return
	}
	if d.reason == "" && d.verb.text != enableRange {
		r.unreasoned(verb, "copychief-"+d.verb.text+" "+d.names[0].text+": reason")
	}
	span := r.whole()
	if d.verb.text == ignoreBlock {
		span = r.block(c.span)
	}
	for _, n := range d.names {
		from := c.text.Span(n.start, n.end)
		switch d.verb.text {
		case ignoreBlock, ignoreFile:
			r.add(n.text, from, span, d.reason)
		case disableRange:
			r.disable(n.text, from, c.span.Start, d.reason)
		case enableRange:
			r.enable(n.text, from, c.span.Start)
		}
	}
}

func (r *reader) disable(name string, from lint.Span, at int, reason string) {
	if _, twice := r.open[name]; twice {
		r.complain(from, "Rule "+quote(name)+" is disabled already; remove this, or enable it before")
		return
	}
	if r.add(name, from, lint.Span{Start: at, End: r.whole().End}, reason) {
		if r.open == nil {
			r.open = map[string]int{}
		}
		r.open[name] = len(r.all) - 1
	}
}

func (r *reader) enable(name string, from lint.Span, at int) {
	i, ok := r.open[name]
	if !ok {
		r.complain(from, "Rule "+quote(name)+" is not disabled here; remove copychief-enable or correct the name")
		return
	}
	r.all[i].Span.End = at
	delete(r.open, name)
}

// add adds a suppression, unless no rule has that name or a draft cannot suppress it.
func (r *reader) add(name string, from, span lint.Span, reason string) bool {
	nearest, ok := r.rules.Known(name)
	if !ok {
		message := "Suppression of an unknown rule " + quote(name)
		if nearest != "" {
			message += "; did you mean " + quote(nearest) + "?"
		}
		r.complain(from, message)
		return false
	}
	if r.rules.Fixed(name) {
		r.complain(from, "Rule "+quote(name)+" cannot be suppressed in a draft; set it in .copychief.yml")
		return false
	}
	// Copied, because a substring would keep the whole text of the document alive.
	r.all = append(r.all, Suppression{Rule: strings.Clone(name), Span: span, From: from, Reason: strings.Clone(reason)})
	return true
}

func (r *reader) complain(span lint.Span, message string) {
	r.problems = append(r.problems, Problem{span, message})
}

// unreasoned reports a suppression without a reason if the configuration requires one. The
// suppression still applies, so that the writer gets one finding, not two.
func (r *reader) unreasoned(span lint.Span, write string) {
	if r.rules.Strict {
		r.complain(span, "Suppression gives no reason; write "+write)
	}
}

// whole returns a span that covers every finding, including one at the very end.
func (r *reader) whole() lint.Span { return lint.Span{End: len(r.doc.Source.Bytes) + 1} }

// quote puts a name from a draft in quotation marks, truncated.
func quote(name string) string {
	const most = 41
	return "“" + lint.Clip(most, name) + "”"
}
