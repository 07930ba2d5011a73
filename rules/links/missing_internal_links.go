package links

import (
	"bytes"
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed missing_internal_links.txtar
var missingInternalLinksDocs string

// MissingInternalLinks flags an article without links to other pages of its site.
var MissingInternalLinks = &lint.Rule{
	Name:     "missing-internal-links",
	Family:   lint.LinksFamily,
	Summary:  "a longer article links to nothing on its own site",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; Google asks that every page be linked from at least one other page",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
	},
	Off:       true,
	Articles:  true,
	Absence:   "link to other pages of the site",
	Structure: true,
	Docs:      missingInternalLinksDocs,
	New:       func() lint.Checker { return &missingInternalLinks{Words: 300} },
}

type missingInternalLinks struct {
	Words int `yaml:"words" doc:"an article of no more words needs none"`
}

// Check counts the links that stay on the site. If the site's hosts are not configured,
// any link with a host may be internal, and the rule does not apply. In plain text only
// addresses are links.
func (r *missingInternalLinks) Check(p *lint.Pass) {
	external, internal := tally(p.Doc)
	m := metrics.Of(p.Doc)
	if m.Words <= m.Unit.Of(r.Words) {
		return
	}
	if internal > 0 || linksByName(p.Doc) {
		p.Present()
		return
	}
	if !p.Doc.Can(lint.LinksWords) {
		p.Skip("plain text holds no links of its own")
		return
	}
	if external > 0 && (p.Site == nil || len(p.Site.Hosts) == 0) {
		p.Skip(string(lint.NeedsSite))
		return
	}
	p.Report(lint.Finding{
		Span:    p.Doc.Top(),
		About:   p.Doc.Body(),
		Message: fmt.Sprintf("%d %s and no link to another page of this site; link to what belongs to it", m.Words, m.Unit.Name),
	})
}

// linksByName reports whether a draft links to pages of the site without an address: by
// the name of a note, a template tag or a component.
func linksByName(d *lint.Document) bool {
	for i := range d.Links {
		if l := &d.Links[i]; l.Kind == lint.Other && filled(d, l) {
			return true
		}
	}
	for from := d.Body().Start; ; {
		i := bytes.Index(d.Source.Bytes[from:], []byte("[["))
		if i < 0 {
			break
		}
		from += i + len("[[")
		if end := bytes.IndexAny(d.Source.Bytes[from:], "]\n"); end > 0 && d.Source.Bytes[from+end] == ']' {
			return true
		}
	}
	for _, component := range [...]string{"<Link ", "<RouterLink ", "<NuxtLink ", "<router-link ", "<nuxt-link "} {
		if bytes.Contains(d.Source.Bytes, []byte(component)) {
			return true
		}
	}
	return false
}
