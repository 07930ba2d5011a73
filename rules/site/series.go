package site

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// series reports whether two pages are parts of a series: their titles (or file names, if
// there are no titles) or their paths contain numbers or months and are otherwise the same,
// or their titles are versions of one document. Release notes, minutes and announcements of
// recurring events are similar on purpose.
func series(a, b *lint.Page) bool {
	x, numbered := serial(a, name(a))
	y, other := serial(b, name(b))
	if numbered > 0 && other > 0 && (x == y && name(a) != name(b) || version(name(a)) && version(name(b)) && within(x, y)) {
		return true
	}
	x, numbered = serial(a, lint.StemOf(a.Path))
	y, other = serial(b, lint.StemOf(b.Path))
	return numbered > 0 && numbered == other && x == y
}

// serial returns a title or path of a page without its numbers, its months and, in a title,
// any brackets after them, and how many numbers and months it contains.
func serial(page *lint.Page, text string) (rest string, numbered int) {
	months := wordpack.Of(page.Language).Words("months", "months-or-verbs", "months-short")
	var b strings.Builder
	if from := strings.IndexByte(text, '('); from > 0 && text == page.Title.Text {
		text = text[:from]
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if strings.ContainsAny(word, "0123456789") || months.HasWord(word) {
			numbered++
			continue
		}
		b.WriteString(strings.ToLower(word))
		b.WriteByte(' ')
	}
	return b.String(), numbered
}

// version reports whether a title contains a version: “Terms v2.1”.
func version(title string) bool {
	for word := range strings.FieldsSeq(title) {
		if len(word) > 1 && (word[0] == 'v' || word[0] == 'V') && '0' <= word[1] && word[1] <= '9' {
			return true
		}
	}
	return false
}

// within reports whether one of two titles has all words of the other.
func within(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for word := range strings.FieldsSeq(a) {
		if !strings.Contains(" "+b, " "+word+" ") {
			return false
		}
	}
	return a != ""
}

// name returns the title of a page, or the name of its file.
func name(page *lint.Page) string {
	return cmp.Or(page.Title.Text, segment(page.Path))
}
