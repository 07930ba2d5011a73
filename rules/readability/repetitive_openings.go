package readability

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed repetitive_openings.txtar
var repetitiveOpeningsDocs string

// RepetitiveOpenings flags consecutive sentences that begin alike.
var RepetitiveOpenings = &lint.Rule{
	Name:     "repetitive-openings",
	Family:   lint.ReadabilityFamily,
	Summary:  "sentences in a row begin with the same word",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; no search engine and no accessibility standard looks at how sentences begin",
	},
	Off:       true,
	Languages: wordpack.WithLists("leading-words"),
	Docs:      repetitiveOpeningsDocs,
	New:       func() lint.Checker { return &repetitiveOpenings{Max: 2, MinWords: 6} },
}

type repetitiveOpenings struct {
	Max      int `yaml:"max" doc:"sentences in a row that may begin alike"`
	MinWords int `yaml:"min_words" doc:"sentences of fewer words end a row: short ones are repeated for effect"`
}

// Init requires runs of at least two sentences, with at least two words each.
func (r *repetitiveOpenings) Init() error {
	if r.Max < 1 {
		return errors.New("max must be 1 or more")
	}
	if r.MinWords < 2 {
		return errors.New("min_words must be 2 or more")
	}
	return nil
}

// Check follows the sentences of each paragraph. A question ends a run: consecutive
// questions are usually deliberate.
func (r *repetitiveOpenings) Check(p *lint.Pass) {
	rows := openings{language.ProseOf(p.Doc), language.WordKeysOf(p.Doc), wordpack.Of(p.Doc.Language).Words("leading-words")}
	for i, block := range p.Doc.Paragraphs() {
		sentences := rows.prose.SentencesIn(i)
		if len(sentences) <= r.Max {
			continue
		}
		text, row := block.Text.String(), 0
		for k := range sentences {
			if !r.plain(rows.prose, &sentences[k], text) {
				row = 0
				continue
			}
			if row > 0 && !rows.alike(&sentences[k-1], &sentences[k], text) {
				row = 0
			}
			if row++; row > r.Max && (k+1 == len(sentences) || !r.plain(rows.prose, &sentences[k+1], text) || !rows.alike(&sentences[k], &sentences[k+1], text)) {
				r.report(p, &rows, block, sentences[k+1-row:k+1])
			}
		}
	}
}

// plain reports whether a sentence is the author's, long enough and not a question.
func (r *repetitiveOpenings) plain(prose *language.Prose, s *language.Sentence, text string) bool {
	return int(s.To-s.From) >= r.MinWords && prose.Words[s.From].Voice == language.Author && text[s.End-1] != '?'
}

// openings compares how sentences begin. leads holds the words, such as articles, after
// which the next word is compared as well.
type openings struct {
	prose *language.Prose
	keys  []uint64
	leads *token.Set
}

// alike reports whether two sentences begin with the same word or, if that is in leads,
// with the same two words.
func (o *openings) alike(a, b *language.Sentence, text string) bool {
	if o.keys[a.From] != o.keys[b.From] {
		return false // most pairs
	}
	if !strings.EqualFold(wordAt(o.prose, a.From, text), wordAt(o.prose, b.From, text)) {
		return false
	}
	if !o.leads.Has(o.keys[a.From]) {
		return true
	}
	return strings.EqualFold(wordAt(o.prose, a.From+1, text), wordAt(o.prose, b.From+1, text))
}

func wordAt(prose *language.Prose, k int32, text string) string {
	w := prose.Words[k]
	return text[w.Start:w.End]
}

// report flags the first word of the last sentence of a run and lists the others.
func (r *repetitiveOpenings) report(p *lint.Pass, o *openings, block *lint.Block, row []language.Sentence) {
	opening := func(s *language.Sentence) (start, end int) {
		k := s.From
		if o.leads.Has(o.keys[k]) {
			k++
		}
		return int(o.prose.Words[s.From].Start), int(o.prose.Words[k].End)
	}
	start, end := opening(&row[len(row)-1])
	f := lint.Finding{
		Span: block.Text.Span(start, end), About: block.Text.Span(int(row[0].Start), end),
		Message: fmt.Sprintf("%d sentences in a row begin with “%s”, over %d; open one of them in another way",
			len(row), block.Text.Slice(start, end), r.Max),
	}
	for i := range row[:len(row)-1] {
		start, end := opening(&row[i])
		f.Related = append(f.Related, lint.Related{Span: block.Text.Span(start, end), Message: "begins alike"})
	}
	p.Report(f)
}
