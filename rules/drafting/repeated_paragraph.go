package drafting

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed repeated_paragraph.txtar
var repeatedParagraphDocs string

// RepeatedParagraph flags what was pasted twice.
var RepeatedParagraph = &lint.Rule{
	Name:     "repeated-paragraph",
	Family:   lint.DraftingFamily,
	Summary:  "a paragraph or a long sentence stands in the text twice",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing; pasting and moving text leaves copies",
	},
	Docs: repeatedParagraphDocs,
	New:  func() lint.Checker { return &repeatedParagraph{MinWords: 10} },
}

type repeatedParagraph struct {
	MinWords int `yaml:"min_words" doc:"paragraphs and sentences of fewer words may be repeated"`
}

// passage is a paragraph or a sentence and the key of its words.
type passage struct {
	key        uint64
	block      int
	start, end int // offsets in the block's text
	paragraph  bool
}

// Check sieves first: only where two passages fall through one hole of a sieve are
// they compared, which hardly ever happens by chance and costs no memory otherwise.
func (r *repeatedParagraph) Check(p *lint.Pass) {
	var sieve [1024]uint64
	suspicious := false
	r.passages(p.Doc, func(g passage) bool {
		hole := g.key >> 48
		suspicious = suspicious || sieve[hole>>6]&(1<<(hole&63)) != 0
		sieve[hole>>6] |= 1 << (hole & 63)
		return !suspicious
	})
	if suspicious {
		r.compare(p)
	}
}

// compare reports each passage that stood in the text before. The sentences of a
// repeated paragraph are not reported again.
func (r *repeatedParagraph) compare(p *lint.Pass) {
	seen := map[uint64]passage{}
	done := lint.None
	r.passages(p.Doc, func(g passage) bool {
		first, again := seen[g.key]
		if !again {
			seen[g.key] = g
			return true
		}
		if g.block == done {
			return true
		}
		what := "Sentence"
		if g.paragraph {
			what, done = "Paragraph", g.block
		}
		if g.paragraph && p.Doc.Blocks[g.block].Kind == lint.Item {
			what = "Item"
		}
		text := p.Doc.Blocks[g.block].Text
		at := p.Doc.Blocks[first.block].Text.Span(first.start, first.end)
		p.Report(lint.Finding{
			Span:    text.Span(g.start, g.end),
			Message: fmt.Sprintf("%s stands on line %d already; take one of the two out", what, p.Doc.Source.Position(at.Start).Line),
			Related: []lint.Related{{Span: at, Message: "the first of the two"}},
		})
		return true
	})
}

// passages calls found for every paragraph and item of the author's and for every
// sentence in them that is long enough, the paragraph first, until found returns false.
// What begins in italics is a note on the article, which some sites set above and below it.
func (r *repeatedParagraph) passages(d *lint.Document, found func(passage) bool) {
	prose, keys := language.ProseOf(d), language.WordKeysOf(d)
	for i, block := range d.Prose() {
		if block.Kind != lint.Paragraph && block.Kind != lint.Item {
			continue
		}
		if block.Marked(lint.MarkEmphasis, 0) {
			continue
		}
		sentences := prose.SentencesIn(i)
		if n := len(sentences); n > 1 {
			whole := sentences[0]
			whole.To, whole.End = sentences[n-1].To, sentences[n-1].End
			if !r.offer(prose, keys, &whole, true, found) {
				return
			}
		}
		for k := range sentences {
			if !r.offer(prose, keys, &sentences[k], len(sentences) == 1, found) {
				return
			}
		}
	}
}

func (r *repeatedParagraph) offer(prose *language.Prose, keys []uint64, s *language.Sentence, paragraph bool, found func(passage) bool) bool {
	if int(s.To-s.From) < r.MinWords || prose.Words[s.From].Voice != language.Author {
		return true
	}
	key := uint64(14695981039346656037)
	for _, k := range keys[s.From:s.To] {
		key = (key ^ k) * 1099511628211
		key ^= key >> 29
	}
	return found(passage{key, int(s.Block), int(s.Start), int(s.End), paragraph})
}
