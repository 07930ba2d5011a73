package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/href/tracking"
)

//go:embed tracking_link.txtar
var trackingLinkDocs string

// TrackingLink flags links with tracking parameters or redirects.
var TrackingLink = &lint.Rule{
	Name:     "tracking-link",
	Family:   lint.LinksFamily,
	Summary:  "a link carries tracking parameters, or takes a detour",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; W3C, Cool URIs don't change",
		URL:    "https://www.w3.org/Provider/Style/URI",
	},
	Structure: true,
	Habit:     lint.Habit{Does: "link to addresses that count visits"},
	Docs:      trackingLinkDocs,
	New:       func() lint.Checker { return &trackingLink{} },
}

type trackingLink struct {
	Allow []string `yaml:"allow" doc:"hosts whose addresses may carry such parameters, as a shop's own campaigns do"`
}

// Check looks for parameters first, since removing them is safe, then for redirects.
func (r *trackingLink) Check(p *lint.Pass) {
	var seen map[int]bool // offsets of targets: several links may share one definition
	list := href.Of(p.Doc)
	for i := range list {
		l, a := &p.Doc.Links[i], &list[i]
		if !a.Known() || quoted(p.Doc, l) {
			continue
		}
		f, ok := judge(l, a)
		if !ok || a.UnderAny(r.Allow) != "" || made(p.Doc, l.Span) {
			continue
		}
		span := targetSpan(l)
		if seen[span.Start] {
			continue
		}
		if seen == nil {
			seen = make(map[int]bool)
		}
		seen[span.Start] = true
		f.Span, f.Together = span, "%d links carry tracking or take a detour; link to the pages themselves"
		p.Report(f)
	}
}

// judge returns a finding about the address of a link; ok is false if nothing is wrong.
func judge(l *lint.Link, a *href.URL) (f lint.Finding, ok bool) {
	if edits, name := tracking.Parameters(l.Target, a); len(edits) > 0 {
		f.Message = fmt.Sprintf("Link to %s carries tracking (“%s”); drop it", lint.Shorten(a.Host, 40), lint.Shorten(name, 20))
		if l.Target.Placed() {
			f.Fixes = []lint.Fix{{Title: "Drop the tracking parameters", Safe: true, Markup: true, Edits: edits}}
		}
		return f, true
	}
	what, page := tracking.Detour(a)
	if what == "" || l.Bare && a.Under("t.co") {
		return f, false // written out in the text, for example in a quoted post
	}
	f.Message = fmt.Sprintf("Link goes to %s; link to the page itself", what)
	if strings.HasPrefix(what, "the shortener") || strings.HasPrefix(what, "a redirect") {
		f.Message = fmt.Sprintf("Link goes through %s; link to the page itself", what)
	}
	if page != "" && l.Target.Placed() {
		f.Fixes = []lint.Fix{{Title: "Link to " + lint.Shorten(page, 60), Markup: true, Edits: []lint.Edit{{Span: l.Target.All(), New: page}}}}
	}
	return f, true
}
