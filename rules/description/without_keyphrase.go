package description

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed without_keyphrase.txtar
var withoutKeyphraseDocs string

// WithoutKeyphrase flags a description that does not name the subject.
var WithoutKeyphrase = &lint.Rule{
	Name:     "description-without-keyphrase",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description lacks words of the keyphrase",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Control your snippets in search results (asks for descriptions that fit the page; names no keyphrase)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     withoutKeyphraseDocs,
	New:      func() lint.Checker { return &withoutKeyphrase{} },
}

type withoutKeyphrase struct{}

// Check looks for the keyphrase or one of its synonyms in the description.
func (*withoutKeyphrase) Check(p *lint.Pass) {
	key, text := keyphrase.Of(p.Doc), p.Doc.Meta.Description()
	if key == nil || !written(text) || templated(text) {
		return // missing-description reports it
	}
	s := text.String()
	m := key.Phrase.In(s)
	if m.All() {
		return
	}
	for _, synonym := range key.Synonyms {
		if synonym.In(s).All() {
			return
		}
	}
	message := fmt.Sprintf("Description lacks the keyphrase “%s”; name it", lint.Clip(maxShown, key.Phrase.Text))
	if !key.Phrase.Exact && len(m.Missing) < len(key.Phrase.Words) {
		message = fmt.Sprintf("Description lacks “%s” of the keyphrase “%s”; name it",
			lint.Clip(maxShown, strings.Join(m.Missing, "”, “")), lint.Clip(maxShown, key.Phrase.Text))
	}
	p.Report(lint.Finding{Span: place(p.Doc, text), Message: message})
}
