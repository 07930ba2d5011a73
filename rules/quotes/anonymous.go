package quotes

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
)

//go:embed anonymous.txtar
var anonymousDocs string

// Anonymous flags a quotation whose speaker has no name.
var Anonymous = &lint.Rule{
	Name:     "anonymous-source",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation comes from a source without a name",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "NPR Ethics Handbook, Transparency: identify a source as clearly as possible; AP on anonymous sources",
		URL:    "https://www.npr.org/about-npr/688413430/transparency",
	},
	Languages: []string{"en"},
	Docs:      anonymousDocs,
	New:       func() lint.Checker { return &anonymous{Words: 4} },
}

type anonymous struct {
	Words int `yaml:"words" doc:"words from which on a quotation needs a source with a name"`
}

// Check asks the facts about quotations. The finding sits on the words that stand
// for the speaker; a description or a reason makes it milder.
func (r *anonymous) Check(p *lint.Pass) {
	last := lint.Span{Start: lint.None}
	for _, q := range quotes.Of(p.Doc) {
		if !q.Anonymous || q.Speaker == nil || q.Words < r.Words || q.Speaker.Span == last || isCrowd(q.Speaker.Text) {
			continue // a quotation that goes on behind its speaker is no second one
		}
		if supposed(p.Doc, &q) {
			continue
		}
		last = q.Speaker.Span
		f := lint.Finding{
			Span:    q.Speaker.Span,
			Message: fmt.Sprintf("Speaker read as “%s” has no name; name them, or say why you do not", called(q.Speaker)),
			Related: []lint.Related{{Span: q.Span, Message: "the quotation"}},
		}
		if q.Described {
			f.Severity = lint.Advice
			f.Message = fmt.Sprintf("Speaker read as “%s” is described and not named; name them if you can", called(q.Speaker))
		}
		p.Report(f)
	}
}

// supposed reports whether nobody has spoken yet: somebody is to say the words ("asks
// staffers to promise"), or may ("when a leader says").
func supposed(d *lint.Document, q *quotes.Quote) bool {
	const near = 24 // bytes, more than the longest of the words
	if q.Cue != nil {
		at := q.Cue.Span.Start
		if lastWord(d.Source.Slice(lint.Span{Start: at - near, End: at})) == "to" && infinitive(q.Cue.Text) {
			return true
		}
	}
	at := q.Speaker.Span.Start
	switch lastWord(d.Source.Slice(lint.Span{Start: at - near, End: at})) {
	case "when", "whenever", "if", "unless", "whether", "until":
		return true
	}
	return false
}

// infinitive reports whether a verb of saying may stand behind "to": it has no ending and
// is none of the irregular past forms.
func infinitive(verb string) bool {
	switch strings.ToLower(verb) {
	case "said", "told", "wrote", "spoke", "thought", "swore", "sang", "went", "shot":
		return false
	}
	return !strings.HasSuffix(verb, "ed") && !strings.HasSuffix(verb, "s")
}

// isCrowd reports whether a speaker stands for the many or for anybody (“users”, “some
// people”, “someone”), whom nobody would think of naming, or for somebody who was
// spoken of before (“the person”). “People familiar with the talks” are a source.
func isCrowd(speaker string) bool {
	fields := strings.Fields(strings.ToLower(speaker))
	if len(fields) == 0 || fields[0] == "the" {
		return true
	}
	for _, word := range fields[:len(fields)-1] {
		switch word {
		case "familiar", "close", "with", "to", "involved", "who":
			return false
		}
	}
	switch last := fields[len(fields)-1]; last {
	case "people", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "others", "user", "users", "student", "students",
		"member", "members", "voters", "visitors", "customers", "participants", "respondents", "protesters", "demonstrators", "fans",
		"supporters", "readers", "viewers", "children", "kids", "parents", "men", "women", "folks":
		return true
	case "person":
		return fields[0] == "a" || fields[0] == "an"
	default:
		return len(fields) == 1 && !strings.HasSuffix(last, "s") // an adjective: “Republican”
	}
}
