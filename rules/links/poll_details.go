package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/claims"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed poll_details.txtar
var pollDetailsDocs string

// PollDetails flags poll numbers without the details needed to judge them.
var PollDetails = &lint.Rule{
	Name:     "poll-details",
	Family:   lint.LinksFamily,
	Summary:  "a poll is cited without its pollster, date or sample",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "AAPOR, Disclosure standards; AP asks for the same of stories about polls",
		URL:    "https://aapor.org/standards-and-ethics/disclosure-standards/",
	},
	Languages: wordpack.WithLists("polls", "pollsters"),
	Docs:      pollDetailsDocs,
	New:       func() lint.Checker { return &pollDetails{} },
}

type pollDetails struct{}

// Check requires who conducted the poll, when, and how many people were asked. One detail
// may be missing, since a passing mention cannot give them all. Where a link leads to the
// poll, readers can look them up.
func (pollDetails) Check(p *lint.Pass) {
	poll := claims.PollOf(p.Doc)
	if poll == nil || poll.Linked {
		return
	}
	const tolerated = 1
	if lacks := lacking(poll); len(lacks) > tolerated {
		text := p.Doc.Blocks[poll.Block].Text
		p.Report(lint.Finding{
			Span:    text.Span(poll.Start, poll.End),
			Message: fmt.Sprintf("“%s” comes without %s; add them, or a link to it", text.Slice(poll.Start, poll.End), listed(lacks)),
		})
	}
}

// lacking returns the names of the missing details.
func lacking(poll *claims.Poll) (lacks []string) {
	if !poll.Pollster {
		lacks = append(lacks, "pollster")
	}
	if !poll.Date {
		lacks = append(lacks, "date")
	}
	if !poll.Sample {
		lacks = append(lacks, "sample")
	}
	return lacks
}

// listed joins the names of missing details: "its pollster, date and sample".
func listed(what []string) string {
	last := len(what) - 1
	return "its " + strings.Join(what[:last], ", ") + " and " + what[last]
}
