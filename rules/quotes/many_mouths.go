package quotes

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed many_mouths.txtar
var manyMouthsDocs string

// ManyMouths flags a direct quotation that is attributed to several people.
var ManyMouths = &lint.Rule{
	Name:     "many-mouths",
	Family:   lint.QuotesFamily,
	Summary:  "one quotation is attributed to several speakers",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: people do not speak in chorus; quote one of them, or report what all said",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: wordpack.WithLists("crowds", "after-crowds"),
	Articles:  true,
	Docs:      manyMouthsDocs,
	New:       func() lint.Checker { return &manyMouths{Words: 5} },
}

type manyMouths struct {
	Words int `yaml:"words" doc:"minimum length, in words, of a quotation that is judged"`
}

// Check looks for speakers in the plural: "the residents", "participants". People can write
// or chant the same words together. Speakers whom nobody has named yet ("several
// witnesses") are left to anonymous-source: naming one of them settles both.
func (r *manyMouths) Check(p *lint.Pass) {
	if recorded(p) {
		return
	}
	pack := wordpack.Of(p.Doc.Language)
	for _, q := range quotes.Of(p.Doc) {
		if q.BlockQuotation || !q.Full || q.Words < r.Words || q.Speaker == nil || q.Cue == nil || !q.Spoken || unnamed(&q, pack) || !several(q.Speaker.Text, pack) || together(p.Doc, &q, pack) {
			continue
		}
		p.Report(lint.Finding{
			Span: q.Speaker.Span,
			Message: fmt.Sprintf("“%s” cannot have said “%s” in one voice; quote one of them, or report it",
				lint.Clip(24, q.Speaker.Text), lint.Clip(28, opening(q.Text))),
			Related: []lint.Related{{Span: q.Span, Message: "the quotation"}},
		})
	}
}

// several reports whether a speaker is more than one person: the noun, last or before a
// preposition, is on the list.
func several(speaker string, pack *wordpack.Pack) bool {
	last, crowds, after := "", pack.Words("crowds"), pack.Words("after-crowds")
	for w := range strings.FieldsSeq(token.Fold(speaker)) {
		if after.HasWord(w) {
			break
		}
		last = strings.Trim(w, ",.;:")
	}
	return crowds.HasWord(last)
}

// together reports whether the paragraph is about words that several people can share:
// written, sung, shouted in a march, or made up for them ("critics say").
func together(d *lint.Document, q *quotes.Quote, pack *wordpack.Pack) bool {
	cue, text := token.Fold(q.Cue.Text), d.Blocks[q.Block].Text.String()
	return pack.Words("chorus-general").HasWord(cue) ||
		slices.ContainsFunc(pack.List("chorus-verbs"), func(verb string) bool { return strings.HasPrefix(cue, verb) }) ||
		slices.ContainsFunc(pack.List("shared-texts"), func(sign string) bool { return strings.Contains(text, sign) })
}
