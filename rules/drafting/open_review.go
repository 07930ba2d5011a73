package drafting

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
)

//go:embed open_review.txtar
var openReviewDocs string

// OpenReview flags what reviewers left in the file of a word processor.
var OpenReview = &lint.Rule{
	Name:     "open-review",
	Family:   lint.DraftingFamily,
	Summary:  "comments, tracked changes or highlights are left in the file",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: a review is finished before publication",
	},
	Docs: openReviewDocs,
	New:  func() lint.Checker { return &openReview{} },
}

type openReview struct{}

// Check reports each comment, and all tracked changes and all highlights as one finding each:
// they are settled in one go.
func (openReview) Check(p *lint.Pass) {
	var changes, highlights, fields []lint.Related
	for i := range p.Doc.Review {
		switch m := &p.Doc.Review[i]; m.Kind {
		case lint.ReviewComment:
			p.Report(lint.Finding{
				Span:    m.Span,
				Message: fmt.Sprintf("Comment%s is still open: “%s”; answer it and delete it", of(m.Author), lint.Shorten(m.Text, 48)),
			})
		case lint.Insertion, lint.Deletion:
			changes = append(changes, lint.Related{Span: m.Span, Message: change(m)})
		case lint.Highlight:
			highlights = append(highlights, lint.Related{Span: m.Span, Message: "highlighted"})
		case lint.Unfilled:
			fields = append(fields, lint.Related{Span: m.Span, Message: "not filled in"})
		}
	}
	reportTogether(p, changes, "tracked change", "neither accepted nor rejected; accept or reject %s")
	reportTogether(p, highlights, "highlight", "left; do what is asked, then remove %s")
	reportTogether(p, fields, "field", "not filled in; fill %s in or delete %[1]s")
}

// reportTogether reports places as one finding at the first of them. In rest, %s is the pronoun.
func reportTogether(p *lint.Pass, places []lint.Related, noun, rest string) {
	if len(places) == 0 {
		return
	}
	message := "1 " + noun + " is " + fmt.Sprintf(rest, "it")
	if n := len(places); n > 1 {
		message = fmt.Sprintf("%d %ss are ", n, noun) + fmt.Sprintf(rest, "them")
	}
	p.Report(lint.Finding{Span: places[0].Span, Message: message, Related: places[1:]})
}

func of(author string) string {
	if author == "" {
		return ""
	}
	return " by " + lint.Shorten(author, 24)
}

func change(m *lint.ReviewMark) string {
	verb := "inserted"
	if m.Kind == lint.Deletion {
		verb = "deleted"
	}
	return fmt.Sprintf("“%s” %s%s", lint.Shorten(m.Text, 32), verb, of(m.Author))
}
