package links

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

//go:embed unqualified_paid_link.txtar
var unqualifiedPaidLinkDocs string

// UnqualifiedPaidLink flags paid links that are not marked as such.
var UnqualifiedPaidLink = &lint.Rule{
	Name:     "unqualified-paid-link",
	Family:   lint.LinksFamily,
	Summary:  "a paid link lacks rel=\"sponsored\"",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Qualify your outbound links to Google",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links",
	},
	Structure: true,
	Docs:      unqualifiedPaidLinkDocs,
	New:       func() lint.Checker { return &unqualifiedPaidLink{} },
}

type unqualifiedPaidLink struct {
	Partners []string `yaml:"partners" doc:"hosts that pay for links, such as advertisers'; their subdomains count"`
}

// Check looks at links to partners and to affiliate networks. Plain text has no rel
// attribute; the site adds it on publication.
func (r *unqualifiedPaidLink) Check(p *lint.Pass) {
	if !p.Doc.Can(lint.LinksWords) {
		return
	}
	list := href.Of(p.Doc)
	for i := range list {
		l, a := &p.Doc.Links[i], &list[i]
		if l.Kind != lint.External || !a.Known() {
			continue
		}
		what := "Paid"
		if a.UnderAny(r.Partners) == "" {
			what = "Affiliate"
			if !isAffiliate(a) {
				continue
			}
		}
		if qualified(p.Doc, l) || made(p.Doc, l.Span) {
			continue
		}
		how, tag := "add it", tagIn(a.Query)
		switch {
		case what == "Affiliate" && rewrites(a):
			p.Report(lint.Finding{
				Span:    l.Span,
				Message: fmt.Sprintf("Link goes through %s, which pays another site; link to the page itself", lint.Shorten(href.BareHost(a.Host), 32)),
			})
			continue
		case what == "Affiliate" && p.Site != nil && slices.Contains(p.Site.PartnerTags, tag):
			how = "let the template or a plugin add it"
		case what == "Affiliate" && tag != "" && p.Site != nil && len(p.Site.PartnerTags) > 0:
			p.Report(lint.Finding{
				Span:    l.Span,
				Message: fmt.Sprintf("Partner tag “%s” is not the usual one here; drop it, or add rel=\"sponsored\"", lint.Shorten(tag, 24)),
			})
			continue
		case what == "Affiliate" && isBare(p):
			continue
		case what == "Affiliate":
			how = "add it, or drop a tag that is not yours"
		case p.Doc.Can(lint.HoldsHTML) && p.Doc.Source.Bytes[l.Span.Start] != '<':
			how = "add it, in HTML where Markdown cannot say it"
		}
		p.Report(lint.Finding{
			Span:     l.Span,
			Message:  fmt.Sprintf("%s link to %s lacks rel=\"sponsored\"; %s", what, lint.Shorten(href.BareHost(a.Host), 28), how),
			Shared:   tag,
			Together: "%d paid links lack rel=\"sponsored\", first the one to " + lint.Shorten(href.BareHost(a.Host), 28) + "; " + how,
		})
	}
}

// isAffiliate reports whether an address pays whoever placed it: it is on an affiliate
// network, or contains a shop's partner tag.
func isAffiliate(a *href.URL) bool {
	switch a.Domain() {
	case "amzn.to", "shareasale.com", "awin1.com", "linksynergy.com", "anrdoezrs.net", "jdoqocy.com", "tkqlhce.com", "dpbolvw.net",
		"kqzyfj.com", "prf.hn", "redirectingat.com", "skimresources.com", "viglink.com", "avantlink.com",
		"rstyle.me", "partnerize.com", "tradedoubler.com", "zanox.com":
		return true
	case "clickbank.net":
		return a.Under("hop.clickbank.net")
	}
	return hasFold(href.BareHost(a.Host), "amazon.") && tagIn(a.Query) != ""
}

// isBare reports whether drafts are read where they are, such as on GitHub, which gives links of its own
// accord a rel attribute that no writer can change.
func isBare(p *lint.Pass) bool {
	return p.Site != nil && p.Site.Generator == "" && p.Site.Description == lint.DescriptionNowhere && p.Doc.Can(lint.MarksHeadings)
}

// rewrites reports whether an address is one that a script of another site made of a link when the
// reader clicked it. Nobody writes such addresses; they are copied.
func rewrites(a *href.URL) bool {
	return a.Under("redirectingat.com") || a.Under("skimresources.com") || a.Under("viglink.com")
}

// tagIn returns the partner tag in a query in Amazon's format, “ferry-21” in “tag=ferry-21”, or "".
func tagIn(query string) string {
	for pair := range strings.SplitSeq(query, "&") {
		if tag, ok := strings.CutPrefix(pair, "tag="); ok && len(tag) > 3 {
			end := tag[len(tag)-3:]
			if end[0] == '-' && strings.Trim(end[1:], "0123456789") == "" {
				return tag
			}
		}
	}
	return ""
}

// qualified reports whether a link is marked as paid, by its rel attribute or by the
// attribute list that some Markdown dialects write after it: {rel="sponsored"}.
func qualified(d *lint.Document, l *lint.Link) bool {
	if slices.Contains(l.Rel, "sponsored") || slices.Contains(l.Rel, "nofollow") {
		return true
	}
	if !d.Can(lint.ListsAttributes) {
		return false
	}
	rest := d.Source.Bytes[min(l.Span.End, len(d.Source.Bytes)):]
	if len(rest) == 0 || rest[0] != '{' {
		return false
	}
	list, _, ok := strings.Cut(string(rest[:min(len(rest), 200)]), "}")
	return ok && (strings.Contains(list, "sponsored") || strings.Contains(list, "nofollow"))
}
