package driver

import (
	"context"
	"fmt"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// site runs the rules about the whole site over the pages and adds what they find
// to the outcomes of their drafts.
func (c *checking) site(ctx context.Context, outcomes []outcome) {
	byPage := map[*lint.Page]*outcome{}
	byPath := map[string]*page{}
	for i := range outcomes {
		if p := outcomes[i].page; p != nil {
			byPage[p.Page] = &outcomes[i]
			byPath[p.Path] = p
		}
	}
	all := groups(outcomes)
	if each(ctx, &Request{Jobs: c.request.Jobs}, len(all), func(i int) { all[i].look(c.found.partial, byPage) }) != nil {
		return
	}
	lines := map[*lint.Source]*excerpts{}
	for _, g := range all {
		g.hand(byPage, byPath, lines)
	}
	for i := range outcomes {
		o := &outcomes[i]
		o.suppressed.apply(o.findings)
		for k := range o.suppressed {
			s := &o.suppressed[k]
			if s.used || s.unused == nil || o.skips(s.rule) || s.site && c.found.partial {
				continue // in a part of a site nobody can tell what a suppression is for
			}
			o.findings = append(o.findings, *s.unused)
		}
		inOrder(o.findings)
	}
}

// skips reports whether a rule did not look at the draft.
func (o *outcome) skips(rule string) bool {
	return slices.ContainsFunc(o.skipped, func(s skip) bool { return s.rule == rule })
}

// look runs the rule of the group over its pages and notes what it says. Groups look
// side by side.
func (g *group) look(partial bool, byPage map[*lint.Page]*outcome) {
	if g.reported(byPage) == nil {
		return
	}
	defer func() { g.failure = recover() }()
	pages := make([]*lint.Page, len(g.pages))
	for i, p := range g.pages {
		pages[i] = p.Page
	}
	pass := lint.NewSitePass(pages, partial,
		func(on *lint.Page, f lint.Finding) { g.findings = append(g.findings, onPage{on, f}) },
		func(reason string) { g.skips = append(g.skips, reason) })
	pass.Place = func(on *lint.Page, from, to int) lint.Span {
		if byPage[on].context {
			return lint.Span{} // nobody is going to see it
		}
		return byPage[on].page.place(from, to)
	}
	g.setting.Site.CheckSite(pass)
}

// hand gives what the rule has said to the outcomes of the drafts. Findings on one line
// share its text, whichever rule they are from.
func (g *group) hand(byPage map[*lint.Page]*outcome, byPath map[string]*page, lines map[*lint.Source]*excerpts) {
	name := g.setting.Rule.Name
	for _, found := range g.findings {
		o := byPage[found.on]
		if o.context {
			continue
		}
		out := placed(o.page.setting(name), found.on.Path, found.Finding)
		src := o.page.source(found.Span)
		if lines[src] == nil {
			lines[src] = &excerpts{src: src, meta: o.page.meta}
		}
		out.Span = src.Clip(out.Span)
		lines[src].locate(&out)
		out.Related = relatedOf(listed(found.Related, &out.Unlisted), o.page, byPath)
		o.findings = append(o.findings, out)
	}
	for _, reason := range g.skips {
		for _, p := range g.pages {
			if o := byPage[p.Page]; !o.context {
				o.skipped = append(o.skipped, skip{name, oneLine(reason)})
			}
		}
	}
	if g.failure != nil {
		first, what := g.reported(byPage), oneLine(fmt.Sprint(g.failure))
		f := internalError(first.page.Path, name, what)
		locate(&f, first.page.head, first.page.meta)
		first.findings = append(first.findings, f)
		first.missed = append(first.missed, NotChecked{f.Path, "rule " + name + " failed: " + what})
	}
}

// reported returns the first outcome of the group that findings can be reported on,
// or nil.
func (g *group) reported(byPage map[*lint.Page]*outcome) *outcome {
	for _, p := range g.pages {
		if o := byPage[p.Page]; !o.context {
			return o
		}
	}
	return nil
}

// setting returns what holds for a rule on the page.
func (p *page) setting(rule string) *config.Setting {
	for _, s := range p.settings {
		if s.Rule.Name == rule {
			return s
		}
	}
	return p.settings[0]
}

// relatedOf gives other places their positions. One in a draft that is not in the
// run has none.
func relatedOf(places []lint.Related, own *page, byPath map[string]*page) (out []Related) {
	for _, r := range places {
		p := own
		if r.Path != "" {
			p = byPath[r.Path]
		}
		to := Related{Path: r.Path, Span: r.Span, Message: oneLine(r.Message)}
		if p != nil {
			src := p.source(r.Span)
			to.Path, to.Span = p.Path, src.Clip(r.Span)
			to.From, to.To = src.Position(to.Span.Start), src.Position(to.Span.End)
		}
		out = append(out, to)
	}
	return out
}
