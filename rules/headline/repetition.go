package headline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// repetition compares a headline with the beginning of a text. Case, punctuation and white
// space are ignored: a pasted headline often loses its dash or gains a full stop. It
// returns the offset in the text after the headline and any punctuation that follows, and
// the number of words in the headline; words is 0 if the text begins differently.
func repetition(headline, text string) (n, words int) {
	inWord := false
	for _, r := range headline {
		if !counts(r) {
			inWord = inWord && r == '\'' || inWord && r == '’'
			continue
		}
		if !inWord {
			inWord = true
			words++
		}
		at := strings.IndexFunc(text[n:], counts)
		if at < 0 {
			return 0, 0
		}
		n += at
		other, size := utf8.DecodeRuneInString(text[n:])
		if other != r && unicode.ToLower(other) != unicode.ToLower(r) {
			return 0, 0
		}
		n += size
	}
	if words == 0 {
		return 0, 0
	}
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if counts(r) || unicode.IsSpace(r) {
			break
		}
		n += size
	}
	return n, words
}

// counts reports whether a character is compared.
func counts(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// linked reports whether a block contains a link: a headline that leads to the text
// elsewhere is not a repetition.
func linked(d *lint.Document, b *lint.Block) bool {
	for i := range d.Links {
		if b.Span.Contains(d.Links[i].Span.Start) {
			return true
		}
	}
	return false
}

// aloneInSection reports whether a block is the only text below its heading, so that
// deleting it would leave nothing.
func aloneInSection(d *lint.Document, b *lint.Block) bool {
	for i := range d.Blocks {
		if d.Blocks[i].Span != b.Span {
			continue
		}
		after := i+1 == len(d.Blocks) || d.Blocks[i+1].Kind == lint.Heading
		return i > 0 && d.Blocks[i-1].Kind == lint.Heading && d.Blocks[i-1].Level > 1 && after
	}
	return false
}

// labelsList reports whether a block is a line in bold directly above a list, and another such line is
// above a list further down: both are labels of their lists.
func labelsList(d *lint.Document, b *lint.Block) bool {
	const fewest = 2
	labels, is := 0, false
	for i := range d.Blocks {
		above := i+1 < len(d.Blocks) && d.Blocks[i+1].Kind == lint.Item && d.Blocks[i].Kind == lint.Paragraph
		if !above || !slices.ContainsFunc(d.Blocks[i].Marks, func(m lint.Mark) bool {
			return m.Kind == lint.MarkStrong && m.Start == 0 && m.End >= len(strings.TrimRight(d.Blocks[i].Text.String(), ": \n"))
		}) {
			continue
		}
		labels++
		is = is || d.Blocks[i].Span == b.Span
	}
	return is && labels >= fewest
}

// leads reports whether a line is the headline as a sentence, with a full stop that the
// headline does not have: the article begins with its news.
func leads(headline, line string) bool {
	rest, begins := strings.CutPrefix(strings.TrimSpace(line), strings.TrimSpace(headline))
	return begins && (rest == "." || rest == "。")
}
