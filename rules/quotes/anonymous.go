package quotes

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
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
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Docs:      anonymousDocs,
	New:       func() lint.Checker { return &anonymous{Words: 4} },
}

type anonymous struct {
	Words int `yaml:"words" doc:"minimum length, in words, of a quotation that needs a named source"`
}

// Check reads the quotations of the draft. The finding is placed on the words for the
// speaker; a description or a reason for anonymity makes it milder.
func (r *anonymous) Check(p *lint.Pass) {
	if recorded(p) {
		return
	}
	last := lint.Span{Start: lint.None}
	for _, q := range quotes.Of(p.Doc) {
		if q.Words < r.Words || !unnamed(&q, wordpack.Of(p.Doc.Language)) || q.Speaker.Span == last {
			continue // the same quotation continues after the attribution
		}
		if afterLink(p.Doc, q.Speaker.Span) || supposed(p.Doc, &q) || namedNext(p.Doc, &q) || invented(p.Doc, &q) || published(p.Doc, &q) {
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

// afterLink reports whether the words for a speaker are in the text of a link, where readers
// can find out who it is.
func afterLink(d *lint.Document, speaker lint.Span) bool {
	return slices.ContainsFunc(d.Links, func(l lint.Link) bool {
		return l.Span.Start <= speaker.Start && speaker.End <= l.Span.End
	})
}

// unnamed reports whether a quotation has a speaker without a name whom a writer would name.
func unnamed(q *quotes.Quote, pack *wordpack.Pack) bool {
	return q.Anonymous && q.Spoken && !q.Explained && q.Speaker != nil && !isCrowd(q.Speaker.Text, pack)
}

// invented reports whether the sentence with the speaker, or the one before it, says that
// the words are made up: “As an example, imagine an employee who said …”.
func invented(d *lint.Document, q *quotes.Quote) bool {
	words := wordpack.Of(d.Language).Words("invented-speech")
	from := max(d.Blocks[q.Block].Span.Start, q.Speaker.Span.Start-farBefore)
	before := d.Source.Slice(lint.Span{Start: from, End: max(from, q.Speaker.Span.Start)})
	ends := 0
	for i := len(before) - 1; i > 0 && ends < 2; i-- {
		if (before[i] == ' ' || before[i] == '\n') && endsSentence(before[:i]) {
			if ends++; ends == 2 {
				before = before[i:]
			}
		}
	}
	for w := range strings.FieldsSeq(before) {
		if words.HasWord(strings.Trim(w, ",.:;()")) {
			return true
		}
	}
	return false
}

// farBefore is how many bytes before a speaker are read.
const farBefore = 400

// published reports whether the speaker is the authors of a study of a named institution,
// “Pew researchers”, and a link is nearby, so that readers can find who they are.
func published(d *lint.Document, q *quotes.Quote) bool {
	const near = 2 // blocks
	fields := strings.Fields(q.Speaker.Text)
	if len(fields) < 2 || !wordpack.Of(d.Language).Words("study-authors").HasWord(fields[len(fields)-1]) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(fields[len(fields)-2]); !unicode.IsUpper(first) {
		return false
	}
	for i := range d.Links {
		if l := &d.Links[i]; l.Block != lint.None && l.Block >= q.Block-near && l.Block <= q.Block {
			return true
		}
	}
	return false
}

// namedNext reports whether a name follows an unnamed speaker, in the same sentence or the
// next one of the paragraph: “One member was glad. “…,” Ann Bell wrote.”
func namedNext(d *lint.Document, q *quotes.Quote) bool {
	const far = 400 // bytes
	b := &d.Blocks[q.Block]
	at := q.Speaker.Span.End
	if at >= b.Span.End {
		return false
	}
	rest := d.Source.Slice(lint.Span{Start: at, End: min(at+far, b.Span.End)})
	sentences, capitals := 0, 0
	for word := range strings.FieldsSeq(rest) {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) {
			capitals = 0
		} else if capitals++; capitals == 2 {
			return true
		}
		if strings.ContainsAny(word, ",.;:!?") {
			capitals = 0
		}
		if endsSentence(word) {
			if sentences++; sentences == 2 {
				return false
			}
		}
	}
	return false
}

// supposed reports whether the words are hypothetical: someone is asked to say them ("asks
// staffers to promise"), or may say them ("when a leader says").
func supposed(d *lint.Document, q *quotes.Quote) bool {
	const near = 24 // bytes, more than the longest of the words
	pack := wordpack.Of(d.Language)
	if q.Cue != nil {
		at := q.Cue.Span.Start
		before := lastWord(d.Source.Slice(lint.Span{Start: at - near, End: at}))
		if pack.Words("infinitive-mark").HasWord(before) && infinitive(q.Cue.Text, pack) {
			return true
		}
	}
	at := q.Speaker.Span.Start
	return pack.Words("not-spoken-yet").HasWord(lastWord(d.Source.Slice(lint.Span{Start: at - near, End: at})))
}

// infinitive reports whether a verb of saying may follow "to": it has no inflectional
// ending and is not an irregular past form.
func infinitive(verb string, pack *wordpack.Pack) bool {
	return !pack.Words("past-of-saying").HasWord(verb) && !endsInAny(verb, pack.List("finite-endings"))
}

func endsInAny(word string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(word, ending) })
}

// isCrowd reports whether a speaker is a general group or anyone (“users”, “some people”,
// “someone”), or somebody of the author’s own circle (“a colleague”), who would not be
// named, or someone mentioned before (“the person”, “this man”). “People familiar with the
// talks” are a source.
func isCrowd(speaker string, pack *wordpack.Pack) bool {
	fields := strings.Fields(strings.ToLower(speaker))
	if len(fields) == 0 || pack.Words("mentioned-before").HasWord(fields[0]) {
		return true
	}
	last := fields[len(fields)-1]
	switch relations := pack.Words("source-relations"); {
	case slices.ContainsFunc(fields[:len(fields)-1], relations.HasWord):
		return false
	case pack.Words("anybody").HasWord(last):
		return true
	case pack.Words("any-person").HasWord(last):
		return pack.Words("indefinite-articles").HasWord(fields[0]) || pack.Words("one-of-many").HasWord(fields[0])
	default:
		return len(fields) == 1 && !endsInAny(last, pack.List("plural-endings"))
	}
}
