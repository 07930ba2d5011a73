package readability

import (
	_ "embed"
	"fmt"
	"sort"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed weasel_word.txtar
var weaselWordDocs string

// WeaselWord flags words that make a claim without evidence.
var WeaselWord = &lint.Rule{
	Name:     "weasel-word",
	Family:   lint.ReadabilityFamily,
	Summary:  "a claim is attributed to nobody in particular, or hedged",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: say who says so; no search engine looks at it",
	},
	Languages: wordpack.WithLists(weasel),
	Docs:      weaselWordDocs,
	New:       func() lint.Checker { return &weaselWord{} },
}

type weaselWord struct {
	Allow []string `yaml:"allow" doc:"phrases of the list to allow, in lower case"`
}

// Check reports each phrase, unless a link in its sentence leads to a source.
func (r *weaselWord) Check(p *lint.Pass) {
	prose, keys := language.ProseOf(p.Doc), language.WordKeysOf(p.Doc)
	quantity := wordpack.Of(p.Doc.Language).Words("weasel-quantity")
	eachPhrase(p.Doc, weasel, r.Allow, func(h *lexicon.Hit, b *lint.Block, written string) {
		s := &prose.Sentences[h.Sentence]
		if h.From > int(s.From) && quantity.Has(keys[h.From-1]) {
			return // “how many say”
		}
		first := sort.Search(len(b.Marks), func(i int) bool { return b.Marks[i].Start >= int(s.Start) })
		for _, m := range b.Marks[first:] {
			if m.Start > int(s.End) {
				break
			}
			if m.Kind == lint.MarkLink || m.Kind == lint.MarkFootnote {
				return
			}
		}
		p.Report(lint.Finding{
			Span:    b.Text.Span(h.Start, h.End),
			Message: fmt.Sprintf("“%s” names nobody who says so; name the source, or drop the hedge", written),
		})
	})
}
