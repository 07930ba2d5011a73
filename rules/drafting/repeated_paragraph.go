package drafting

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

//go:embed repeated_paragraph.txtar
var repeatedParagraphDocs string

// RepeatedParagraph flags text that was pasted twice.
var RepeatedParagraph = &lint.Rule{
	Name:     "repeated-paragraph",
	Family:   lint.DraftingFamily,
	Summary:  "a paragraph or a long sentence is in the text twice",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing; pasting and moving text leaves copies",
	},
	Off:  true, // explained in the documentation of the rule
	Docs: repeatedParagraphDocs,
	New:  func() lint.Checker { return &repeatedParagraph{MinWords: 12} },
}

type repeatedParagraph struct {
	MinWords int `yaml:"min_words" doc:"paragraphs and sentences of fewer words may be repeated"`
}

// passage is a paragraph or a sentence and the hash of its words.
type passage struct {
	key        uint64
	block      int
	start, end int // offsets in the block's text
	paragraph  bool
}

// Check uses a filter of hashes first and compares passages only after a collision, which
// is rare by chance. Without a collision nothing is allocated.
func (r *repeatedParagraph) Check(p *lint.Pass) {
	if r.suspicious(p.Doc) && !transcript.Verbatim(p.Doc) {
		r.compare(p)
	}
}

// suspicious reports whether two passages may be the same.
func (r *repeatedParagraph) suspicious(d *lint.Document) bool {
	var filter [1024]uint64 // a Bloom filter
	again := func(mark uint64) bool {
		word, bits := &filter[mark>>54], uint64(1)<<(mark>>48&63)|uint64(1)<<(mark>>42&63)
		before := *word
		*word |= bits
		return before&bits == bits
	}
	prose, keys := language.ProseOf(d), language.WordKeysOf(d)
	for i, block := range d.Prose() {
		if !repeatable(block) {
			continue
		}
		sentences, whole := prose.SentencesIn(i), uint64(0)
		for k := range sentences {
			s := &sentences[k]
			mark := markOf(keys[s.From:s.To])
			if whole += mark; r.counts(prose, s) && again(mark) {
				return true
			}
		}
		if n := len(sentences); n > 1 && r.counts(prose, joined(sentences)) && again(whole) {
			return true
		}
	}
	return false
}

// markOf returns a hash of the words. It combines their number with three of them, which
// distinguishes most sentences.
func markOf(keys []uint64) uint64 {
	n := len(keys)
	if n == 0 {
		return 0
	}
	return (keys[0] + 3*keys[n/2] + 5*keys[n-1] + uint64(n)) * 0x9e3779b97f4a7c15
}

// compare reports each passage that occurs exactly twice. One that occurs more often is
// boilerplate. The sentences of a repeated paragraph are not reported again.
func (r *repeatedParagraph) compare(p *lint.Pass) {
	times := map[uint64]int{}
	r.passages(p.Doc, func(g passage) bool {
		times[g.key]++
		return true
	})
	seen := map[uint64]passage{}
	done := lint.None
	r.passages(p.Doc, func(g passage) bool {
		first, again := seen[g.key]
		if !again {
			seen[g.key] = g
			return true
		}
		if g.block == done || times[g.key] > 2 || leadsIn(p.Doc, g) || !sameLinks(p.Doc, first, g) || parallel(p.Doc, first, g) {
			return true
		}
		what := "Sentence"
		if g.paragraph {
			what, done = "Paragraph", g.block
		}
		text := p.Doc.Blocks[g.block].Text
		at := p.Doc.Blocks[first.block].Text.Span(first.start, first.end)
		p.Report(lint.Finding{
			Span:     text.Span(g.start, g.end),
			Message:  fmt.Sprintf("%s is already on line %d; delete one of the two", what, p.Doc.Source.Position(at.Start).Line),
			Together: "%d passages are in the draft twice; delete one of each two",
			Related:  []lint.Related{{Span: at, Message: "the first of the two"}},
		})
		return true
	})
}

// repeatable reports whether a block is compared. Only paragraphs are: parallel list items
// and footnotes may be identical. Text that begins in italics is a note on the article, which some sites
// print both above and below it.
func repeatable(b *lint.Block) bool {
	return b.Kind == lint.Paragraph && !b.Footnote && !b.Marked(lint.MarkEmphasis, 0)
}

// leadsIn reports whether a passage only introduces what follows: it ends in a colon, or
// code follows its paragraph.
func leadsIn(d *lint.Document, g passage) bool {
	if strings.HasSuffix(d.Blocks[g.block].Text.Slice(g.start, g.end), ":") {
		return true
	}
	return g.paragraph && g.block+1 < len(d.Blocks) && d.Blocks[g.block+1].Kind == lint.Code
}

// sameLinks reports whether the links in two passages have the same targets. The same
// words about something else are not a copy.
func sameLinks(d *lint.Document, a, b passage) bool {
	targets := func(g passage) (list []string) {
		for _, m := range d.Blocks[g.block].Marks {
			if m.Kind == lint.MarkLink && m.Start >= g.start && m.End <= g.end {
				list = append(list, d.Links[m.Index].Target.String())
			}
		}
		return list
	}
	return slices.Equal(targets(a), targets(b))
}

// joined returns all sentences of a block as a single one.
func joined(sentences []language.Sentence) *language.Sentence {
	whole, last := sentences[0], &sentences[len(sentences)-1]
	whole.To, whole.End = last.To, last.End
	return &whole
}

// counts reports whether a passage is long enough and written by the author.
func (r *repeatedParagraph) counts(prose *language.Prose, s *language.Sentence) bool {
	return int(s.To-s.From) >= r.MinWords && prose.Words[s.From].Voice == language.Author
}

// passages calls found for each of the author's paragraphs and for every sentence in it
// that is long enough, the paragraph first, until found returns false.
func (r *repeatedParagraph) passages(d *lint.Document, found func(passage) bool) {
	prose, keys := language.ProseOf(d), language.WordKeysOf(d)
	for i, block := range d.Prose() {
		if !repeatable(block) {
			continue
		}
		sentences := prose.SentencesIn(i)
		if len(sentences) > 1 && !r.offer(prose, keys, joined(sentences), true, found) {
			return
		}
		for k := range sentences {
			if !r.offer(prose, keys, &sentences[k], len(sentences) == 1, found) {
				return
			}
		}
	}
}

func (r *repeatedParagraph) offer(prose *language.Prose, keys []uint64, s *language.Sentence, paragraph bool, found func(passage) bool) bool {
	if !r.counts(prose, s) {
		return true
	}
	key := uint64(14695981039346656037)
	for _, k := range keys[s.From:s.To] {
		key = (key ^ k) * 1099511628211
		key ^= key >> 29
	}
	return found(passage{key, int(s.Block), int(s.Start), int(s.End), paragraph})
}
