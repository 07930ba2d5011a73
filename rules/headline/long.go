package headline

import (
	_ "embed"
	"fmt"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed long.txtar
var longDocs string

// Long flags a title that a search result would cut off.
var Long = &lint.Rule{
	Name:     "long-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the title is wider than a search result shows",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Influencing your title links in search results (documents no length; titles are cut to the width of the device)",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Docs: longDocs,
	New:  func() lint.Checker { return &long{MaxWidth: 600} },
}

type long struct {
	MaxWidth      float64 `yaml:"max_width" doc:"px in Arial 20 px, as Google sets titles on a desktop"`
	MaxCharacters int     `yaml:"max_characters" doc:"characters; where set, it replaces the width"`
}

// titleSize is the size in px in which Google sets a title on a desktop.
const titleSize = 20

// Check looks at the title that a search result shows.
func (r *long) Check(p *lint.Pass) {
	title := p.Doc.Title()
	if r.MaxCharacters > 0 {
		r.checkCharacters(p, title)
		return
	}
	width := language.Width(title.Plain(), titleSize)
	if width <= r.MaxWidth {
		return
	}
	shown := language.Fit(title.String(), titleSize, r.MaxWidth)
	p.Report(lint.Finding{
		Span: title.Span(shown, title.Len()),
		Message: fmt.Sprintf("Headline is %.0f px wide; Google cuts it at %.0f px after “%s”",
			width, r.MaxWidth, ending(title.Slice(0, shown))),
	})
}

func (r *long) checkCharacters(p *lint.Pass, title lint.Text) {
	n := utf8.RuneCountInString(title.Plain())
	if n <= r.MaxCharacters {
		return
	}
	p.Report(lint.Finding{
		Span:    title.All(),
		Message: fmt.Sprintf("Headline has %d characters; shorten it to %d", n, r.MaxCharacters),
	})
}
