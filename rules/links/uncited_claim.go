package links

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed uncited_claim.txtar
var uncitedClaimDocs string

// UncitedClaim flags a claim of research or numbers that names no source.
var UncitedClaim = &lint.Rule{
	Name:     "uncited-claim",
	Family:   lint.LinksFamily,
	Summary:  "a statistic or a study is cited without a source",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters, The Essentials of Reuters sourcing; BBC Editorial Guidelines, section 3 Accuracy",
		URL:    "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy",
	},
	Needs: []lint.Need{lint.NeedsEnglish},
	Docs:  uncitedClaimDocs,
	New:   func() lint.Checker { return &uncitedClaim{} },
}

type uncitedClaim struct{}

// Check looks at the author's sentences only; what somebody says in a quotation is
// for the speaker to prove.
func (uncitedClaim) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	found := inquiries{doc: p.Doc, prose: prose}
	shares := shared(p.Doc.Source.Bytes)
	for i, block := range p.Doc.Prose() {
		if block.Kind == lint.Heading || block.Kind == lint.Caption || block.Footnote {
			continue
		}
		var sourced, asked bool
		for _, s := range prose.SentencesIn(i) {
			c := claimIn(block.Text.String(), prose.Words[s.From:s.To], shares)
			if c.what == "" {
				continue
			}
			if !asked {
				sourced = hasSource(p.Doc, i) || namesSource(block.Text.String(), prose.WordsIn(i)) || ledIn(p.Doc, i)
				asked = true
			}
			if sourced || own(block.Text.String(), prose.Words[s.From:s.To]) || c.what == unsourcedShare && found.before(i) {
				continue
			}
			p.Report(lint.Finding{
				Span:    block.Text.Span(c.start, c.end),
				Message: fmt.Sprintf("“%s” %s; link to it or name it", lint.Shorten(block.Text.Slice(c.start, c.end), 40), c.what),
			})
		}
	}
}

// longestList bounds how far ledIn looks back.
const longestList = 40

// ledIn reports whether a list stands behind a paragraph that links to something:
// the source of what follows.
func ledIn(d *lint.Document, block int) bool {
	if d.Blocks[block].Kind != lint.Item {
		return false
	}
	for i := block - 1; i >= max(0, block-longestList); i-- {
		if d.Blocks[i].Kind != lint.Item {
			return d.Blocks[i].Kind == lint.Paragraph && hasSource(d, i)
		}
	}
	return false
}

// inquiries looks up to which block an article has spoken of a poll or a survey. What
// shares it gives from there on are taken to be that one's.
type inquiries struct {
	doc   *lint.Document
	prose *language.Prose
	next  int // the first block that was not looked at
	found bool
}

// before reports whether block i or one before it speaks of an inquiry.
func (q *inquiries) before(i int) bool {
	for ; q.next <= i && !q.found; q.next++ {
		text := q.doc.Blocks[q.next].Text.String()
		for _, w := range q.prose.WordsIn(q.next) {
			if isInquiry(text[w.Start:w.End]) {
				q.found = true
				break
			}
		}
	}
	return q.found
}

// hasSource reports whether a paragraph links to something, has a footnote, or
// cites in brackets.
func hasSource(d *lint.Document, block int) bool {
	for i := range d.Links {
		if l := &d.Links[i]; l.Block == block && (l.Kind == lint.External || l.Kind == lint.Internal) {
			return true
		}
	}
	for _, m := range d.Blocks[block].Marks {
		if m.Kind == lint.MarkFootnote || m.Kind == lint.MarkCite {
			return true
		}
	}
	return cites(d.Blocks[block].Text.String())
}
