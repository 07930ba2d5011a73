package readability

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed long_paragraph.txtar
var longParagraphDocs string

// LongParagraph flags a paragraph that is too long.
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
	New:  func() lint.Checker { return &longParagraph{Max: 160} },
}

type longParagraph struct {
	Max int `yaml:"max" doc:"words"`
}

// Check counts the words of each paragraph. The finding is placed on the sentence after
// the middle, at which a new paragraph could begin.
func (r *longParagraph) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Paragraphs() {
		if len(prose.WordsIn(i)) <= r.Max {
			continue
		}
		words, sentences := longestPart(prose, i, block.Text.String())
		if words <= r.Max {
			continue
		}
		start := middle(sentences)
		p.Report(lint.Finding{
			Span:    block.Text.Span(int(start.Start), int(start.End)),
			About:   block.Span,
			Message: fmt.Sprintf("Paragraph has %d words, over %d; a new one could begin here", words, r.Max),
		})
	}
}

// longestPart returns the words and sentences of the longest part of a paragraph between
// two consecutive line breaks, which look like the end of a paragraph.
func longestPart(prose *language.Prose, i int, text string) (words int, part []language.Sentence) {
	sentences := prose.SentencesIn(i)
	from, n := 0, 0
	for k := range sentences {
		n += prose.Length(&sentences[k])
		if k+1 < len(sentences) && strings.Count(text[sentences[k].End:sentences[k+1].Start], "\n") < 2 {
			continue
		}
		if n > words {
			words, part = n, sentences[from:k+1]
		}
		from, n = k+1, 0
	}
	return words, part
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
