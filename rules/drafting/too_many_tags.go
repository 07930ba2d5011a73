package drafting

import (
	_ "embed"
	"errors"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/lexicon"
)

//go:embed too_many_tags.txtar
var tooManyTagsDocs string

// TooManyTags flags an article with more tags than the house allows.
var TooManyTags = &lint.Rule{
	Name:     "too-many-tags",
	Family:   lint.DraftingFamily,
	Summary:  "the article has more tags than help",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; no search engine documents a number of tags",
	},
	Articles:  true,
	Habit:     lint.Habit{Does: "have many tags", Of: lint.TagPart},
	Structure: true,
	Docs:      tooManyTagsDocs,
	New:       func() lint.Checker { return &tooManyTags{Max: 10} },
}

type tooManyTags struct {
	Max int `yaml:"max" doc:"tags; from eight on, up to an eighth more is accepted"`
}

// Init rejects a limit that is not a valid number of tags.
func (r *tooManyTags) Init() error {
	if r.Max < 0 {
		return errors.New("max must be 0 or more")
	}
	return nil
}

// Check marks the tags beyond the limit. A digest has as many tags as subjects, and names
// them all.
func (r *tooManyTags) Check(p *lint.Pass) {
	tags := p.Doc.Meta.Get(lint.RoleTags)
	if len(tags.Values) <= r.Max+r.Max/8 || names(p.Doc, tags.Values) {
		return
	}
	span := tags.Whole
	if over := tags.Values[r.Max]; over.Placed() && tags.Values[len(tags.Values)-1].Placed() {
		span = over.All().Join(tags.Values[len(tags.Values)-1].All())
	}
	p.Report(lint.Finding{
		Span:    span,
		Message: fmt.Sprintf("%d tags, over %d; keep those whose readers want this article", len(tags.Values), r.Max),
	})
}

// names reports whether a text names four fifths of its tags.
func names(d *lint.Document, tags []lint.Text) bool {
	entries := make([]lexicon.Entry, 0, len(tags))
	for _, tag := range tags {
		entries = append(entries, lexicon.Entry{Phrase: tag.Plain()})
	}
	named := map[string]bool{}
	for _, hit := range lexicon.New(entries).Find(d) {
		named[hit.Entry.Phrase] = true
	}
	return 5*len(named) >= 4*len(tags)
}
