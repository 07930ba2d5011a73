package drafting

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed missing_author.txtar
var missingAuthorDocs string

// MissingAuthor flags an article without a byline.
var MissingAuthor = &lint.Rule{
	Name:     "missing-author",
	Family:   lint.DraftingFamily,
	Summary:  "the article names no author",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Article structured data (author is recommended, not required); Creating helpful content (bylines)",
		URL:    "https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
	},
	Articles:  true,
	Absence:   "name an author",
	Structure: true,
	Off:       true, // explained in the documentation of the rule
	Docs:      missingAuthorDocs,
	New:       func() lint.Checker { return &missingAuthor{} },
}

type missingAuthor struct{}

// Check looks for the author field, then for a byline at the top or the end of the body.
func (missingAuthor) Check(p *lint.Pass) {
	if !lacking(p, lint.RoleAuthors) {
		return
	}
	if bylined(p.Doc) || named(p.Doc, "source", "source_url", "attendees", "speaker", "speakers", "presenter", "presenters", "host", "hosts", "organizer", "organizers", "interviewee") {
		p.Present()
		return
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, lint.RoleAuthors),
		About:   p.Doc.Head(),
		Message: "No author; name who wrote the article",
	})
}

// reach is how many blocks from either end of an article are searched for a byline.
const reach = 4

// bylined reports whether a block near either end is a byline: a short line that begins
// with “By” and a capital. The full stop rules out “By Monday it will sail again.”
func bylined(d *lint.Document) bool {
	openings := bylines.From(wordpack.Shared())
	for i := range d.Blocks {
		if i >= reach && i < len(d.Blocks)-reach {
			continue
		}
		text := strings.TrimLeft(d.Blocks[i].Text.String(), " —–-")
		if d.Blocks[i].Kind == lint.Code || len(text) >= 100 || strings.HasSuffix(strings.TrimRight(text, " "), ".") {
			continue
		}
		for _, rest := range openings.Of(text) {
			name, spaced := strings.CutPrefix(rest, " ")
			if r, _ := utf8.DecodeRuneInString(name); spaced && unicode.IsUpper(r) {
				return true
			}
		}
	}
	return false
}

var bylines = wordpack.NewFact(func(p *wordpack.Pack) *lexicon.Prefixes { return lexicon.NewPrefixes(p.Lines("bylines")) })
