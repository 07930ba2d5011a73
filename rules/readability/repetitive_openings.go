package readability

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed repetitive_openings.txtar
var repetitiveOpeningsDocs string

// RepetitiveOpenings flags sentences in a row that begin alike.
var RepetitiveOpenings = &lint.Rule{
	Name:     "repetitive-openings",
	Family:   lint.ReadabilityFamily,
	Summary:  "sentences in a row begin with the same word",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; no search engine and no accessibility standard looks at how sentences begin",
	},
	Languages: []string{"en"},
	Docs:      repetitiveOpeningsDocs,
	New:       func() lint.Checker { return &repetitiveOpenings{Max: 2, MinWords: 6} },
}

type repetitiveOpenings struct {
	Max      int `yaml:"max" doc:"sentences in a row that may begin alike"`
	MinWords int `yaml:"min_words" doc:"sentences of fewer words end a row: short ones are repeated for effect"`
}

// Init wants rows of two or more, of sentences of two words or more.
func (r *repetitiveOpenings) Init() error {
	if r.Max < 1 {
		return errors.New("max must be 1 or more")
	}
	if r.MinWords < 2 {
		return errors.New("min_words must be 2 or more")
	}
	return nil
}

// Check follows the sentences of each paragraph. A question ends a row as well:
// questions are asked one after the other on purpose.
func (r *repetitiveOpenings) Check(p *lint.Pass) {
	prose, keys := language.ProseOf(p.Doc), language.WordKeysOf(p.Doc)
	for i, block := range p.Doc.Paragraphs() {
		sentences := prose.SentencesIn(i)
		if len(sentences) <= r.Max {
			continue
		}
		text, row := block.Text.String(), 0
		for k := range sentences {
			if !r.plain(prose, &sentences[k], text) {
				row = 0
				continue
			}
			if row > 0 && !alike(prose, keys, &sentences[k-1], &sentences[k], text) {
				row = 0
			}
			if row++; row > r.Max && (k+1 == len(sentences) || !r.plain(prose, &sentences[k+1], text) || !alike(prose, keys, &sentences[k], &sentences[k+1], text)) {
				r.report(p, prose, block, sentences[k+1-row:k+1])
			}
		}
	}
}

// plain reports whether a sentence is the author's, long enough and no question.
func (r *repetitiveOpenings) plain(prose *language.Prose, s *language.Sentence, text string) bool {
	return int(s.To-s.From) >= r.MinWords && prose.Words[s.From].Voice == language.Author && text[s.End-1] != '?'
}

// alike reports whether two sentences begin with the same word; behind one that only
// leads to the next, with the same two.
func alike(prose *language.Prose, keys []uint64, a, b *language.Sentence, text string) bool {
	if keys[a.From] != keys[b.From] {
		return false // as most do not
	}
	first := wordAt(prose, a.From, text)
	if !strings.EqualFold(first, wordAt(prose, b.From, text)) {
		return false
	}
	if !leads(first) {
		return true
	}
	return strings.EqualFold(wordAt(prose, a.From+1, text), wordAt(prose, b.From+1, text))
}

// leads reports whether a word leads to the next: an article, or a preposition or
// conjunction, which writers line up on purpose (“For Ada, … For Ben, …”).
func leads(word string) bool {
	switch strings.ToLower(word) {
	case "a", "an", "the", "this", "that", "these", "those",
		"after", "among", "as", "at", "because", "before", "by", "during", "for", "from", "if", "in", "on", "since", "to", "under",
		"until", "when", "where", "while", "with", "without":
		return true
	}
	return false
}

func wordAt(prose *language.Prose, k int32, text string) string {
	w := prose.Words[k]
	return text[w.Start:w.End]
}

// report flags the first word of the last sentence of a row and names the others.
func (r *repetitiveOpenings) report(p *lint.Pass, prose *language.Prose, block *lint.Block, row []language.Sentence) {
	opening := func(s *language.Sentence) (start, end int) {
		k := s.From
		if leads(wordAt(prose, k, block.Text.String())) {
			k++
		}
		return int(prose.Words[s.From].Start), int(prose.Words[k].End)
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
