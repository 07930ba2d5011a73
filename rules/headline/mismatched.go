package headline

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed mismatched.txtar
var mismatchedDocs string

// Mismatched flags a search title that does not match the headline.
var Mismatched = &lint.Rule{
	Name:     "mismatched-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the title for search and the headline share few words",
	Severity: lint.Advice,
	Off:      true, // explained in the documentation of the rule
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Influencing your title links in search results (a title that does not match the page may be replaced by its headline)",
		URL:    "https://developers.google.com/search/docs/appearance/title-link",
	},
	Articles: true,
	Docs:     mismatchedDocs,
	New:      func() lint.Checker { return &mismatched{MinShare: 50} },
}

type mismatched struct {
	MinShare int `yaml:"min_share" doc:"percent of the shorter one's content words that both must share"`
}

// Check compares the title in search results with the headline on the page: the only H1,
// or the plain title field if there is a separate search title.
func (r *mismatched) Check(p *lint.Pass) {
	title := p.Doc.Meta.Title()
	seen := seenHeadline(p.Doc)
	if title.Len() == 0 || !seen.Placed() || title.String() == seen.String() || templated(title) || templated(seen) || !spaced(title.String()) {
		return
	}
	if strings.Contains(title.String(), seen.String()) || strings.Contains(seen.String(), title.String()) {
		return // with the site’s name, or a few more words
	}
	shorter := keyphrase.NewPhrase(withoutMarkup(title.Plain()), p.Doc.Language)
	longer := seen.Plain()
	if other := keyphrase.NewPhrase(seen.Plain(), p.Doc.Language); len(other.Words) < len(shorter.Words) {
		shorter, longer = other, withoutMarkup(title.Plain())
	}
	all := len(shorter.Words)
	shared := all - len(shorter.In(longer).Missing)
	if all == 0 || shorter.Exact || 100*shared >= r.MinShare*all {
		return
	}
	f := lint.Finding{
		Span:    place(p.Doc, title),
		Message: fmt.Sprintf("Title and headline share %d of %s; let both name the same subject", shared, numbered(all, "content word")),
	}
	if seen.Placed() {
		f.Related = []lint.Related{{Span: seen.All(), Message: "the headline"}}
	}
	p.Report(f)
}

// seenHeadline returns the headline on the page, if there is a separate title for search.
// An H1 below front matter is a section heading, because sites show the title above it. A
// headline that all pages inherit has no place in the draft and is not compared.
func seenHeadline(d *lint.Document) lint.Text {
	if d.Meta.InHead() {
		return headlineBeside(d)
	}
	return d.Meta.Get(lint.RoleHeadline).Value()
}
