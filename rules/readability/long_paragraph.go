package readability

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed long_paragraph.txtar
var longParagraphDocs string

// LongParagraph flags a paragraph that is too long.
var LongParagraph = &lint.Rule{
	Name:     "long-paragraph",
	Family:   lint.ReadabilityFamily,
	Summary:  "a paragraph has more words than readers like",
	Severity: lint.Advice,
	Needs:    []lint.Need{lint.NeedsSizes},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; no search engine and no accessibility standard sets a length of paragraphs",
	},
	Habit:     lint.Habit{Does: "have a paragraph over the limit", Most: true},
	Structure: true,
	Measure:   true,
	Docs:      longParagraphDocs,
	New:       func() lint.Checker { return &longParagraph{Max: 150} },
}

type longParagraph struct {
	Max int `yaml:"max" doc:"words; a paragraph that exceeds it by no more than a tenth passes"`
}

// Check counts the words of each paragraph, except in transcripts, whose paragraphs are as
// long as somebody spoke. The finding is placed on a sentence near the middle, at which a
// new paragraph could begin. A paragraph of one or two sentences cannot be divided well; it
// is often a list of names.
func (r *longParagraph) Check(p *lint.Pass) {
	const fewest = 3 // sentences
	unit, _ := language.UnitOf(p.Doc.Language)
	most := unit.Of(r.Max)
	limit := withMargin(most)
	if unit.Characters() {
		limit = most + most/2 // how much a character says is an estimate
	}
	prose := language.ProseOf(p.Doc)
	for i, block := range p.Doc.Paragraphs() {
		if prose.Count(i, i+1) <= limit {
			continue
		}
		words, sentences := longestPart(p, i, block)
		if words <= limit || len(sentences) < fewest && language.MarksSentences(p.Doc.Language) {
			continue
		}
		if transcript.Verbatim(p.Doc) {
			p.Skip(verbatim)
			return
		}
		if tabular(p.Doc.Source.Slice(block.Span)) || isEntries(p.Doc, block) {
			continue
		}
		start := middle(outsideSpeech(prose, sentences, block.Text.String()), block.Text.String(), wordpack.Of(p.Doc.Language).Words("leaning-openings"))
		p.Report(lint.Finding{
			Span:     block.Text.Span(int(start.Start), int(start.End)),
			About:    block.Span,
			Message:  fmt.Sprintf("Paragraph has %s %s, over %d; a new one could begin here", lint.Thousands(words), unit.Name, most),
			Together: fmt.Sprintf("%%d paragraphs have over %d %s; divide them, first this one of %s", most, unit.Name, lint.Thousands(words)),
			Size:     words,
		})
	}
}

// withMargin returns a limit plus a tenth of it: an editor shortens what is clearly too
// long, not what is two words over.
func withMargin(limit int) int { return limit + limit/10 }

// longestPart returns the words and sentences of the longest part of a paragraph between two line breaks
// that readers see, which look like the end of a paragraph.
func longestPart(p *lint.Pass, i int, block *lint.Block) (words int, part []language.Sentence) {
	prose, lines := language.ProseOf(p.Doc), p.Site != nil && p.Site.LineBreaks
	sentences := prose.SentencesIn(i)
	from, n := 0, 0
	for k := range sentences {
		n += prose.Length(&sentences[k])
		if k+1 < len(sentences) && !breaks(p.Doc, block, int(sentences[k].End), int(sentences[k+1].Start), lines) {
			continue
		}
		if n > words {
			words, part = n, sentences[from:k+1]
		}
		from, n = k+1, 0
	}
	return words, part
}

// breaks reports whether readers see a line break in the gap between two sentences. If lines is true, each one
// of the source is shown.
func breaks(d *lint.Document, block *lint.Block, from, to int, lines bool) bool {
	return strings.Contains(block.Text.Slice(from, to), "\n") || lines && strings.Contains(d.Source.Slice(block.Text.Span(from, to)), "\n")
}

// outsideSpeech returns the first of some sentences and those that do not begin inside a quotation, which no
// new paragraph should divide; all of them if that leaves none to choose from.
func outsideSpeech(prose *language.Prose, sentences []language.Sentence, text string) []language.Sentence {
	outside := sentences[:1:1]
	for _, s := range sentences[1:] {
		first, _ := utf8.DecodeRuneInString(text[s.Start:])
		if prose.Words[s.From].Voice != language.Speech || !unicode.IsLetter(first) {
			outside = append(outside, s)
		}
	}
	if len(outside) == 1 {
		return sentences
	}
	return outside
}

// tabular reports whether the lines of a paragraph are the rows of a table that Markdown does not read
// as one, or have been joined, so that the bars at their ends meet.
func tabular(source string) bool {
	const fewest = 3
	if strings.Count(source, "| |") >= fewest && strings.Count(source, " | ") >= 2*fewest {
		return true
	}
	lines, rows := 0, 0
	for line := range strings.Lines(source) {
		lines++
		if strings.Contains(line, " | ") {
			rows++
		}
	}
	return rows >= fewest && 2*rows > lines
}

// middle returns the first sentence in the second half of a paragraph at which a new one
// could begin: it has a few words, starts with a capital, and does not start with a word that
// refers to the sentence before it (“This is because”). If all of them do, it returns the last in the
// first half that does not, or else the first that starts with a capital, and otherwise the last.
func middle(sentences []language.Sentence, text string, leaning *token.Set) language.Sentence {
	const fewest = 4 // words
	first, last := sentences[0], sentences[len(sentences)-1]
	found, best, before := false, last, first
	for _, s := range sentences[1:] {
		if s.To-s.From < fewest || !opens(text[s.Start:s.End]) {
			continue
		}
		leans, late := leans(text[s.Start:s.End], leaning), s.From-first.From >= last.To-s.From
		switch {
		case late && !leans:
			return s
		case late && !found:
			found, best = true, s
		case !late && !leans:
			before = s
		}
	}
	if before.From > first.From {
		return before
	}
	return best
}

// leans reports whether a sentence refers to the one before it: its first word or, after a short one,
// its second word is in a set.
func leans(sentence string, leaning *token.Set) bool {
	const short = 3 // bytes: the same, in this
	first, rest, _ := strings.Cut(sentence, " ")
	second, _, _ := strings.Cut(rest, " ")
	return leaning.HasWord(strings.ToLower(strings.Trim(first, ","))) || len(first) <= short && leaning.HasWord(strings.ToLower(second))
}

// opens reports whether a text starts with anything but a lower-case letter, which would
// continue the sentence before.
func opens(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.IsLower(r)
}
