package quotes

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes"
)

// called returns a speaker as a message names them: in few enough characters for one
// line.
func called(m *quotes.Mention) string {
	const most = 32 // code points
	return lint.Clip(most, m.Text)
}

// readAs points at whom a quotation was read to be spoken by, for a finding that depends
// on it; it is empty where that is nobody.
func readAs(q *quotes.Quote) []lint.Related {
	if q.Speaker == nil {
		return nil
	}
	return []lint.Related{{Span: q.Speaker.Span, Message: fmt.Sprintf("speaker read as “%s”", called(q.Speaker))}}
}

// surname returns the last word of a speaker that is named: "Lee" for "Mayor Ann Lee
// Jr.". It is empty for a pronoun and for one who is described and not named.
func surname(m *quotes.Mention, pack *language.Pack) string {
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

// wholly reports whether a speaker is nothing but a name: "Ann Lee", not "a
// spokesman for Ann Lee".
func wholly(m *quotes.Mention) bool {
	for w := range strings.FieldsSeq(m.Text) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}
