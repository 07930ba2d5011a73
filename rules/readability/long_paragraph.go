package readability

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed long_paragraph.txtar
var longParagraphDocs string

// LongParagraph flags a paragraph that looks like a wall.
var LongParagraph = &lint.Rule{
	Name:     "long-paragraph",
	Family:   lint.ReadabilityFamily,
	Summary:  "a paragraph has more words than readers like",
	Severity: lint.Warning,
	Needs:    []lint.Need{lint.NeedsSpaces},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; no search engine and no accessibility standard sets a length of paragraphs",
	},
	Docs: longParagraphDocs,
	New:  func() lint.Checker { return &longParagraph{Max: 150} },
}

type longParagraph struct {
	Max int `yaml:"max" doc:"words"`
}

// Check counts the words of each paragraph. The finding sits on the sentence at
// which a new paragraph could begin: the one after the middle.
func (r *longParagraph) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Paragraphs() {
		if len(prose.WordsIn(i)) <= r.Max {
			continue
		}
		words := prose.Count(i, i+1)
		if words <= r.Max {
			continue
		}
		start := middle(prose.SentencesIn(i))
		p.Report(lint.Finding{
			Span:    block.Text.Span(int(start.Start), int(start.End)),
			About:   block.Span,
			Message: fmt.Sprintf("Paragraph has %d words, over %d; a new one could begin here", words, r.Max),
		})
	}
}

// middle returns the first sentence that begins in the second half of a paragraph,
// or the last one.
func middle(sentences []language.Sentence) language.Sentence {
	if len(sentences) == 0 {
		return language.Sentence{}
	}
	first, last := sentences[0], sentences[len(sentences)-1]
	for _, s := range sentences {
		if s.From-first.From >= last.To-s.From {
			return s
		}
	}
	return last
}
