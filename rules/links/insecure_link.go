package links

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

//go:embed insecure_link.txtar
var insecureLinkDocs string

// InsecureLink flags links without encryption (http://).
var InsecureLink = &lint.Rule{
	Name:     "insecure-link",
	Family:   lint.LinksFamily,
	Summary:  "links use http:// instead of https://",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "RFC 9325, Recommendations for secure use of TLS; browsers warn of pages without it",
		URL:    "https://www.rfc-editor.org/rfc/rfc9325",
	},
	Structure: true,
	Lifetime:  lint.UntilOld,
	Docs:      insecureLinkDocs,
	New:       func() lint.Checker { return &insecureLink{} },
}

type insecureLink struct{}

// Check reports all such links as one finding: old articles have many, and they are
// corrected together. Links to hosts that may not answer to https:// are left alone.
func (insecureLink) Check(p *lint.Pass) {
	if before(p, oldest) {
		return
	}
	var places []lint.Span // spans of targets
	list, asked := href.Of(p.Doc), 0
	for i := range list {
		if l := &p.Doc.Links[i]; len(list[i].Scheme) == len("http") && insecure(p.Doc, l, &list[i]) {
			known := answers(p.Site, &list[i])
			if !known && asked < mostAsked {
				asked++
				known = isLinkedSecurely(list, &list[i])
			}
			if known {
				places = append(places, l.Target.All())
			}
		}
	}
	if len(places) == 0 {
		return
	}
	slices.SortFunc(places, func(a, b lint.Span) int { return a.Start - b.Start })
	places = slices.Compact(places) // several links may share one definition
	f := lint.Finding{Span: places[0]}
	var edits []lint.Edit
	for i, span := range places {
		if i < mostEdits {
			edits = append(edits, lint.Edit{Span: lint.Span{Start: span.Start, End: span.Start + len("http")}, New: "https"})
		}
		if i > 0 {
			f.Related = append(f.Related, lint.Related{Span: span, Message: "another one"})
		}
	}
	a, _ := href.Parse(p.Doc.Source.Slice(places[0]))
	if len(places) == 1 {
		f.Message = fmt.Sprintf("Link to %s uses http://; use https://, which the site supports", lint.Shorten(a.Host, 40))
		f.Fixes = []lint.Fix{{Title: "Use https://", Markup: true, Edits: edits}}
	} else {
		f.Message = fmt.Sprintf("%d links use http://, the first to %s; use https://, which the sites support", len(places), lint.Shorten(a.Host, 24))
		f.Fixes = []lint.Fix{{Title: title(len(edits), len(places)), Markup: true, Edits: edits}}
	}
	p.Report(f)
}

// oldest is how many years ago an article may have been published. Most of the sites that
// older ones link to by http:// are gone; of such findings editors called 2 of 10 worth the
// time, and of those in younger articles 14 of 17.
const oldest = 13

// mostAsked is how many links are compared with the other links of a draft.
const mostAsked = 100

// before reports whether an article was published more than some years ago.
func before(p *lint.Pass, years int) bool {
	day := p.Doc.Date()
	return day != "" && !p.Now.IsZero() && day < p.Now.AddDate(-years, 0, 0).Format(time.DateOnly)
}

// mostEdits is how many links one fix changes. Fixing runs in rounds, and a report need
// not list a hundred thousand edits.
const mostEdits = 1000

func title(mended, all int) string {
	if mended < all {
		return fmt.Sprintf("Use https:// in the first %d", mended)
	}
	return fmt.Sprintf("Use https:// in all %d", all)
}

// insecure reports whether a link to http:// is the author's, leads to a public host, and
// has its scheme written in the draft.
func insecure(d *lint.Document, l *lint.Link, a *href.URL) bool {
	if isLocal(a) || isExample(a) || a.Under("onion") || !strings.Contains(a.Host, ".") || numeric(a.Host) || quoted(d, l) || made(d, l.Span) || isReaders(l, a) || isGone(d, l) {
		return false
	}
	if address := l.Target.String(); strings.Contains(address, "=http:") || strings.Contains(address, "=http%3A") {
		return false // a page that loads another one by http:// cannot do so from https://
	}
	begins := l.Target.All()
	begins.End = min(begins.End, begins.Start+len("http://"))
	return l.Target.Placed() && strings.EqualFold(d.Source.Slice(begins), "http://")
}

// Editors called 40 of 44 findings worth the time where all hosts answer to https://, and two of
// three of the others: nobody knows whether the fix breaks a link to a small or retired site.

// answers reports whether the host of an address is known to answer to https://: it is widely
// known, or the site's own.
func answers(s *lint.Site, a *href.URL) bool {
	return a.AnswersSecurely() || s != nil && slices.ContainsFunc(s.Hosts, func(own string) bool {
		return strings.EqualFold(href.BareHost(a.Host), href.BareHost(own)) // not its subdomains, which other servers may answer for
	})
}

// isLinkedSecurely reports whether another link of the draft leads to the host of an address by
// https://.
func isLinkedSecurely(links []href.URL, a *href.URL) bool {
	const most = 1000 // links
	bare := href.BareHost(a.Host)
	for i := range links[:min(len(links), most)] {
		if o := &links[i]; len(o.Scheme) == len("https") && strings.EqualFold(href.BareHost(o.Host), bare) {
			return true
		}
	}
	return false
}
