package quotes

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed scare.txtar
var scareDocs string

// Scare flags a term that is put in quotation marks repeatedly.
var Scare = &lint.Rule{
	Name:     "scare-quotes",
	Family:   lint.QuotesFamily,
	Summary:  "the same few words are put in quotation marks again",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice, as in the AP Stylebook: marks around an unfamiliar term on first reference only",
	},
	Off:       true,
	Needs:     []lint.Need{lint.NeedsQuotations},
	Languages: wordpack.WithLists("announcing-marks"),
	Docs:      scareDocs,
	New:       func() lint.Checker { return &scare{MaxWords: 3, Times: 2} },
}

type scare struct {
	MaxWords int `yaml:"max_words" doc:"words that a term may have"`
	Times    int `yaml:"times" doc:"times that a term is in quotation marks before it is flagged"`
}

// term is a few words in quotation marks.
type term struct {
	first, last *pairing.Pair
	count       int
	spoken      bool // used as a word or attributed at least once, so the marks have a reason
}

// Check groups pairs of marks by their words and reports, at its last place, each term
// that is marked at least twice. If one of the pairs has a reason, all have.
func (r *scare) Check(p *lint.Pass) {
	pairs := pairing.Of(p.Doc).Pairs
	if len(pairs) < 2 {
		return
	}
	said, function := quotes.Of(p.Doc), wordpack.Of(p.Doc.Language).Words("function-words")
	places := map[string]int{} // indexes of terms by their folded words
	var terms []term
	for i := range pairs {
		for len(said) > 0 && (said[0].Pair == lint.None || said[0].Pair < i) {
			said = said[1:]
		}
		words := inside(p.Doc, &pairs[i])
		if words == "" || len(words) > 30*r.MaxWords || strings.Count(words, " ") >= r.MaxWords || proper(words, function) {
			continue
		}
		key := token.Fold(words)
		k, again := places[key]
		if !again {
			k = len(terms)
			places[key] = k
			terms = append(terms, term{first: &pairs[i]})
		}
		t := &terms[k]
		t.last = &pairs[i]
		t.count++
		t.spoken = t.spoken || len(said) > 0 && said[0].Pair == i ||
			t.count == 2 && !candidate(p.Doc, t.first) || t.count > 1 && !candidate(p.Doc, t.last)
	}
	for k := range terms {
		if t := &terms[k]; t.count >= max(2, r.Times) && !t.spoken {
			t.report(p)
		}
	}
}

func (t *term) report(p *lint.Pass) {
	again := "again"
	if t.count > 2 {
		again = fmt.Sprintf("%d times", t.count)
	}
	text := p.Doc.Blocks[t.last.Block].Text
	p.Report(lint.Finding{
		Span:    text.Span(t.last.Start, t.last.End),
		Message: fmt.Sprintf("“%s” is in quotation marks %s; leave them out after the first", inside(p.Doc, t.last), again),
		Related: []lint.Related{{
			Span: p.Doc.Blocks[t.first.Block].Text.Span(t.first.Start, t.first.End), Message: "the first time",
		}},
	})
}

// candidate reports whether a pair of marks may contain one of the author's terms: not in
// speech, a heading, a list or a table, and not words that are mentioned as words.
func candidate(d *lint.Document, pair *pairing.Pair) bool {
	b := &d.Blocks[pair.Block]
	if !pair.Closed || pair.Depth > 0 || pair.EndBlock != pair.Block || !b.Prose() || b.Kind != lint.Paragraph {
		return false
	}
	before := strings.TrimRight(b.Text.Slice(0, pair.Start), " \u00a0")
	pack := wordpack.Of(d.Language)
	announcing, links := pack.Words("announcing-marks"), pack.List("series-links")
	last, rest := endingWord(before)
	if pack.Words("indefinite-articles").HasWord(last) {
		last, rest = endingWord(rest)
	}
	if pack.Words("term-of").HasWord(last) {
		last, _ = endingWord(rest)
	}
	if announcing.HasWord(last) || endsIn(before, ":=/%") {
		return false
	}
	after := b.Text.Slice(pair.End, min(b.Text.Len(), pair.End+40))
	if slices.Contains(links, last) || inSeries(before, after, links) {
		return false // one of several quoted words side by side
	}
	next, _, _ := strings.Cut(strings.TrimLeft(after, " \u00a0"), " ")
	return !announcing.HasWord(strings.Trim(next, ",.;:)"))
}

// endsIn reports whether a text ends in one of some signs. What follows a colon, an equals
// sign or a percentage (an answer in a poll) is not a term.
func endsIn(text, signs string) bool {
	return text != "" && strings.IndexByte(signs, text[len(text)-1]) >= 0
}

// endingWord returns the last word of a text in lower case and the text before it.
func endingWord(s string) (word, before string) {
	s = strings.TrimRight(s, " \u00a0")
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	_, n := utf8.DecodeRuneInString(s[max(i, 0):])
	if i < 0 {
		return strings.ToLower(s), ""
	}
	return strings.ToLower(s[i+n:]), s[:i]
}

// inSeries reports whether other quoted words are directly beside a pair: “a,” “b” and
// “c”.
func inSeries(before, after string, links []string) bool {
	if strings.HasSuffix(before, "”") || strings.HasSuffix(before, "\"") || strings.HasSuffix(before, "”,") || strings.HasSuffix(before, "\",") {
		return true
	}
	if rest, ok := strings.CutPrefix(after, ", "); ok {
		return opensMark(rest)
	}
	rest, spaced := strings.CutPrefix(after, " ")
	return spaced && (opensMark(rest) || slices.ContainsFunc(links, func(link string) bool {
		after, ok := strings.CutPrefix(rest, link+" ")
		return ok && opensMark(after)
	}))
}

func opensMark(text string) bool {
	return strings.HasPrefix(text, "“") || strings.HasPrefix(text, "\"")
}

// inside returns the words between a pair of marks, without a comma or full stop that is
// there by typographic convention; "" if they span several blocks.
func inside(d *lint.Document, pair *pairing.Pair) string {
	if pair.EndBlock != pair.Block {
		return "" // speech over several paragraphs
	}
	s := d.Blocks[pair.Block].Text.Slice(pair.Start, pair.End)
	s = strings.TrimFunc(s, isMark)
	return strings.TrimSpace(strings.TrimRight(s, ",.;"))
}

func isMark(r rune) bool {
	switch r {
	case '“', '”', '"', '‘', '’', '\'', '„', '«', '»', '`':
		return true
	}
	return false
}

// proper reports whether the words are a name or not words at all: all content words begin
// with a capital or a digit, or the text contains symbols of code.
func proper(words string, function *token.Set) bool {
	if strings.ContainsAny(words, "_/\\=<>{}()[]#@*&$%|?!") {
		return true
	}
	for w := range strings.FieldsSeq(words) {
		if c := w[0]; c >= 'a' && c <= 'z' && !function.HasWord(w) {
			return false
		}
	}
	return strings.ContainsFunc(words, unicode.IsUpper) || !strings.ContainsFunc(words, unicode.IsLetter)
}
