package quotes

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/collate"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed altered.txtar
var alteredDocs string

// Altered flags a quotation that differs from its source.
var Altered = &lint.Rule{
	Name:     "altered-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation differs from the text that it is taken from",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters Handbook of Journalism, on quotations",
		URL:    "https://handbook.reuters.com/index.php/Q",
	},
	Needs: []lint.Need{lint.NeedsSources, lint.NeedsQuotations},
	Docs:  alteredDocs,
	New:   func() lint.Checker { return &altered{NotFound: true} },
}

type altered struct {
	NotFound bool `yaml:"not_found" doc:"also flag quotations that are in none of the sources, as advice"`
}

// Check compares every quotation with the sources. It also reports a named source that
// does not exist, because the comparison was then impossible.
func (r *altered) Check(p *lint.Pass) {
	named := p.Doc.Meta.Get(lint.RoleSources).Values
	for _, missing := range p.Sources.Missing {
		for _, v := range named {
			if v.Plain() == missing {
				p.Report(lint.Finding{Span: v.All(), Message: fmt.Sprintf("Source “%s” does not exist; correct its name, so that quotations can be compared", missing)})
				break
			}
		}
	}
	if len(p.Sources.Docs) == 0 {
		p.Skip("none of its sources exists")
		return
	}
	all := quotes.Of(p.Doc)
	for i, result := range collate.Draft(p.Doc, p.Sources) {
		switch q := &all[i]; result.Verdict {
		case collate.Altered:
			p.Report(lint.Finding{Span: q.Span, Message: "Quotation" + of(q, p.Doc.Language) + differs(&result)})
		case collate.NotFound:
			if r.NotFound && (q.Direct() || q.Attributed()) {
				p.Report(lint.Finding{
					Span: q.Span, Severity: lint.Advice,
					Message: fmt.Sprintf("Quotation “%s”%s is in none of the sources; check what was said, or name its source", opening(q.Text), of(q, p.Doc.Language)),
				})
			}
		default:
		}
	}
}

// of names the speaker, if the speaker has a name.
func of(q *quotes.Quote, tag string) string {
	if surname(q.Speaker, wordpack.Of(tag)) == "" {
		return ""
	}
	return " of “" + lint.Shorten(q.Speaker.Text, 40) + "”"
}

// differs says where the words are in the source, what the first difference is, and what
// to do.
func differs(r *collate.Result) string {
	first := r.Differences[0]
	more := ""
	if n := len(r.Differences) - 1; n > 0 {
		more = fmt.Sprintf(", and %d more", n)
	}
	remedy := "restore the words or paraphrase"
	switch first.Kind {
	case collate.Missing:
		if remedy = "restore it or paraphrase"; first.Words > 1 {
			remedy = "restore them, or mark with …"
		}
	case collate.Negated:
		remedy = "restore it or paraphrase"
	case collate.Added:
		remedy = "delete it, or put it in [brackets]"
	case collate.Moved:
		remedy = "keep the order of the source"
	case collate.Foreign:
		remedy = "make two quotations of it"
	default:
	}
	return fmt.Sprintf(" differs from %s:%d: %s%s; %s", r.Doc.Source.Path, r.Position().Line, first, more, remedy)
}
