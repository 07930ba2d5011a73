package links

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
)

//go:embed blocked_source.txtar
var blockedSourceDocs string

// BlockedSource flags links to sources that the house does not cite.
var BlockedSource = &lint.Rule{
	Name:     "blocked-source",
	Family:   lint.LinksFamily,
	Summary:  "a link leads to a host that the house does not cite",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention: the list is yours",
	},
	Off:       true,
	Structure: true,
	Docs:      blockedSourceDocs,
	New:       func() lint.Checker { return &blockedSource{} },
}

type blockedSource struct {
	Hosts   []string          `yaml:"hosts" doc:"hosts that are not cited; their subdomains count"`
	Instead map[string]string `yaml:"instead" doc:"hosts that are not cited, and the preferred host for each"`
}

// Init rejects an address where a host is expected.
func (r *blockedSource) Init() error {
	for _, host := range r.Hosts {
		if err := isHost("hosts", host); err != nil {
			return err
		}
	}
	for _, host := range slices.Sorted(maps.Keys(r.Instead)) {
		if err := isHost("instead", host); err != nil {
			return err
		}
		if err := isHost("instead", r.Instead[host]); err != nil {
			return err
		}
	}
	return nil
}

func isHost(option, host string) error {
	if a, ok := href.Parse(host); ok {
		return fmt.Errorf("%s: %q is an address; write the host alone: %s", option, host, a.Host)
	}
	if host == "" || strings.ContainsAny(host, "/ *") {
		return fmt.Errorf("%s: %q is not a host; write one such as paper.example", option, host)
	}
	return nil
}

// Check compares the host of each of the author's links with the lists. A preferred host
// passes even if it is a subdomain of a blocked one (archive.paper.example).
func (r *blockedSource) Check(p *lint.Pass) {
	if len(r.Instead) == 0 && len(r.Hosts) == 0 {
		return
	}
	preferred := slices.Sorted(maps.Values(r.Instead))
	named := slices.Sorted(maps.Keys(r.Instead))
	list := href.Of(p.Doc)
	for i := range list {
		l, a := &p.Doc.Links[i], &list[i]
		if l.Kind != lint.External || !a.Known() || quoted(p.Doc, l) || a.UnderAny(preferred) != "" {
			continue
		}
		message := ""
		if host := a.UnderAny(named); host != "" {
			message = fmt.Sprintf("Link leads to %s; this house prefers %s, so link there", lint.Shorten(host, 36), lint.Shorten(r.Instead[host], 32))
		} else if host := a.UnderAny(r.Hosts); host != "" {
			message = fmt.Sprintf("Link leads to %s, which this house does not cite; find another source", lint.Shorten(host, 40))
		} else {
			continue
		}
		p.Report(lint.Finding{Span: targetSpan(l), Message: message})
	}
}
