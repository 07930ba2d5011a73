package headline

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/casing"
)

//go:embed short.txtar
var shortDocs string

// Short flags a title that is too short to say what the article is about.
var Short = &lint.Rule{
	Name:     "short-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the title has very few words",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Influencing your title links in search results (warns of vague titles; documents no length)",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Off:      true,
	Articles: true,
	Habit:    lint.Habit{Does: "have a short headline"},
	Docs:     shortDocs,
	New:      func() lint.Checker { return &short{MinWords: 3} },
}

type short struct {
	MinWords int `yaml:"min_words" doc:"words that a title should have"`
}

// Check counts the words of the title that a search result shows.
func (r *short) Check(p *lint.Pass) {
	title := p.Doc.Title()
	if templated(title) || !spaced(title.String()) {
		return
	}
	words := 0
	for range casing.EachWord(withoutMarkup(title.String())) {
		if words++; words >= r.MinWords {
			return
		}
	}
	if words == 0 {
		return // reported by missing-headline
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, title),
		Message: fmt.Sprintf("Headline has %s; say in %d or more what the article is about", numbered(words, "word"), r.MinWords),
	})
}

func numbered(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
