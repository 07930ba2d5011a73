package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed empty_link.txtar
var emptyLinkDocs string

// EmptyLink flags a link that nobody can read, or that leads nowhere.
var EmptyLink = &lint.Rule{
	Name:     "empty-link",
	Family:   lint.LinksFamily,
	Summary:  "a link has no text or no target",
	Severity: lint.Error,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "WCAG 2.2, failure F89: a link without an accessible name",
		URL:    "https://www.w3.org/WAI/WCAG22/Techniques/failures/F89",
	},
	Docs: emptyLinkDocs,
	New:  func() lint.Checker { return &emptyLink{} },
}

type emptyLink struct{}

// Check looks at the text first: a link without one is not even seen. What a
// template tag puts in cannot be known and passes.
func (emptyLink) Check(p *lint.Pass) {
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		target := strings.TrimSpace(l.Target.String())
		noText := l.Image == lint.None && l.Label == "" && l.Text.Blank()
		noTarget := target == "" || target == "#" || hasFold(target, "javascript:")
		if !noText && !noTarget || made(p.Doc, l.Span) || defined(p.Doc, l) {
			continue
		}
		message := fmt.Sprintf("Link “%s” leads nowhere; give it a target or take it out", lint.Shorten(l.Text.Plain(), 40))
		if noText {
			message = fmt.Sprintf("Link to “%s” has no text; write what the reader will find there", lint.Shorten(target, 40))
		}
		p.Report(lint.Finding{Span: l.Span, Message: message})
	}
}

// defined reports whether a template tag is the target in the definition of a link,
// which stands elsewhere.
func defined(d *lint.Document, l *lint.Link) bool {
	if !l.Target.Placed() {
		return false
	}
	at := l.Target.All().Start
	return made(d, lint.Span{Start: at, End: at + 1})
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
