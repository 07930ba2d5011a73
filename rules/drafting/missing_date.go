package drafting

import (
	_ "embed"
	"path"

	"github.com/copychief/copychief/lint"
)

//go:embed missing_date.txtar
var missingDateDocs string

// MissingDate flags an article that does not say when it was published.
var MissingDate = &lint.Rule{
	Name:     "missing-date",
	Family:   lint.DraftingFamily,
	Summary:  "the article has no date",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Article structured data (datePublished is recommended, not required)",
		URL:    "https://developers.google.com/search/docs/appearance/structured-data/article",
	},
	Articles:  true,
	Absence:   "have a date",
	Structure: true,
	Off:       true, // explained in the documentation of the rule
	Docs:      missingDateDocs,
	New:       func() lint.Checker { return &missingDate{} },
}

type missingDate struct{}

// Check looks for the publication date, an update date, and the date that Jekyll and other
// generators read from the file name. Drafts get their date on publication.
func (missingDate) Check(p *lint.Pass) {
	d := p.Doc
	if p.Kind == lint.KindPage || !lacking(p, lint.RoleDate) || d.IsDraft() {
		return
	}
	if d.Meta.Get(lint.RoleUpdated).Value().Len() > 0 || dateInName(d.Source.Path) {
		p.Present()
		return
	}
	p.Report(lint.Finding{
		Span:    place(d, lint.RoleDate),
		About:   d.Head(),
		Message: "No date; say when the article was published, so that readers can tell how fresh it is",
	})
}

// dateInName reports whether the name of a file or of its folder begins with a date:
// "2024-05-03-ferry.md".
func dateInName(file string) bool {
	dir, name := path.Split(file)
	return calendarStart(name) || calendarStart(path.Base(dir))
}

func calendarStart(name string) bool {
	if len(name) < len("2006-01-02") {
		return false
	}
	_, ok := calendarDay(name[:len("2006-01-02")])
	return ok
}
