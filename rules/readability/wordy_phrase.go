package readability

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed wordy_phrase.txtar
var wordyPhraseDocs string

// WordyPhrase flags a phrase that one word could replace.
var WordyPhrase = &lint.Rule{
	Name:     "wordy-phrase",
	Family:   lint.ReadabilityFamily,
	Summary:  "a phrase says in many words what one says",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Plain-language practice; no search engine looks at it",
	},
	Languages: language.WithLists(wordy),
	Docs:      wordyPhraseDocs,
	New:       func() lint.Checker { return &wordyPhrase{} },
}

type wordyPhrase struct {
	Allow []string `yaml:"allow" doc:"phrases of the list that may stand, in lower case"`
}

// Check suggests a replacement for each phrase. Many phrases are one finding, with a fix
// for those that have a replacement. A phrase that can be deleted has an empty
// replacement; the writer has to adjust the sentence.
func (r *wordyPhrase) Check(p *lint.Pass) {
	var found []lint.Finding
	replacements := language.PackOf(p.Doc.Language).Table(wordy)
	eachPhrase(p.Doc, wordy, r.Allow, func(h *language.LexiconHit, b *lint.Block, written string) {
		f := lint.Finding{
			Span:    b.Text.Span(h.Start, h.End),
			Message: fmt.Sprintf("“%s” can go without loss; cut it", written),
		}
		for with := range strings.SplitSeq(replacements[h.Entry.Phrase], "|") {
			if with = cased(strings.TrimSpace(with), written); with == "" {
				continue
			}
			if len(f.Fixes) == 0 {
				f.Message = fmt.Sprintf("“%s” is wordy; “%s” says the same", written, with)
			}
			f.Fixes = append(f.Fixes, lint.Replace("Replace with “"+with+"”", false, f.Span, with))
		}
		if p.Doc.Source.Slice(f.Span) != written { // markup between the words
			f.Fixes = nil
		}
		found = append(found, f)
	})
	reportWordy(p, found)
}

// reportWordy reports the phrases of a draft. Many of them are one finding, whose fix uses
// the first replacement of each.
func reportWordy(p *lint.Pass, found []lint.Finding) {
	if len(found) >= many {
		all := lint.Fix{Title: "Replace each with its shorter form"}
		for i := range found {
			if len(found[i].Fixes) > 0 {
				all.Edits = append(all.Edits, found[i].Fixes[0].Edits...)
			}
		}
		if found[0].Fixes = nil; len(all.Edits) > 0 {
			found[0].Fixes = []lint.Fix{all}
		}
	}
	reportMany(p, found, func(n int) string {
		return fmt.Sprintf("“%s” is one of %d wordy phrases; say the same in fewer words", p.Doc.Source.Slice(found[0].Span), n)
	})
}

// cased capitalises a replacement like the words that it replaces.
func cased(with, written string) string {
	first, _ := utf8.DecodeRuneInString(written)
	if !unicode.IsUpper(first) || with == "" {
		return with
	}
	r, n := utf8.DecodeRuneInString(with)
	return string(unicode.ToUpper(r)) + with[n:]
}
