package headline

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/casing"
)

//go:embed case.txtar
var caseDocs string

// Case flags a headline that does not follow the house's capitalisation style.
var Case = &lint.Rule{
	Name:     "headline-case",
	Family:   lint.HeadlineFamily,
	Summary:  "the headline is not in the house’s case",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House style: sentence case, or title case as the Associated Press or Chicago write it",
	},
	Off:       true,
	Languages: casing.Languages(),
	Articles:  true,
	Habit:     lint.Habit{Does: "write the headline in another case"},
	Docs:      caseDocs,
	New:       func() lint.Checker { return &headlineCase{Style: string(casing.Sentence)} },
}

type headlineCase struct {
	Style string `yaml:"style" choice:"sentence|ap|chicago" doc:"sentence, ap or chicago"`
}

// Init validates the style.
func (r *headlineCase) Init() error {
	if !casing.Style(r.Style).Known() {
		return errors.New("style must be sentence, ap or chicago")
	}
	return nil
}

// Check looks at every word of each headline, up to a bar, which usually separates the
// name of the site. A headline entirely in capitals is left to shouting-headline.
func (r *headlineCase) Check(p *lint.Pass) {
	for text := range wordings(p.Doc) {
		s, _, _ := strings.Cut(text.String(), " | ")
		if !strings.ContainsFunc(s, unicode.IsLower) {
			continue
		}
		if wrong := casing.Wrong(p.Doc, s, casing.Style(r.Style)); len(wrong) > 0 {
			r.report(p, text, wrong)
		}
	}
}

func (r *headlineCase) report(p *lint.Pass, text lint.Text, wrong []casing.Word) {
	name := casing.Style(r.Style).Shown()
	const shown = 3
	var list []string
	fix := lint.Fix{Title: "Write it in " + name + " case"}
	for i, w := range wrong {
		turned := w.Turned()
		if i < shown {
			list = append(list, "“"+lint.Clip(maxShown, turned)+"”")
		} else if i == shown {
			list = append(list, "…")
		}
		if text.Placed() {
			fix.Edits = append(fix.Edits, lint.Edit{Span: text.Span(w.Start, w.End), New: turned})
		}
	}
	f := lint.Finding{
		Span:    place(p.Doc, text),
		Message: fmt.Sprintf("Headline is not in %s case; write %s", name, strings.Join(list, ", ")),
	}
	if text.Placed() {
		f.Span = text.Span(wrong[0].Start, wrong[len(wrong)-1].End)
		f.Fixes = []lint.Fix{fix}
	}
	p.Report(f)
}
