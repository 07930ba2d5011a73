package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

//go:embed single_source.txtar
var singleSourceDocs string

// SingleSource flags an article whose external links all lead to one site.
var SingleSource = &lint.Rule{
	Name:     "single-source",
	Family:   lint.LinksFamily,
	Summary:  "all links to other sites lead to one host",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters, The Essentials of Reuters sourcing: two or more sources are better than one",
	},
	Off:       true,
	Needs:     []lint.Need{lint.NeedsSite},
	Articles:  true,
	Structure: true,
	Docs:      singleSourceDocs,
	New:       func() lint.Checker { return &singleSource{Min: 3} },
}

type singleSource struct {
	Min int `yaml:"min" doc:"minimum number of links to other hosts; articles with fewer are left alone"`
}

// Check compares the hosts of the author's external links. If the site's own hosts are not
// configured, its own pages would look like a source.
func (r *singleSource) Check(p *lint.Pass) {
	host, count, first := "", 0, lint.None
	list := href.Of(p.Doc)
	for i := range list {
		l, a := &p.Doc.Links[i], &list[i]
		if l.Kind != lint.External || !a.Known() || quoted(p.Doc, l) {
			continue
		}
		bare := href.BareHost(a.Host)
		if host != "" && !strings.EqualFold(bare, host) || houses(bare) {
			return
		}
		if count++; count == 1 {
			host, first = bare, i
		}
	}
	if count < max(2, r.Min) {
		return
	}
	p.Report(lint.Finding{
		Span:    textSpan(&p.Doc.Links[first]),
		About:   p.Doc.Body(),
		Message: fmt.Sprintf("All %d links to other sites lead to %s; find a second source", count, lint.Shorten(host, 40)),
	})
}

// houses reports whether a host has pages by many authors, which are not a single source.
func houses(host string) bool {
	switch strings.ToLower(host) {
	case "github.com", "gitlab.com", "twitter.com", "x.com", "facebook.com", "instagram.com", "youtube.com", "youtu.be", "linkedin.com",
		"medium.com", "reddit.com", "docs.google.com", "drive.google.com", "web.archive.org", "archive.org", "doi.org", "arxiv.org",
		"flickr.com", "vimeo.com", "slideshare.net", "speakerdeck.com", "bsky.app", "t.co", "bit.ly", "goo.gl", "amazon.com", "gist.github.com":
		return true
	}
	return false
}
