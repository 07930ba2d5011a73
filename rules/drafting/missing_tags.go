package drafting

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
)

//go:embed missing_tags.txtar
var missingTagsDocs string

// MissingTags flags an article without tags.
var MissingTags = &lint.Rule{
	Name:     "missing-tags",
	Family:   lint.DraftingFamily,
	Summary:  "the article has no tags",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; tags lead readers on, and search engines do not read them",
	},
	Articles:  true,
	Absence:   "have tags",
	Structure: true,
	Off:       true, // explained in the documentation of the rule
	Docs:      missingTagsDocs,
	New:       func() lint.Checker { return &missingTags{} },
}

type missingTags struct{}

// Check accepts categories, topics and sections as tags.
func (missingTags) Check(p *lint.Pass) {
	if !lacking(p, lint.RoleTags) || p.Doc.Meta.InHead() {
		return
	}
	if named(p.Doc, "categories", "category", "topics", "topic", "section", "sections", "channel") {
		p.Present()
		return
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, lint.RoleTags),
		About:   p.Doc.Head(),
		Message: "No tags; name the subjects that the article belongs to",
	})
}
