package headings

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

// divides reports whether something other than headings divides the blocks [from, to)
// visually. It is called for long texts only.
func divides(d *lint.Document, from, to, limit int) bool {
	return boldDivides(d, from, to, limit) || labelled(d, from, to, limit) || pictured(d, from, to, limit/3) ||
		unspacedDivide(d, from, to) || transcript.Verbatim(d)
}

// unspacedDivide reports whether lines that are meant as headings, which unspaced-heading reports, divide
// the blocks [from, to).
func unspacedDivide(d *lint.Document, from, to int) bool {
	n := 0
	for i := from; i < to && n < fewestBold; i++ {
		if d.Unspaced(i) > 0 {
			n++
		}
	}
	return n >= fewestBold
}

// fewestBold is the minimum number of bold paragraphs that divide a text visually: the questions
// of an interview, or lines that emphasis-as-heading reports. Two do if they are where they are
// needed.
const fewestBold = 3

// boldDivides reports whether entirely bold paragraphs divide the blocks [from, to): several, or
// two with at most limit words of running prose between them.
func boldDivides(d *lint.Document, from, to, limit int) bool {
	n, start, short := 0, from, true
	for i := from; i < to; i++ {
		if !bold(&d.Blocks[i]) {
			continue
		}
		n++
		if n >= fewestBold {
			return true
		}
		short, start = short && running(d, start, i) <= limit, i
	}
	return n == fewestBold-1 && short && running(d, start, to) <= limit
}

func bold(b *lint.Block) bool {
	if b.Kind != lint.Paragraph || !b.Prose() || len(b.Marks) == 0 {
		return false
	}
	s := b.Text.String()
	text := strings.TrimSpace(s)
	from := strings.Index(s, text)
	for _, m := range b.Marks {
		if m.Kind == lint.MarkStrong && m.Start <= from && m.End >= from+len(text) {
			return text != ""
		}
	}
	return false
}

// fewestLabels is the minimum number of labels or thematic breaks that divide a text. One
// or two may be chance: a name in bold, a break above a note on the author.
const fewestLabels = 3

// labelled reports whether emphasised words at the start of paragraphs and items, the terms
// of definition lists, and thematic breaks divide the blocks [from, to) into parts of at
// most limit words of running prose. A list of entries is one part, however many it has.
func labelled(d *lint.Document, from, to, limit int) bool {
	n, start, glossary := 0, from, isGlossary(d, from, to)
	for i := from; i < to; i++ {
		if named := label(&d.Blocks[i]) || glossary && beginsBold(&d.Blocks[i]); !named && (i == from || !ruled(d, d.Blocks[i-1].Span.End, d.Blocks[i].Span.Start)) {
			continue
		}
		words := running(d, start, i)
		if words > limit {
			return false
		}
		if words > 0 || i == from {
			n++
		}
		start = i
	}
	return n >= fewestLabels && running(d, start, to) <= limit
}

// isGlossary reports whether most paragraphs of the blocks [from, to) begin in bold: the terms
// that they explain.
func isGlossary(d *lint.Document, from, to int) bool {
	terms, paragraphs := 0, 0
	for i := from; i < to; i++ {
		if b := &d.Blocks[i]; b.Kind == lint.Paragraph && b.Prose() {
			paragraphs++
			if beginsBold(b) {
				terms++
			}
		}
	}
	return terms > fewestLabels && 2*terms > paragraphs
}

func beginsBold(b *lint.Block) bool {
	return b.Kind == lint.Paragraph && b.Prose() && slices.ContainsFunc(b.Marks, func(m lint.Mark) bool { return m.Kind == lint.MarkStrong && m.Start == 0 })
}

// label reports whether a block is a term, a paragraph that begins with a label in bold or with the number
// of a point, as those of laws do, or an entry of a list.
func label(b *lint.Block) bool {
	switch b.Kind {
	case lint.Term:
		return true
	case lint.Paragraph:
		return b.Prose() && (isPoint(b.Text.String()) || len(b.Marks) > 0 && b.Marks[0].Start == 0 && b.Marks[0].Kind == lint.MarkStrong && setOff(b.Text.String(), b.Marks[0].End))
	case lint.Item:
		return b.Prose() && entry(b)
	default:
		return false
	}
}

// isPoint reports whether a text begins with the number or the letter of a point: “a. ”, “(12) ”, “3.1. ”.
func isPoint(text string) bool {
	const longest = 8 // bytes
	mark, _, found := strings.Cut(text[:min(len(text), longest)], " ")
	number := strings.TrimPrefix(strings.TrimRight(mark, ".)"), "(")
	if !found || number == strings.TrimPrefix(mark, "(") {
		return false
	}
	return len(number) == 1 && (number[0]|0x20 >= 'a' && number[0]|0x20 <= 'z') || number != "" && strings.Trim(number, "0123456789.") == ""
}

// setOff reports whether a mark before or after offset i separates the words before it from
// the rest, as in "Fares: ...", "Fares. ..." and "Fares - ...".
func setOff(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text[:i]))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i:], " "))
	const marks = ":.?!-–—：。"
	return i == len(text) || strings.ContainsRune(marks, before) || strings.ContainsRune(marks, after) || after == '\n'
}

// ruled reports whether a thematic break is in the source between two blocks, [from, to).
func ruled(d *lint.Document, from, to int) bool {
	if from >= to {
		return false
	}
	between := d.Source.Bytes[from:to]
	if bytes.Contains(between, []byte("<hr")) {
		return true
	}
	for line := range bytes.Lines(between) {
		if thematic(bytes.TrimSpace(line)) {
			return true
		}
	}
	return false
}

// thematic reports whether a line is a thematic break: three or more of the same mark,
// with or without spaces between them.
func thematic(line []byte) bool {
	if len(line) < 3 || bytes.IndexByte([]byte("-*_"), line[0]) < 0 {
		return false
	}
	n := bytes.Count(line, line[:1])
	return n >= 3 && n+bytes.Count(line, []byte(" ")) == len(line)
}
