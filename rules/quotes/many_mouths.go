package quotes

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes"
)

//go:embed many_mouths.txtar
var manyMouthsDocs string

//go:embed crowds.txt
var crowdList string

// ManyMouths flags one direct quotation that several people are said to have spoken.
var ManyMouths = &lint.Rule{
	Name:     "many-mouths",
	Family:   lint.QuotesFamily,
	Summary:  "one quotation is put into several mouths",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: people do not speak in chorus; quote one of them, or report what all said",
	},
	Languages: []string{"en"},
	Docs:      manyMouthsDocs,
	New: func() lint.Checker {
		crowd := map[string]bool{}
		for _, e := range language.ReadEntries(crowdList) {
			crowd[e.Phrase] = true
		}
		return &manyMouths{Words: 5, crowd: crowd}
	},
}

type manyMouths struct {
	Words int `yaml:"words" doc:"words from which on a quotation is judged"`

	crowd map[string]bool
}

// Check looks for speakers that are a plural of people: "residents", "several
// witnesses". What people write or chant, they may well do together.
func (r *manyMouths) Check(p *lint.Pass) {
	for _, q := range quotes.Of(p.Doc) {
		if q.BlockQuotation || !q.Full || q.Words < r.Words || q.Speaker == nil || q.Cue == nil || !r.several(q.Speaker.Text) || together(p.Doc, &q) {
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

// several reports whether a speaker is more than one person: the noun, which stands
// last or before a preposition, is on the list.
func (r *manyMouths) several(speaker string) bool {
	last := ""
	for w := range strings.FieldsSeq(language.Fold(speaker)) {
		switch w {
		case "in", "at", "from", "of", "with", "who", "on", "near", "for", "to", "familiar", "close":
			return r.crowd[last]
		}
		last = strings.Trim(w, ",.;:")
	}
	return r.crowd[last]
}

// together reports whether the paragraph speaks of words that several people can
// share: written, sung, shouted in a march, or made up for them ("critics say").
func together(d *lint.Document, q *quotes.Quote) bool {
	switch cue := language.Fold(q.Cue.Text); {
	case cue == "say", strings.HasPrefix(cue, "wr"), strings.HasPrefix(cue, "chant"), strings.HasPrefix(cue, "sang"), strings.HasPrefix(cue, "sing"),
		strings.HasPrefix(cue, "shout"), strings.HasPrefix(cue, "yell"), strings.HasPrefix(cue, "ask"), strings.HasPrefix(cue, "call"):
		return true
	}
	text := d.Blocks[q.Block].Text.String()
	for _, sign := range [...]string{"joint", "statement", "letter", "report", "paper", "wrote", "brief", "email", "complaint", "filing", "petition", "survey", "lawsuit", "suit"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}
