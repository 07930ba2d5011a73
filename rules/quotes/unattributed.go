package quotes

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed unattributed.txtar
var unattributedDocs string

// Unattributed flags a quotation without an attribution.
var Unattributed = &lint.Rule{
	Name:     "unattributed-quote",
	Family:   lint.QuotesFamily,
	Summary:  "a quotation has no speaker in its sentence or beside it",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Reuters, The Essentials of Reuters sourcing; AP on quotations",
		URL:    "https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing",
	},
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: []string{"en"},
	Articles:  true,
	Docs:      unattributedDocs,
	New:       func() lint.Checker { return &unattributed{Words: 5, Spoken: usual} },
}

// usual is how many attributed quotations show that an article normally names its
// speakers.
const usual = 3

// A text with mostLines quotations without a speaker is fiction or another dialogue, and so is one
// with fewestLines if they are more than one for every ofSpoken that have a speaker.
const (
	mostLines   = 20
	fewestLines = 8
	ofSpoken    = 4
)

type unattributed struct {
	Words  int `yaml:"words" doc:"minimum length, in words, of a quotation that needs a speaker"`
	Spoken int `yaml:"spoken" doc:"minimum number of attributed quotations; an article with fewer is left alone"`
}

// Check reads the quotations of the draft; block quotations are left to unsourced-quote.
// In an article that normally names speakers, a missing attribution is an oversight and a
// warning. In others it is advice, and only where the configuration asks for it, as the profile
// for news does: editors called one of fourteen such findings true. Without any attribution, quoted
// words are samples, labels and examples, and only a paragraph of speech after one about a
// person needs a speaker.
func (r *unattributed) Check(p *lint.Pass) {
	if recorded(p) {
		return
	}
	all := quotes.Of(p.Doc)
	spoken := 0
	for i := range all {
		if q := &all[i]; q.Spoken && q.Words >= r.Words {
			spoken++
		}
	}
	if spoken < r.Spoken {
		return
	}
	var found []lint.Finding
	for i, q := range all {
		if q.BlockQuotation || q.Words < r.Words || q.Attributed() || !speech(p.Doc, &q) || spoken == 0 && !alone(p.Doc, &q) || !closed(p.Doc, q) || namedAfter(p.Doc, &q) || explained(p.Doc, q) ||
			plain(p.Doc, all, i) || spoken < usual && (reported(p.Doc, &q) || onlyAsks(q.Text)) || sample(p.Doc, q) || repeats(all, q) || between(p.Doc, all[i+1:], q) {
			continue
		}
		f := lint.Finding{
			Span:    q.Span,
			Message: fmt.Sprintf("Quotation “%s” has no speaker; say whose words these are", opening(q.Text)),
		}
		if spoken < usual || guessed(p.Doc, q) {
			f.Severity = lint.Advice
		}
		found = append(found, f)
	}
	if len(found) >= mostLines || len(found) >= fewestLines && ofSpoken*len(found) > spoken {
		p.Skip("dialogue, as in fiction, where the turn names the speaker")
		return
	}
	for _, f := range found {
		p.Report(f)
	}
}

// speech reports whether a quotation looks like speech: whole sentences that end within
// the marks, in running text. In a list, a table or a note, after a label or in brackets
// it is a sample or a title; as part of the author's sentence it is a term.
func speech(d *lint.Document, q *quotes.Quote) bool {
	b := &d.Blocks[q.Block]
	if !q.Full || b.Kind != lint.Paragraph || b.Footnote {
		return false
	}
	text := strings.TrimRight(q.Text, "”\"’' ")
	if text == "" || !strings.ContainsRune(".?!,…—–-", lastRune(text)) {
		return false
	}
	before := strings.TrimRight(b.Text.Slice(0, q.Start), " \u00a0\n")
	if before == "" {
		return true
	}
	// Inside the author's sentence, whole sentences need an attribution to be speech. Without
	// one, they are something else: a question, a rule, a label.
	last := lastRune(before)
	return last != ':' && last != '(' && last != ',' && (endsSentence(before) || last == ';')
}

// namedAfter reports whether a name and nothing else follows a quotation in its paragraph:
// “…” Rabbi Ada Levi.
func namedAfter(d *lint.Document, q *quotes.Quote) bool {
	const most = 7 // words
	b := &d.Blocks[q.Block]
	after := strings.Fields(strings.Trim(b.Text.Slice(q.End, b.Text.Len()), " \n.,()—–-"))
	names := 0
	for _, word := range after {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			names++
		}
	}
	return len(after) <= most && names > 1
}

// onlyAsks reports whether all sentences of a quotation are questions, which anybody may
// ask.
func onlyAsks(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, "”\"’' "), "?") && !strings.ContainsAny(text, ".!")
}

// alone reports whether a quotation is a paragraph of its own and the previous paragraph
// names someone.
func alone(d *lint.Document, q *quotes.Quote) bool {
	b := &d.Blocks[q.Block]
	if strings.TrimSpace(b.Text.Slice(0, q.Start)) != "" || strings.TrimSpace(b.Text.Slice(q.End, b.Text.Len())) != "" {
		return false
	}
	lead := leadIn(d, q.Block)
	return lead != lint.None && d.Blocks[lead].Kind == lint.Paragraph && names(d.Blocks[lead].Text.String(), wordpack.Of(d.Language))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// between reports whether a quotation is a paragraph of its own between a paragraph that
// names a speaker and a quotation attributed to the same one.
func between(d *lint.Document, next []quotes.Quote, q quotes.Quote) bool {
	if q.Start > 0 || q.Block == 0 || len(next) == 0 || next[0].Block != q.Block+1 || next[0].Start > 0 || !next[0].Attributed() {
		return false
	}
	name := surname(next[0].Speaker, wordpack.Of(d.Language))
	return name != "" && d.Blocks[q.Block-1].Prose() && strings.Contains(d.Blocks[q.Block-1].Text.String(), name)
}

// closed reports whether the end of a quotation is known. If it is not, unbalanced-quote
// reports that, and anything else would be a guess.
func closed(d *lint.Document, q quotes.Quote) bool {
	return q.Pair == lint.None || pairing.Of(d).Pairs[q.Pair].Closed
}

// repeats reports whether the words of a quotation also occur in the article with their
// speaker, which makes it a pull quote.
func repeats(quotes []quotes.Quote, q quotes.Quote) bool {
	for i := range quotes[:min(len(quotes), mostQuotes)] {
		if o := &quotes[i]; o.Attributed() && len(o.Text) >= len(q.Text) && strings.Contains(o.Text, strings.TrimRight(q.Text, ".,")) {
			return true
		}
	}
	return false
}
