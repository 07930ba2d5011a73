package house

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
)

// requireSpec is a rule about what a draft must have.
type requireSpec struct {
	common
	Require *subjectSchema `yaml:"require" doc:"what must be there"`
	Where   *whereSchema   `yaml:"where" doc:"only in drafts of which this is true"`
}

func (s *requireSpec) compile(c *compiler) checker {
	r := &require{where: newWhere(c, s.Where)}
	if s.Require == nil {
		s.Require = &subjectSchema{}
	}
	if r.demand = newDemand(c, s.Require, "require"); r.demand == nil {
		return r
	}
	r.custom = readMessage(c, c.common.Message, "found", "what")
	c.articles = true
	c.summary = "every draft needs the " + r.what()
	return r
}

// require is the checker of “require”.
type require struct {
	*demand
	where  *where
	custom *message
}

// check implements checker.
func (r *require) check(p *lint.Pass) {
	if !r.where.holds(p.Doc) {
		return
	}
	switch r.kind {
	case "headings":
		r.checkOrder(p)
		return
	case "field":
		if fieldOf(p.Doc, r.field.name) != nil && len(r.places(p.Doc)) > 0 {
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

// checkOrder reports headings that are missing or stand before one that they must follow.
func (r *require) checkOrder(p *lint.Pass) {
	last, after := -1, ""
	for _, text := range r.headings {
		found := headingsOf(p.Doc, text, 0)
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
func filled(m *message, found, what, usual string) string {
	if m == nil {
		return usual
	}
	return m.fill(func(name string) string {
		if name == "found" {
			return lint.Clip(60, strings.Join(strings.Fields(found), " "))
		}
		return what
	})
}

// forbidSpec is a rule about what a draft must not have.
type forbidSpec struct {
	common
	Forbid *subjectSchema `yaml:"forbid" doc:"what must not be there"`
	Where  *whereSchema   `yaml:"where" doc:"only in drafts of which this is true"`
}

func (s *forbidSpec) compile(c *compiler) checker {
	r := &forbid{where: newWhere(c, s.Where)}
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
		c.Fail(c.at, "rule %s: a field is forbidden as such, or with “values”, “pattern”, “min” or “max”", strict.Quoted(c.name))
	}
	r.custom = readMessage(c, c.common.Message, "found", "what")
	c.summary = "no draft may have the " + r.what()
	return r
}

// forbid is the checker of “forbid”.
type forbid struct {
	*demand
	where  *where
	custom *message
}

// check implements checker.
func (r *forbid) check(p *lint.Pass) {
	if !r.where.holds(p.Doc) {
		return
	}
	if r.kind == "field" && r.field.tests() {
		for _, v := range valuesOf(p.Doc, r.field.name) {
			if !v.Blank() && r.field.fits(v.Plain()) {
				r.report(p, v.All(), v.Plain(), "“"+lint.Clip(40, v.Plain())+"” is not allowed in the field “"+r.field.name+"”; change it")
			}
		}
		return
	}
	for _, at := range r.places(p.Doc) {
		r.report(p, at, p.Doc.Source.Slice(at), "The house allows no "+r.what()+"; take it out")
	}
}

func (r *forbid) report(p *lint.Pass, at lint.Span, found, usual string) {
	p.Report(lint.Finding{Span: at, Message: filled(r.custom, found, r.what(), usual)})
}
