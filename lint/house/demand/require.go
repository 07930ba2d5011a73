// Package demand is the kinds of house rules that require or forbid something: a metadata
// field with certain values, a heading or an order of headings, a link, an image, a phrase, a
// text at the beginning or end.
//
// Both kinds find the thing in the same way. One reports that it is missing, at the top of the
// draft, and the other every place where it is.
//
// The trade-off: one rule is about one thing, so that its message can name it.
package demand

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
)

// Require is a rule about what a draft must have.
type Require struct {
	declaration.Common
	Require *subjectSchema `yaml:"require" as:"require: {field: author}" doc:"what must be there"`
}

// Compile implements [declaration.Spec].
func (s *Require) Compile(c *declaration.Compiler) lint.Checker {
	r := &require{}
	if s.Require == nil {
		s.Require = &subjectSchema{}
	}
	if r.demand = newDemand(c, s.Require, "require"); r.demand == nil {
		return r
	}
	r.custom = c.Message("found", "what")
	c.Articles = true
	if c.Summary = "every draft needs the " + r.what(); s.Where != nil {
		c.Summary = "some drafts need the " + r.what()
	}
	return r
}

// require is the checker of “require”.
type require struct {
	*demand
	custom *finding.Template
}

// Check implements [lint.Checker].
func (r *require) Check(p *lint.Pass) {
	switch r.kind {
	case "headings":
		r.checkOrder(p)
		return
	case "field":
		if passage.FieldOf(p.Doc, r.field.name) != nil && len(r.places(p.Doc)) > 0 {
			for _, bad := range r.field.problems(p) {
				r.report(p, bad.span, lint.Span{}, bad.found, bad.message)
			}
			return
		}
		if r.field.optional {
			return
		}
		r.report(p, p.Doc.Top(), p.Doc.Head(), "", "The field “"+r.field.name+"” is missing or empty; the house requires it")
		return
	}
	if len(r.places(p.Doc)) == 0 {
		r.report(p, p.Doc.Top(), p.Doc.Body(), "", "There is no "+r.what()+"; the house requires it")
	}
}

// checkOrder reports headings that are missing or come before one that they must follow.
func (r *require) checkOrder(p *lint.Pass) {
	last, after := -1, ""
	for _, text := range r.headings {
		found := headingsOf(p.Doc, 0, text)
		switch {
		case len(found) == 0:
			r.report(p, p.Doc.Top(), p.Doc.Body(), text, "There is no heading “"+text+"”; the house requires it")
		case found[0].Span.Start < last:
			r.report(p, found[0].Text.All(), lint.Span{}, text, fmt.Sprintf("The heading “%s” comes before “%s”; move it below", text, after))
		default:
			last, after = found[0].Span.Start, text
		}
	}
}

func (r *require) report(p *lint.Pass, at, about lint.Span, found, usual string) {
	p.Report(lint.Finding{Span: at, About: about, Message: filled(r.custom, found, r.what(), usual)})
}

// filled returns the message of a rule, or the usual one.
func filled(m *finding.Template, found, what, usual string) string {
	if m == nil {
		return usual
	}
	return m.Fill(func(name string) string {
		if name == "found" {
			return lint.Clip(60, strings.Join(strings.Fields(found), " "))
		}
		return what
	})
}

// Forbid is a rule about what a draft must not have.
type Forbid struct {
	declaration.Common
	Forbid *subjectSchema `yaml:"forbid" as:"forbid: {link: example.org}" without:"headings,type,optional" doc:"what must not be there"`
}

// Compile implements [declaration.Spec].
func (s *Forbid) Compile(c *declaration.Compiler) lint.Checker {
	r := &forbid{}
	if s.Forbid == nil {
		s.Forbid = &subjectSchema{}
	}
	if len(s.Forbid.Headings) > 0 {
		c.Fail(s.Forbid.Headings[0].Node, "an order of headings cannot be forbidden; name one with “heading”")
		return r
	}
	if r.demand = newDemand(c, s.Forbid, "forbid"); r.demand == nil {
		return r
	}
	if f := r.field; f != nil && (f.kind != "" || f.optional) {
		c.Fail(c.At, "rule %s: a field is forbidden as such, or with “values”, “pattern”, “min” or “max”", strict.Quoted(c.Name))
	}
	r.custom = c.Message("found", "what")
	c.Summary = "no draft may have the " + r.what()
	return r
}

// forbid is the checker of “forbid”.
type forbid struct {
	*demand
	custom *finding.Template
}

// Check implements [lint.Checker].
func (r *forbid) Check(p *lint.Pass) {
	if r.kind == "field" && r.field.tests() {
		for _, v := range passage.ValuesOf(p.Doc, r.field.name) {
			if !v.Blank() && r.field.fits(v.Plain()) {
				r.report(p, v.All(), v.Plain(), "“"+lint.Clip(40, v.Plain())+"” is not allowed in the field “"+r.field.name+"”; change it")
			}
		}
		return
	}
	if r.kind == "link" {
		for _, k := range r.link.In(p.Doc) {
			r.report(p, k.Span, k.Target.String(), "The house allows no link to "+r.link.To(p.Doc, k)+"; delete it")
		}
		return
	}
	for _, at := range r.places(p.Doc) {
		r.report(p, at, p.Doc.Source.Slice(at), "The house allows no "+r.what()+"; delete it")
	}
}

func (r *forbid) report(p *lint.Pass, at lint.Span, found, usual string) {
	p.Report(lint.Finding{Span: at, Message: filled(r.custom, found, r.what(), usual)})
}
