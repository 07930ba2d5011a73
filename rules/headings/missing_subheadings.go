package headings

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language"
)

//go:embed missing_subheadings.txtar
var missingSubheadingsDocs string

// MissingSubheadings flags a long article without subheadings.
var MissingSubheadings = &lint.Rule{
	Name:     "missing-subheadings",
	Family:   lint.HeadingsFamily,
	Summary:  "a long article has no subheadings",
	Severity: lint.Advice,
	Needs:    []lint.Need{lint.NeedsSizes},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, SEO Starter Guide (break up long text with headings, for readers; no number is documented)",
		URL:    "https://developers.google.com/search/docs/fundamentals/seo-starter-guide",
	},
	Articles:  true,
	Absence:   "have subheadings",
	Structure: true,
	Measure:   true,
	Docs:      missingSubheadingsDocs,
	New:       func() lint.Checker { return &missingSubheadings{MaxWords: 400} },
}

type missingSubheadings struct {
	MaxWords int `yaml:"max_words" doc:"words that an article may have without a subheading; up to a tenth more is accepted"`
}

// Check counts the words of running prose in an article without subheadings. Labels and
// thematic breaks divide an article as well.
func (r *missingSubheadings) Check(p *lint.Pass) {
	unit, _ := language.UnitOf(p.Doc.Language)
	h, end, most := headline(p.Doc), len(p.Doc.Blocks), unit.Of(r.MaxWords)
	limit := most + most/10
	if language.ProseOf(p.Doc).Count(h+1, end) <= limit {
		return // most drafts
	}
	switch words := running(p.Doc, h+1, end); {
	case divided(p.Doc, h):
		p.Present()
	case words <= limit || unspacedIn(p.Doc): // the second is reported by unspaced-heading
	case divides(p.Doc, h+1, end, limit) || setAsHeadings(p.Doc) || instructed(p.Doc, h+1, end):
		p.Present()
	case published(p): // the structure is that of the original
	default:
		f := lint.Finding{
			Span:    p.Doc.Top(),
			About:   p.Doc.Body(),
			Message: fmt.Sprintf("%s %s without a subheading, more than %s; divide them into sections", lint.Thousands(words), unit.Name, lint.Thousands(most)),
		}
		p.Report(f)
	}
}

// divided reports whether a document has a heading other than its headline, which is block
// h.
func divided(d *lint.Document, h int) bool {
	for i := range d.Headings() {
		if i != h {
			return true
		}
	}
	return false
}

// unspacedIn reports whether a document has headings without a space after their number
// signs.
func unspacedIn(d *lint.Document) bool {
	for i := range d.Paragraphs() {
		if d.Unspaced(i) > 0 {
			return true
		}
	}
	return false
}

// setAsHeadings reports whether bold lines divide a document where headings belong, which
// emphasis-as-heading reports.
func setAsHeadings(d *lint.Document) bool {
	const few = 2 // one may be a call-out
	r := &emphasis{MaxCharacters: longestBold}
	return r.count(d).certain >= few
}

// published reports whether a draft names an address on another site as the original, whose
// structure it then has: a press release, an article that was posted elsewhere first.
func published(p *lint.Pass) bool {
	original, ok := href.Parse(p.Doc.Meta.Get(lint.RoleCanonical).Value().Plain())
	return ok && original.Known() && p.Site != nil && len(p.Site.Hosts) > 0 && original.UnderAny(p.Site.Hosts) == ""
}
