package quotes

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed unsourced.txtar
var unsourcedDocs string

// Unsourced flags a quotation that readers cannot look up.
var Unsourced = &lint.Rule{
	Name:     "unsourced-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation has neither a link nor a named source",
	Severity: lint.Advice,
	Off:      true,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "BBC News linking policy: link to what you quote",
		URL:    "https://www.bbc.co.uk/blogs/theeditors/2010/03/bbc_news_linking_policy.html",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Articles:  true,
	Docs:      unsourcedDocs,
	New:       func() lint.Checker { return &unsourced{Words: 8} },
}

type unsourced struct {
	Words int `yaml:"words" doc:"minimum length, in words, of a quotation that needs a source"`
}

// Check looks at block quotations with marks and without a speaker, and at words quoted
// from a document that is not linked, once for each document. A block quotation without
// marks is just as often a call-out in the author's own voice, a sample or the original of
// a translation. A named person is a source; an unnamed one is left to anonymous-source,
// and a missing speaker to unattributed-quote.
func (r *unsourced) Check(p *lint.Pass) {
	if recorded(p) {
		return
	}
	var said string // documents that were already reported
	last := lint.None
	for _, q := range quotes.Of(p.Doc) {
		if q.BlockQuotation {
			before := last
			last = p.Doc.Blocks[q.Block].Quote
			if before != lint.None && adjoin(p.Doc, before, last) {
				continue // continues the previous quotation
			}
		}
		if q.Words < r.Words || len(q.Links) > 0 || q.BlockQuotation && besideLink(p.Doc, q) {
			continue
		}
		var message string
		switch {
		case q.BlockQuotation && !q.Attributed():
			if !q.Direct() || strings.HasSuffix(strings.TrimRight(q.Text, "”\""), "?") || sourced(p.Doc, q) {
				continue
			}
			message = fmt.Sprintf("Block quotation “%s” names no source; say or link where it is from", opening(strings.TrimLeft(q.Text, "“\"‘«")))
		case q.Attributed() && isDocument(q.Speaker.Text, wordpack.Of(p.Doc.Language)):
			first, _, _ := strings.Cut(q.Speaker.Text, " ")
			if q.Cue == nil || wordpack.Of(p.Doc.Language).Words("negations").HasWord(first) || besideLink(p.Doc, q) || introducedBefore(p.Doc, &q) {
				continue // no document as the speaker, or one that the article is about
			}
			name := q.Speaker.Text[strings.LastIndexByte(q.Speaker.Text, ' ')+1:] + " "
			if strings.Contains(said, name) {
				continue
			}
			said += name
			message = fmt.Sprintf("“%s” is quoted from “%s” without a link; link to it", lint.Clip(32, opening(q.Text)), called(q.Speaker))
		default:
			continue
		}
		p.Report(lint.Finding{Span: q.Span, Message: message})
	}
}

// introducedBefore reports whether the article has mentioned a quoted document before,
// where its link belongs: “the policy” of a paragraph above, “this statement”.
func introducedBefore(d *lint.Document, q *quotes.Quote) bool {
	fields, pack := strings.Fields(q.Speaker.Text), wordpack.Of(d.Language)
	if len(fields) < 2 || pack.Words("pointing-determiners").HasWord(fields[0]) {
		return true
	}
	noun := strings.Join(fields[max(1, len(fields)-2):], " ") // “product page”, without an article
	for i := range d.Blocks[:min(q.Block, mostBlocks)] {
		if b := &d.Blocks[i]; b.Span.End <= q.Speaker.Span.Start && b.Kind != lint.Code && strings.Contains(b.Text.String(), noun) {
			return true
		}
	}
	return false
}

// isDocument reports whether a speaker is a document, judging by its last word: “the
// report”, “a joint statement”. “The Evening Post” is a name.
func isDocument(speaker string, pack *wordpack.Pack) bool {
	fields := strings.Fields(speaker)
	return len(fields) > 0 && slices.Contains(pack.List("documents-quoted"), fields[len(fields)-1])
}
