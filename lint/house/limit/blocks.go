package limit

import (
	"iter"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// quotable are the units in which block quotations can be counted, too.
func quotable() []string {
	return []string{"article", "prose", "block", "paragraph", "sentence", "any-sentence", "link-text"}
}

// prose yields the blocks in which something is counted: those of the author and, if the rule says so,
// of block quotations. Headings, tables and captions are not running text.
func (l *limit) prose(d *lint.Document) iter.Seq2[int, *lint.Block] {
	return func(yield func(int, *lint.Block) bool) {
		for i := range d.Blocks {
			b := &d.Blocks[i]
			switch {
			case !b.Prose() && (!l.quoted || b.Kind == lint.Code):
			case l.unit == "prose" && !slices.Contains([]lint.BlockKind{lint.Paragraph, lint.Item, lint.Term}, b.Kind):
			case !yield(i, b):
				return
			}
		}
	}
}

// paragraphs yields the paragraphs among the blocks in which something is counted.
func (l *limit) paragraphs(d *lint.Document) iter.Seq2[int, *lint.Block] {
	return func(yield func(int, *lint.Block) bool) {
		for i, b := range l.prose(d) {
			if b.Kind == lint.Paragraph && !b.Footnote && !yield(i, b) {
				return
			}
		}
	}
}

// withoutCode returns a part of the text of a block with asterisks for code: nothing is found in
// it, but it represents something.
func withoutCode(b *lint.Block, from, to int) string {
	text := b.Text.Slice(from, to)
	if !slices.ContainsFunc(b.Marks, func(m lint.Mark) bool { return m.Kind == lint.MarkCode }) {
		return text
	}
	var out strings.Builder
	for i, r := range text {
		if b.Marked(lint.MarkCode, from+i) {
			r = '*'
		}
		out.WriteRune(r)
	}
	return out.String()
}

// words counts the words in a range of blocks.
func (l *limit) words(d *lint.Document, at part) (n int) {
	p := language.ProseOf(d)
	blocks := l.prose(d)
	switch {
	case l.unit == "introduction":
		blocks = d.Paragraphs()
	case l.unit != "prose" && !l.quoted:
		return p.Count(at.from, at.to)
	}
	for i := range blocks {
		if i < at.from || i >= at.to {
			continue
		}
		if n += p.Count(i, i+1); l.quoted {
			n += quoted(p.WordsIn(i))
		}
	}
	return n
}

// length returns the number of words of a sentence.
func (l *limit) length(d *lint.Document, s *language.Sentence) int {
	p := language.ProseOf(d)
	n := p.Length(s)
	if l.quoted {
		n += quoted(p.Words[s.From:s.To])
	}
	return n
}

// quoted counts the words of block quotations.
func quoted(words []language.Word) (n int) {
	for _, w := range words {
		if w.Voice == language.Quoted && !w.Joined {
			n++
		}
	}
	return n
}

// sentences returns the sentences of blocks.
func sentences(d *lint.Document, blocks iter.Seq2[int, *lint.Block]) (all []part) {
	prose := language.ProseOf(d)
	for i := range blocks {
		of := prose.SentencesIn(i)
		for k := range of {
			s := &of[k]
			all = append(all, part{name: "The sentence", span: d.Blocks[i].Text.Span(int(s.Start), int(s.End)), sentence: s})
		}
	}
	return all
}

// blocks returns the blocks with text, whatever their kind.
func (l *limit) blocks(d *lint.Document) (all []part) {
	names := [...]string{
		lint.Paragraph: "The paragraph", lint.Heading: "The heading", lint.Item: "The list item", lint.Cell: "The table cell",
		lint.Caption: "The caption", lint.Term: "The term",
	}
	for i, b := range l.prose(d) {
		if !b.Text.Blank() {
			all = append(all, part{name: names[b.Kind], span: b.Text.All(), from: i, to: i + 1, text: b.Text})
		}
	}
	return all
}
