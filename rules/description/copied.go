package description

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
)

//go:embed copied.txtar
var copiedDocs string

// Copied flags a description that repeats what a search result already shows.
var Copied = &lint.Rule{
	Name:     "copied-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description repeats the headline",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Control your snippets in search results (snippets are made of the page’s text; a description is used where it says more)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "repeat the headline as their description"},
	Docs:     copiedDocs,
	New:      func() lint.Checker { return &copiedDescription{} },
}

type copiedDescription struct {
	Opening bool `yaml:"opening" doc:"also report a description that is the opening of the article, as advice"`
}

// Check compares the description with the headlines and with the beginning of the body.
// Many sites use the opening as a teaser by design, so a copy of the opening is reported
// only on request. A copy that stops in the middle of a sentence is left to
// broken-off-description.
func (r *copiedDescription) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	if !written(text) || templated(text) {
		return
	}
	if h, is := copiedHeadline(p.Doc, text); is {
		p.Report(lint.Finding{
			Span:    place(p.Doc, text),
			Message: "Description repeats the headline above it; say what the reader will learn",
			Related: related(h, "the headline"),
		})
		return
	}
	s := text.String()
	if !r.Opening {
		return
	}
	i, n := copied(p.Doc, s)
	if i == lint.None || !sentenceEnds(p.Doc.Blocks[i].Text.String(), n) || standsIn(p.Doc.Meta.Get(lint.RoleDescription).Name) {
		return
	}
	p.Report(lint.Finding{
		Severity: lint.Advice,
		Span:     place(p.Doc, text),
		Message:  "Description repeats the opening; say what the whole article offers",
		Related:  related(p.Doc.Blocks[i].Text.Sub(0, n), "the opening"),
	})
}

// copiedHeadline returns the headline that a description repeats, if it does.
func copiedHeadline(d *lint.Document, description lint.Text) (headline lint.Text, is bool) {
	for _, h := range [...]lint.Text{d.Headline(), d.Title()} {
		if same(description.String(), h.String()) {
			return h, true
		}
	}
	return lint.Text{}, false
}

// same reports whether two texts have the same letters and digits in the same order.
func same(a, b string) bool {
	n, m := nextSign(a, 0), nextSign(b, 0)
	if n < 0 {
		return false
	}
	for n >= 0 && m >= 0 {
		r, size := decodeLower(a[n:])
		o, width := decodeLower(b[m:])
		if r != o {
			return false
		}
		n, m = nextSign(a, n+size), nextSign(b, m+width)
	}
	return n < 0 && m < 0
}

func related(t lint.Text, message string) []lint.Related {
	if !t.Placed() {
		return nil
	}
	return []lint.Related{{Span: t.All(), Message: message}}
}
