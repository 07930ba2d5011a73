package pairing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// goesOn reports whether block i is the rest of the paragraph before it, which only a comment in
// the source divides: a note on the scan of a page between two halves of a sentence.
func goesOn(d *lint.Document, i int) bool {
	if i == 0 {
		return false
	}
	a, b := &d.Blocks[i-1], &d.Blocks[i]
	if a.Kind != lint.Paragraph || b.Kind != lint.Paragraph || a.Quote != b.Quote || a.Span.End > b.Span.Start || b.Span.Start > len(d.Source.Bytes) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b.Text.String(), " \n"))
	before := strings.TrimRight(a.Text.String(), " \n”’\"'»)")
	last, _ := utf8.DecodeLastRuneInString(before)
	if !unicode.IsLower(first) && strings.ContainsRune(".?!…:。？！：", last) {
		return false
	}
	return onlyComments(string(d.Source.Bytes[a.Span.End:b.Span.Start]))
}

// onlyComments reports whether a stretch of source is comments and the white space around them.
func onlyComments(source string) bool {
	found := false
	for source = strings.TrimSpace(source); source != ""; source = strings.TrimSpace(source) {
		comment, opened := strings.CutPrefix(source, "<!--")
		_, rest, closed := strings.Cut(comment, "-->")
		if !opened || !closed {
			return false
		}
		found, source = true, rest
	}
	return found
}

// reopens reports whether a mark at the beginning of a paragraph that is made by line breaks, after
// the end of a sentence, opens the speech again that is open already.
func reopens(s *scanner, style Style, at int) bool {
	if s.count[style] == 0 || style != Curly && style != Straight && style != Guillemets || s.stack[len(s.stack)-1].style != style {
		return false
	}
	before, broken := strings.CutSuffix(strings.TrimRight(s.text[:at], " "), "\n")
	before = strings.TrimRight(before, " \n")
	return broken && before != "" && strings.ContainsAny(before[len(before)-1:], ".?!")
}
