package quotes

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// recorded skips a transcript or an interview, and reports whether the draft is one. What
// people quote while they speak, they quote from memory, and nobody can edit it.
func recorded(p *lint.Pass) bool {
	if !transcript.Is(p.Doc) {
		return false
	}
	p.Skip("a transcript of speech")
	return true
}

// called returns a speaker for a message, shortened to fit on one line.
func called(m *quotes.Mention) string {
	const most = 32 // code points
	return lint.Clip(most, m.Text)
}

// readAs returns the place where a quotation's speaker was found, for a finding that
// depends on it; it is empty if there is no speaker.
func readAs(q *quotes.Quote) []lint.Related {
	if q.Speaker == nil {
		return nil
	}
	return []lint.Related{{Span: q.Speaker.Span, Message: fmt.Sprintf("speaker read as “%s”", called(q.Speaker))}}
}

// surname returns the last word of a speaker's name: "Lee" for "Mayor Ann Lee Jr.". It is
// empty for a pronoun or a description.
func surname(m *quotes.Mention, pack *wordpack.Pack) string {
	if m == nil {
		return ""
	}
	last, words, others := "", 0, pack.Words("no-surnames")
	for w := range strings.FieldsSeq(m.Text) {
		w = strings.Trim(w, ".,;:()“”\"’'")
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			continue
		}
		words++
		if !others.HasWord(w) {
			last = w
		}
	}
	if words == 0 || pack.Words("function-words").HasWord(last) {
		return ""
	}
	return last
}

// wholly reports whether a speaker is only a name: "Ann Lee", not "a spokesman for Ann
// Lee".
func wholly(m *quotes.Mention) bool {
	for w := range strings.FieldsSeq(m.Text) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
