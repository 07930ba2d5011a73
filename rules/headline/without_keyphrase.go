package headline

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed without_keyphrase.txtar
var withoutKeyphraseDocs string

// WithoutKeyphrase flags a title that does not contain the keyphrase.
var WithoutKeyphrase = &lint.Rule{
	Name:     "headline-without-keyphrase",
	Family:   lint.HeadlineFamily,
	Summary:  "the title lacks words of the keyphrase",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Influencing your title links in search results (asks for descriptive titles; names no keyphrase and no place for it)",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     withoutKeyphraseDocs,
	New:      func() lint.Checker { return &withoutKeyphrase{Position: "anywhere"} },
}

type withoutKeyphrase struct {
	Position string `yaml:"position" choice:"anywhere|start" doc:"anywhere, or start: the keyphrase must be in the first half"`
}

// Init validates the position.
func (r *withoutKeyphrase) Init() error {
	if r.Position != "anywhere" && r.Position != "start" {
		return errors.New("position must be anywhere or start")
	}
	return nil
}

// Check looks for the keyphrase or one of its synonyms in the title.
func (r *withoutKeyphrase) Check(p *lint.Pass) {
	title, key := p.Doc.Title(), keyphrase.Of(p.Doc)
	if key == nil || title.Len() == 0 {
		return // missing-headline reports it
	}
	text := title.String()
	best := key.Phrase.In(text)
	if !best.All() && !carries(key.Synonyms, text) {
		p.Report(lint.Finding{
			Span:    place(p.Doc, title),
			Message: lacking(key.Phrase, best),
		})
		return
	}
	if r.Position == "start" && !key.Phrase.In(firstHalf(text)).All() && !carries(key.Synonyms, firstHalf(text)) {
		p.Report(lint.Finding{
			Span:    place(p.Doc, title),
			Message: fmt.Sprintf("Headline has the keyphrase “%s” in its second half; move it to the front", lint.Clip(maxShown, key.Phrase.Text)),
		})
	}
}

// lacking names the words of a phrase that are missing from a headline.
func lacking(phrase *keyphrase.Phrase, m keyphrase.Match) string {
	if phrase.Exact || len(m.Missing) == 0 || len(m.Missing) == len(phrase.Words) {
		return fmt.Sprintf("Headline lacks the keyphrase “%s”; name it", lint.Clip(maxShown, phrase.Text))
	}
	return fmt.Sprintf("Headline lacks “%s” of the keyphrase “%s”; name it",
		lint.Clip(maxShown, strings.Join(m.Missing, "”, “")), lint.Clip(maxShown, phrase.Text))
}

func carries(phrases []*keyphrase.Phrase, text string) bool {
	for _, phrase := range phrases {
		if phrase.In(text).All() {
			return true
		}
	}
	return false
}

// firstHalf returns the first half of a text, up to the end of the word in the middle.
func firstHalf(text string) string {
	middle := len(text) / 2
	if i := strings.IndexByte(text[middle:], ' '); i >= 0 {
		return text[:middle+i]
	}
	return text
}

// place returns the span of a title, or the top of the draft if the title is not written
// in it.
func place(d *lint.Document, title lint.Text) lint.Span {
	if title.Placed() {
		return title.All()
	}
	return d.Top()
}
