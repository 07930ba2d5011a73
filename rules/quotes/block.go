package quotes

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// adjoin reports whether two block quotations are adjacent.
func adjoin(d *lint.Document, first, second int) bool {
	return strings.TrimSpace(d.Source.Slice(lint.Span{
		Start: d.Quotations[first].Span.End, End: d.Quotations[second].Span.Start,
	})) == ""
}

// sourced reports whether a block quotation without a speaker needs no source: it is
// signed, the paragraph before introduces it or the one after says whose words it has, it
// repeats words of the article as a pull quote, it is a motto at the head of the article
// or of a section, or it is a call-out box or a dialogue rather than a quotation.
func sourced(d *lint.Document, q quotes.Quote) bool {
	if isBox(d, q.Block) || signedOff(d, q.Block) || signedBelow(d, q.Block) || heads(d, q.Block) || dialogue(q.Text) {
		return true
	}
	pack := wordpack.Of(d.Language)
	if q.Block > 0 && d.Blocks[q.Block-1].Prose() {
		lead := strings.TrimRight(d.Blocks[q.Block-1].Text.String(), " \u00a0")
		if strings.HasSuffix(lead, ":") || strings.HasSuffix(lead, ",") || announces(lead, pack) {
			return true
		}
	}
	if next := lastBlock(d, q.Block) + 1; next < len(d.Blocks) && d.Blocks[next].Prose() && announces(d.Blocks[next].Text.String(), pack) {
		return true
	}
	return pulled(d, q)
}

// announces reports whether a paragraph beside a block quotation mentions the people whose words
// it has, such as respondents to a survey, or calls it a quote.
func announces(paragraph string, pack *wordpack.Pack) bool {
	return slices.ContainsFunc(pack.List("quote-announced"), func(s string) bool { return strings.Contains(paragraph, s) })
}

// heads reports whether a block quotation is the first block of the article or of a section.
func heads(d *lint.Document, block int) bool {
	return block == 0 || d.Blocks[block-1].Kind == lint.Heading
}

// dialogue reports whether a block quotation is a text with speech in it rather than words
// in marks: its first mark closes before its end, and the text goes on.
func dialogue(text string) bool {
	opening, n := utf8.DecodeRuneInString(text)
	closing := "”"
	if opening == '"' {
		closing = "\""
	}
	i := strings.Index(text[n:], closing)
	if i < 0 {
		return false
	}
	after := strings.TrimLeft(text[n+i+len(closing):], " ")
	first, _ := utf8.DecodeRuneInString(after)
	return unicode.IsLetter(first)
}

// signedBelow reports whether the last paragraph of a block quotation, or another block
// quotation below it, is a short line that begins like a name: “_Ada Lund, mayor_”, “~ Ada
// Lund”.
func signedBelow(d *lint.Document, block int) bool {
	const longest = 80 // bytes
	last := lastBlock(d, block)
	if last == block {
		if last++; last >= len(d.Blocks) || d.Blocks[last].Quote == lint.None {
			return false
		}
	}
	text := strings.TrimSpace(d.Blocks[last].Text.String())
	if len(text) > longest || endsSentence(text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "~–— "))
	return unicode.IsUpper(first)
}

// besideLink reports whether a quotation, or the paragraph before or after it, contains a
// link.
func besideLink(d *lint.Document, q quotes.Quote) bool {
	first, last := q.Block, lastBlock(d, q.Block)
	if first > 0 {
		first--
	}
	if last+1 < len(d.Blocks) {
		last++
	}
	around := d.Blocks[first].Span.Join(d.Blocks[last].Span)
	i := sort.Search(len(d.Links), func(i int) bool { return d.Links[i].Span.Start >= around.Start })
	return i < len(d.Links) && d.Links[i].Span.Start < around.End
}

// lastBlock returns the last block of the quotation that begins with block.
func lastBlock(d *lint.Document, block int) int {
	for quotation := d.Blocks[block].Quote; block+1 < len(d.Blocks) && d.Blocks[block+1].Quote == quotation; {
		block++
	}
	return block
}

// isBox reports whether an article uses quotation markup for call-out boxes: this
// quotation, or any other, opens with a bold label, contains code or addresses the reader.
func isBox(d *lint.Document, block int) bool {
	pack := wordpack.Of(d.Language)
	if strings.ContainsAny(d.Blocks[block].Text.String(), "“\"") && !notes(&d.Blocks[block], pack) {
		return false
	}
	for i := range d.Blocks[:min(len(d.Blocks), mostBlocks)] {
		if d.Blocks[i].Quote != lint.None && notes(&d.Blocks[i], pack) {
			return true
		}
	}
	return false
}

// mostBlocks limits how many blocks of an article are searched for each quotation.
const mostBlocks = 400

func notes(b *lint.Block, pack *wordpack.Pack) bool {
	if len(b.Marks) > 0 {
		if m := b.Marks[0]; m.Kind == lint.MarkStrong && m.Start == 0 || m.Kind == lint.MarkCode {
			return true
		}
	}
	text := b.Text.String()
	for _, opening := range pack.Lines("note-openings") {
		if strings.HasPrefix(text, opening) {
			return true
		}
	}
	for _, reader := range pack.Lines("note-readers") {
		if rest, ok := strings.CutPrefix(text, reader); ok && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")) {
			return true
		}
	}
	return false
}

// signedOff reports whether a block of a quotation ends in a signature: a dash and a name,
// or words after the closing mark.
func signedOff(d *lint.Document, block int) bool {
	for last := lastBlock(d, block); block <= last; block++ {
		if signedIn(d.Blocks[block].Text.String()) {
			return true
		}
	}
	return false
}

func signedIn(text string) bool {
	const longest = 80 // bytes of a name
	if i := strings.LastIndexAny(text, "”\""); i >= 0 {
		after := strings.TrimLeft(text[i:], "”\" \n")
		if first, _ := utf8.DecodeRuneInString(after); unicode.IsLetter(first) || dashed(after) {
			return true
		}
	}
	tail := text[max(0, len(text)-longest):]
	for _, dash := range []string{"-- ", "- ", "— ", "– ", "―"} {
		if i := strings.LastIndex(tail, dash); i >= 0 {
			first, _ := utf8.DecodeRuneInString(strings.TrimLeft(tail[i+len(dash):], " "))
			return unicode.IsUpper(first) || first == lint.Object
		}
	}
	return false
}

// pulled reports whether the words of a block quotation also occur in the article.
func pulled(d *lint.Document, q quotes.Quote) bool {
	words := strings.Trim(q.Text, "“”\" ")
	words = words[:min(len(words), 40)]
	for i := range d.Blocks[:min(len(d.Blocks), mostBlocks)] {
		if b := &d.Blocks[i]; b.Prose() && strings.Contains(b.Text.String(), words) {
			return true
		}
	}
	return false
}
