package headings

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed stuffed.txtar
var stuffedDocs string

// Stuffed flags an article that repeats the keyphrase in too many subheadings.
var Stuffed = &lint.Rule{
	Name:     "stuffed-headings",
	Family:   lint.HeadingsFamily,
	Summary:  "most subheadings contain the keyphrase",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Spam policies for web search: keyword stuffing (documents no share or number)",
		URL:    "https://developers.google.com/search/docs/essentials/spam-policies",
	},
	Needs:    []lint.Need{lint.NeedsSubject},
	Articles: true,
	Docs:     stuffedDocs,
	New: func() lint.Checker {
		return &stuffed{MinHeadings: 3, MaxShare: 75, ManyHeadings: 5, ManyShare: 50}
	},
}

type stuffed struct {
	MinHeadings  int `yaml:"min_headings" doc:"H2 and H3 that must contain the keyphrase before their share counts"`
	MaxShare     int `yaml:"max_share" doc:"percent of all H2 and H3 that may contain it"`
	ManyHeadings int `yaml:"many_headings" doc:"number of H2 and H3 with the keyphrase at which many_share applies instead"`
	ManyShare    int `yaml:"many_share" doc:"percent of all H2 and H3 that may contain it where they are many"`
}

// Check counts the H2 and H3 headings that contain the whole keyphrase, except those of
// the end matter.
func (r *stuffed) Check(p *lint.Pass) {
	key := keyphrase.Overused(p.Doc)
	if key == nil {
		return
	}
	all, with := 0, 0
	end := bodyEnd(p.Doc)
	for _, b := range subheadings(p.Doc, end) {
		all++
		if _, ok := carries(key, b.Text.String()); ok {
			with++
		}
	}
	limit := r.MaxShare
	if with >= r.ManyHeadings {
		limit = min(limit, r.ManyShare)
	}
	if with < max(1, r.MinHeadings) || 100*with <= limit*all {
		return
	}
	f := lint.Finding{
		Message: fmt.Sprintf("%s is in %d of %d subheadings; keep it in one or two", key.Label(maxShown), with, all),
	}
	for _, b := range subheadings(p.Doc, end) {
		words, ok := carries(key, b.Text.String())
		if !ok || len(words) == 0 {
			continue
		}
		span := b.Text.Span(words[0][0], words[len(words)-1][1])
		if f.Span.End == 0 {
			f.Span = span
			continue
		}
		f.Related = append(f.Related, lint.Related{Span: span, Message: "and here"})
	}
	f.Related = key.Origin(f.Related)
	p.Report(f)
}
