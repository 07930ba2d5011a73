package links

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed placeholder_link.txtar
var placeholderLinkDocs string

// PlaceholderLink flags a link to a placeholder or to a host that readers cannot reach.
var PlaceholderLink = &lint.Rule{
	Name:     "placeholder-link",
	Family:   lint.LinksFamily,
	Summary:  "a link leads to a placeholder, a local or a staging address",
	Severity: lint.Error,
	Anywhere: true,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "RFC 6761, Special-use domain names (localhost, test, invalid, example); house convention for the rest",
		URL:    "https://www.rfc-editor.org/rfc/rfc6761",
	},
	Structure: true,
	Docs:      placeholderLinkDocs,
	New:       func() lint.Checker { return &placeholderLink{} },
}

type placeholderLink struct {
	Hosts []string `yaml:"hosts" doc:"more hosts that no reader should be sent to, such as a preview's; their subdomains count"`
}

// Check looks at the target only. A local address that is written out in the text is what
// the text is about, and passes.
func (r *placeholderLink) Check(p *lint.Pass) {
	list := href.Of(p.Doc)
	for i := range list {
		l := &p.Doc.Links[i]
		what := r.what(l, &list[i])
		if what == "" || what == "the local address" && isServer(p, l.Target.String()) || p.Kind == lint.KindSample || isPlace(p.Doc, l) || made(p.Doc, l.Span) || quoted(p.Doc, l) || isSubject(p.Doc, l, &list[i]) || what == "the staging address" && cited(p.Site, &list[i]) {
			continue
		}
		f := lint.Finding{
			Span:    targetSpan(l),
			Message: fmt.Sprintf("Link leads to %s “%s”; put in the address that readers need", what, lint.Shorten(l.Target.String(), 32)),
		}
		if what == "the local address" {
			f.Severity = lint.Warning // the reader may have started that server
		}
		if what == "the sample address" || what == "the placeholder" {
			if published := p.Kind.IsArticle() || what == "the placeholder" && p.Part(); !published {
				continue // specifications, style guides and prompts show how a link is written
			}
			f.Severity = lint.Warning // so may an article
		}
		p.Report(f)
	}
}

// what returns which kind of placeholder the target of a link is, or ""; a is the parsed
// address.
func (r *placeholderLink) what(l *lint.Link, a *href.URL) string {
	switch {
	case !a.Known():
		if isToDo(l.Target.String()) {
			return "the placeholder"
		}
		return ""
	case a.UnderAny(r.Hosts) != "":
		return "the private address"
	case !l.Bare && isLocal(a):
		return "the local address"
	case !l.Bare && l.Kind == lint.External && isExample(a):
		return "the sample address"
	case !l.Bare && isStaging(a.Host):
		return "the staging address"
	case isToDo(a.Host):
		return "the placeholder"
	}
	return ""
}

// isSubject reports whether the text is about an unreachable host: the host is the text of
// the link, or the words around it name this kind of host.
func isSubject(d *lint.Document, l *lint.Link, a *href.URL) bool {
	if !a.Known() || l.Block == lint.None {
		return false
	}
	if strings.Contains(l.Text.String(), a.Host) {
		return true
	}
	b := d.Blocks[l.Block].Text.String()
	if (isLocal(a) || isStaging(a.Host)) && !unresolvable(a.Host) && slices.ContainsFunc(d.Blocks, func(b lint.Block) bool { return b.Kind == lint.Code }) {
		return true // instructions may start the server that the link leads to
	}
	around := strings.ToLower(b[:l.Start] + b[min(l.End, len(b)):])
	return isStaging(a.Host) && strings.Contains(around, "staging") || isLocal(a) && strings.Contains(around, "local")
}

// isServer reports whether a local address has the port of a program that the reader has started,
// rather than of the preview of the site itself.
func isServer(p *lint.Pass, target string) bool {
	_, rest, _ := strings.Cut(target, "//")
	host, _, _ := strings.Cut(rest, "/")
	_, port, found := strings.Cut(host, ":")
	if !found {
		return false
	}
	if p.Site == nil || p.Site.Generator == "" {
		top, _, _ := strings.Cut(p.Name, "/")
		return p.Kind == lint.KindProject || top == "docs" || top == "doc" // about the program of the repository
	}
	switch p.Site.Generator {
	case "hugo":
		return port != "1313"
	case "jekyll", "hexo":
		return port != "4000"
	case "zola":
		return port != "1111"
	case "astro", "starlight":
		return port != "4321" && port != "3000"
	case "docusaurus", "next", "nuxt", "mdbook":
		return port != "3000"
	case "mkdocs", "gatsby", "pelican", "sphinx":
		return port != "8000"
	case "eleventy", "vuepress", "vitepress":
		return port != "8080" && port != "5173"
	}
	return false
}

// unresolvable reports whether a host has a name that no network resolves.
func unresolvable(host string) bool {
	return strings.HasSuffix(host, ".test") || strings.HasSuffix(host, ".invalid")
}

// isPlace reports whether a target such as “#url” names a heading of the draft.
func isPlace(d *lint.Document, l *lint.Link) bool {
	id, isFragment := strings.CutPrefix(l.Target.String(), "#")
	return isFragment && slices.ContainsFunc(d.Anchors, func(a string) bool { return strings.EqualFold(a, id) })
}

// isToDo reports whether a whole target, or host, is a placeholder word.
func isToDo(target string) bool {
	return placeholders.From(wordpack.Shared()).Whole(strings.Trim(target, "#<>[]() ./"))
}

var placeholders = wordpack.NewFact(func(p *wordpack.Pack) *lexicon.Prefixes {
	return lexicon.NewPrefixes(p.Lines("link-placeholders"))
})

// isLocal reports whether a host is the local machine or in a private network.
func isLocal(a *href.URL) bool {
	switch strings.ToLower(a.Host[strings.LastIndexByte(a.Host, '.')+1:]) {
	case "localhost", "[::1]", "local", "test", "invalid":
		return true
	}
	return a.Host == "0.0.0.0" || strings.HasPrefix(a.Host, "127.") && numeric(a.Host) || strings.HasPrefix(a.Host, "192.168.") && numeric(a.Host)
}

func alphanumeric(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

func numeric(host string) bool { return strings.Trim(host, "0123456789.") == "" }

// isExample reports whether a host is reserved for documentation.
func isExample(a *href.URL) bool {
	return a.Under("example.com") || a.Under("example.net") || a.Under("example.org")
}

// cited reports whether an address is that of a document of somebody else, such as a report that its
// publisher has put on a staging host and nowhere else: it is cited where it is.
func cited(s *lint.Site, a *href.URL) bool {
	_, domain, _ := strings.Cut(a.Host, ".")
	own := s != nil && slices.ContainsFunc(s.Hosts, func(h string) bool { return a.Under(h) || strings.EqualFold(h, domain) })
	return !own && strings.EqualFold(path.Ext(a.Path), ".pdf")
}

// isStaging reports whether the first label of a subdomain marks a site that is not
// public: "staging.paper.org", "paper-staging.host.net".
func isStaging(host string) bool {
	label, rest, _ := strings.Cut(host, ".")
	if len(label) < len("staging") || strings.IndexByte(rest, '.') < 0 {
		return false
	}
	return strings.EqualFold(label, "staging") || hasFold(label, "staging-") ||
		len(label) > 8 && strings.EqualFold(label[len(label)-8:], "-staging")
}
