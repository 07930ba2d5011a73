package engine

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// group is a rule about the site with one set of options, and the pages these apply to.
// Groups run concurrently.
type group struct {
	setting  *config.Setting
	pages    []*page
	findings []pageFinding
	skips    []string // why the rule was skipped
	failure  any      // the value of its panic
}

// pageFinding is a finding and its page.
type pageFinding struct {
	on *lint.Page
	lint.Finding
	located *Finding // if it is not in the head of the page
}

// groups returns the rules about the site, in the order in which they appear in the pages.
func groups(outcomes []*Outcome) (all []*group) {
	byInstance := map[int]*group{}
	for _, o := range outcomes {
		if o.page == nil {
			continue
		}
		for _, s := range o.page.settings {
			g := byInstance[s.Instance]
			if g == nil {
				g = &group{setting: s}
				byInstance[s.Instance] = g
				all = append(all, g)
			}
			g.pages = append(g.pages, o.page)
		}
	}
	byPath := func(a, b *page) int { return strings.Compare(a.Path, b.Path) }
	for _, g := range all {
		if !slices.IsSortedFunc(g.pages, byPath) {
			slices.SortStableFunc(g.pages, byPath)
		}
	}
	return all
}

// run runs the rule of the group on its pages and records its findings.
func (g *group) run(partial bool, byPage map[*lint.Page]*Outcome) {
	if g.reported(byPage) == nil {
		return
	}
	defer func() { g.failure = recover() }()
	pages := make([]*lint.Page, len(g.pages))
	for i, p := range g.pages {
		pages[i] = p.Page
	}
	pass := lint.NewSitePass(pages, partial,
		func(on *lint.Page, f lint.Finding) { g.add(byPage[on], on, f) },
		func(reason string) { g.skips = append(g.skips, reason) })
	pass.Place = func(on *lint.Page, from, to int) lint.Span {
		if byPage[on].context {
			return lint.Span{} // nothing is reported on context
		}
		return byPage[on].page.place(from, to)
	}
	pass.Reread = func(on *lint.Page) []uint32 { return byPage[on].page.keys() }
	pass.Context = func(page *lint.Page) bool { return byPage[page].context }
	g.setting.Site.CheckSite(pass)
}

// add records a finding. One further down in its draft is located at once, while the draft, which
// the rule had read again to find the place, is in memory.
func (g *group) add(o *Outcome, on *lint.Page, f lint.Finding) {
	found := pageFinding{on: on, Finding: f}
	if o.context {
		return
	}
	if src := o.page.source(f.Span); src != o.page.head {
		out := newFinding(o.page.setting(g.setting.Rule.Name), on.Path, f)
		out.Finding.Related = nil
		locate(&out, src, o.page.meta)
		found.located = &out
	}
	g.findings = append(g.findings, found)
}

// addFindings adds the findings of the rule to the outcomes of the drafts. Findings on one
// line share its text, even those of different rules.
func (g *group) addFindings(byPage map[*lint.Page]*Outcome, byPath map[string]*page, lines map[*lint.Source]*excerpts) {
	name := g.setting.Rule.Name
	for _, found := range g.findings {
		o := byPage[found.on]
		if o.context {
			continue
		}
		o.traits.fired(g.setting.Rule)
		related := found.Related
		for _, r := range related { // one finding is about all of them
			if other := byPath[r.Path]; other != nil {
				byPage[other.Page].traits.fired(g.setting.Rule)
			}
		}
		var out Finding
		if found.located != nil {
			out = *found.located
		} else {
			out = newFinding(o.page.setting(name), found.on.Path, found.Finding)
			out.Finding.Related = nil
			src := o.page.head
			if lines[src] == nil {
				lines[src] = &excerpts{src: src, meta: o.page.meta}
			}
			lines[src].locate(&out)
		}
		out.Related = relatedOf(limitRelated(related, &out.Unlisted), o.page, byPath)
		o.Findings = append(o.Findings, out)
	}
	for _, reason := range g.skips {
		g.skip(Skip{name, fold(reason), g.setting.Asked}, byPage)
	}
	if g.failure != nil {
		first := g.reported(byPage)
		f := internalError(first.path, name, oneLine(g.failure))
		locate(&f, first.page.head, first.page.meta)
		first.Findings, first.failed = append(first.Findings, f), true
	}
}

// skip adds a skip to the outcomes of the drafts. Drafts that had the same list share the longer one.
func (g *group) skip(added Skip, byPage map[*lint.Page]*Outcome) {
	longer := map[*Skip][]Skip{} // by the first element of the list before
	for _, p := range g.pages {
		o := byPage[p.Page]
		if o.context {
			continue
		}
		var list *Skip
		if len(o.Skips) > 0 {
			list = &o.Skips[0]
		}
		if shared := longer[list]; len(shared) != len(o.Skips)+1 {
			longer[list] = slices.Clip(append(slices.Clip(o.Skips), added))
		}
		o.Skips = longer[list]
	}
}

// reported returns the first outcome of the group that is not just context, or nil.
func (g *group) reported(byPage map[*lint.Page]*Outcome) *Outcome {
	for _, p := range g.pages {
		if o := byPage[p.Page]; !o.context {
			return o
		}
	}
	return nil
}

// relatedOf returns related places with their positions. Places in drafts that are not
// part of the run have none.
func relatedOf(places []lint.Related, own *page, byPath map[string]*page) []Related {
	if len(places) == 0 {
		return nil
	}
	out := make([]Related, 0, len(places))
	for _, r := range places {
		p := own
		if r.Path != "" {
			p = byPath[r.Path]
		}
		to := Related{Path: r.Path, Span: r.Span, Message: fold(r.Message)}
		if p != nil {
			src := p.source(r.Span)
			to.Path, to.Span = p.Path, src.Clip(r.Span)
			to.From, to.To = src.Position(to.Span.Start), src.Position(to.Span.End)
			to.Place = src.Place(to.Span.Start)
		}
		out = append(out, to)
	}
	return out
}
