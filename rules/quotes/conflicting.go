package quotes

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed conflicting.txtar
var conflictingDocs string

// Conflicting flags two versions of the same quotation.
var Conflicting = &lint.Rule{
	Name:     "conflicting-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation occurs twice, in other words or by another speaker",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: the words between marks are the speaker’s, to the letter, each time",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Docs:      conflictingDocs,
	New:       func() lint.Checker { return &conflicting{Words: 7, Alike: 80} },
}

type conflicting struct {
	Words int     `yaml:"words" doc:"minimum length, in words, of a quotation that is compared"`
	Alike float64 `yaml:"alike" doc:"percent of their words, in order, that two quotations must share to count as one"`
}

// Limits for comparisons, so that a draft of nothing but quotations does not take long.
const (
	mostQuotes = 100
	mostWords  = 80
)

// version is a quotation that may be compared. Without a speaker, only a block quotation
// is compared, because it may belong to anyone.
type version struct {
	*quotes.Quote
	surname string   // the speaker's, if named
	listed  bool     // in a list or a table, whose items differ on purpose
	imprint imprint  // empty until it is compared with another
	words   []string // nil until two imprints are alike
}

// Check compares every quotation with earlier ones and reports each once.
func (r *conflicting) Check(p *lint.Pass) {
	all := quotes.Of(p.Doc)
	if len(all) < 2 || recorded(p) {
		return
	}
	var versions []version
	for i := range all {
		q := &all[i]
		if q.Words < r.Words || q.Words > mostWords || !comparable(q) || len(versions) == mostQuotes {
			continue
		}
		kind := p.Doc.Blocks[q.Block].Kind
		versions = append(versions, version{
			Quote: q, surname: surname(q.Speaker, wordpack.Of(p.Doc.Language)), listed: kind == lint.Item || kind == lint.Cell,
		})
		v := &versions[len(versions)-1]
		for k := range versions[:len(versions)-1] {
			if f, ok := r.compare(versions[k].print(), v.print()); ok {
				p.Report(f)
				break
			}
		}
	}
}

// comparable reports whether the words of a quotation are somebody’s own: somebody spoke
// them, or they are set off as a quotation and in quotation marks. What is shown, or what
// the author or a text “says”, is a sample, whose wording differs on purpose.
func comparable(q *quotes.Quote) bool {
	return q.Spoken || q.BlockQuotation && q.Direct() && q.Cue == nil
}

// print computes the imprint of a version on first use. Most articles have at most one
// quotation that is long enough, which then needs none.
func (v *version) print() *version {
	if v.imprint.words == 0 {
		v.imprint = imprintOf(v.Text)
	}
	return v
}

// read splits a version into words on first use.
func (v *version) read() {
	if v.words == nil {
		v.words = folded(v.Text)
	}
}

// compare returns a finding about b if it is another version of a.
func (r *conflicting) compare(a, b *version) (lint.Finding, bool) {
	if !a.imprint.alike(&b.imprint, r.Alike) {
		return lint.Finding{}, false // true for most pairs
	}
	a.read()
	b.read()
	related := []lint.Related{{Span: a.Span, Message: "the first time"}}
	if within(a.words, b.words) || within(b.words, a.words) {
		first, second := a.surname, b.surname
		if len(a.words) != len(b.words) || first == "" || second == "" || first == second ||
			strings.Contains(a.Speaker.Text, second) || strings.Contains(b.Speaker.Text, first) {
			return lint.Finding{}, false
		}
		return lint.Finding{
			Span: b.Span, Related: related,
			Message: fmt.Sprintf("“%s” is said by “%s” here and by “%s” before; whose words are they?",
				lint.Clip(24, opening(b.Text)), lint.Clip(16, b.Speaker.Text), lint.Clip(16, a.Speaker.Text)),
		}, true
	}
	if omits(a.Text) || omits(b.Text) || a.Block == b.Block || a.listed && b.listed || !sameSpeaker(a, b) {
		return lint.Finding{}, false
	}
	share := 200 * float64(common(a.words, b.words)) / float64(len(a.words)+len(b.words))
	if share < r.Alike {
		return lint.Finding{}, false
	}
	at := differ(a.words, b.words)
	return lint.Finding{
		Span: b.Span, Related: append(related, readAs(b.Quote)...),
		Message: fmt.Sprintf("Quotation “%s” was worded differently before (“%s”, now “%s”); quote it the same way", lint.Clip(28, opening(b.Text)),
			lint.Clip(14, wordAt(a.words, at)), lint.Clip(14, wordAt(b.words, at))),
	}, true
}

// sameSpeaker reports whether two quotations may have the same speaker: the names match, or
// one is a pronoun for the other. A block quotation, which is often pulled out of the
// text, may belong to the named speaker of the other quotation.
func sameSpeaker(a, b *version) bool {
	if a.BlockQuotation || b.BlockQuotation {
		return a.Speaker != nil || b.Speaker != nil
	}
	if a.Speaker == nil || b.Speaker == nil {
		return false
	}
	first, second := a.surname, b.surname
	return first == second || first == "" || second == ""
}
