package links

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
)

//go:embed blocked_source.txtar
var blockedSourceDocs string

// BlockedSource flags links to what the house does not cite.
var BlockedSource = &lint.Rule{
	Name:     "blocked-source",
	Family:   lint.LinksFamily,
	Summary:  "a link leads to a host that the house does not cite",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention: the list is yours",
	},
	Off:  true,
	Docs: blockedSourceDocs,
	New:  func() lint.Checker { return &blockedSource{} },
}

type blockedSource struct {
	Hosts []string `yaml:"hosts" doc:"hosts that are not cited; their subdomains count"`
}

// Check compares the host of each of the author's links with the list.
func (r *blockedSource) Check(p *lint.Pass) {
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		if l.Kind != lint.External || quoted(p.Doc, l) {
			continue
		}
		a, ok := addressOf(l.Target.String())
		if !ok {
			continue
		}
		if host := a.underAny(r.Hosts); host != "" {
			p.Report(lint.Finding{
				Span:    targetSpan(l),
				Message: fmt.Sprintf("Link leads to %s, which this house does not cite; find another source", lint.Shorten(host, 40)),
			})
		}
	}
}
