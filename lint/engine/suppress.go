package engine

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// suppression suppresses one rule in one span.
type suppression struct {
	rule   string
	span   lint.Span // where it applies
	from   lint.Span // the name of the rule in the comment, for findings about it
	reason string
	used   bool
	unused *Finding // the finding to report if nothing matches, or nil
	site   bool     // the rule is about the site
	linter string   // the other linter whose comment this is; "" for comments of this program
}

// covers reports whether a finding begins where the suppression applies.
func (s *suppression) covers(f *Finding) bool {
	return s.rule == f.Rule && s.span.Start <= f.Span.Start && (f.Span.Start < s.span.End || f.Span.Start == s.span.Start)
}

// suppressions are the suppressions of one draft.
type suppressions []suppression

// apply marks suppressed findings. Every suppression that covers a finding counts as used;
// the reason is that of the last one, which is the nearest.
func (all suppressions) apply(findings []Finding) {
	if len(all) == 0 || len(findings) == 0 {
		return
	}
	byRule := make(map[string][]int) // a draft may have thousands of suppressions and findings
	for k := range all {
		byRule[all[k].rule] = append(byRule[all[k].rule], k)
	}
	for i := range findings {
		f := &findings[i]
		for _, k := range byRule[f.Rule] {
			s := &all[k]
			if !s.covers(f) || s.linter != "" && (f.Status != Active || f.Asked) {
				continue
			}
			s.used = true
			f.Status, f.Linter = Suppressed, s.linter
			f.Reason = cmp.Or(s.reason, f.Reason)
		}
	}
}

// problem is something wrong with a suppression.
type problem struct {
	span    lint.Span
	message string
}

// reader collects the suppressions of a document.
type reader struct {
	doc      *lint.Document
	known    func(name string) (nearest string, ok bool)
	strict   bool // every suppression must have a reason
	all      suppressions
	open     map[string]int // rule -> index into all of its open range
	problems []problem
}

// comment is a comment that may be a suppression.
type comment struct {
	text lint.Text
	span lint.Span
}

// readSuppressions returns the suppressions of a document and the problems with them.
func readSuppressions(doc *lint.Document, known func(string) (string, bool), strict bool) (suppressions, []problem) {
	r := &reader{doc: doc, known: known, strict: strict}
	r.frontMatter()
	for _, c := range comments(r.doc, directivePrefix[:1], func(text string) bool { return strings.Contains(text, directivePrefix) }) {
		if d, ok := parseDirective(c.text.String()); ok {
			r.directive(c, d)
		}
	}
	return r.all, r.problems
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
		r.complain(verb, "Unknown comment "+quoteName(directivePrefix+d.verb.text)+"; write copychief-ignore, -disable, -enable or -ignore-file")
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
		r.complain(from, "Rule "+quoteName(name)+" is disabled already; remove this, or enable it before")
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
		r.complain(from, "Rule "+quoteName(name)+" is not disabled here; remove copychief-enable or correct the name")
		return
	}
	r.all[i].span.End = at
	delete(r.open, name)
}

// add adds a suppression, unless no rule has that name or it is one of the engine's own,
// which are not about the draft.
func (r *reader) add(name string, from, span lint.Span, reason string) bool {
	nearest, ok := r.known(name)
	if !ok {
		message := "Suppression of an unknown rule " + quoteName(name)
		if nearest != "" {
			message += "; did you mean " + quoteName(nearest) + "?"
		}
		r.complain(from, message)
		return false
	}
	if slices.ContainsFunc(Rules(), func(own *lint.Rule) bool { return own.Name == name }) {
		r.complain(from, "Rule "+quoteName(name)+" cannot be suppressed in a draft; set it in .copychief.yml")
		return false
	}
	// Copied, because a substring would keep the whole text of the document alive.
	r.all = append(r.all, suppression{rule: strings.Clone(name), span: span, from: from, reason: strings.Clone(reason)})
	return true
}

func (r *reader) complain(span lint.Span, message string) {
	r.problems = append(r.problems, problem{span, message})
}

// unreasoned reports a suppression without a reason if the configuration requires one. The
// suppression still applies, so that the writer gets one finding, not two.
func (r *reader) unreasoned(span lint.Span, write string) {
	if r.strict {
		r.complain(span, "Suppression gives no reason; write "+fold(write))
	}
}

// whole returns a span that covers every finding, including one at the very end.
func (r *reader) whole() lint.Span { return lint.Span{End: len(r.doc.Source.Bytes) + 1} }
