package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
)

// Draft compares the quotations of a draft with its sources. There is one result for each
// quotation, in the order of quotes.Of.
func Draft(d *lint.Document, s *lint.Sources) []Result {
	all := quotes.Of(d)
	results := make([]Result, 0, len(all))
	if len(all) == 0 {
		return results
	}
	lib := Of(s)
	for len(results) < len(all) {
		from := len(results)
		pieces := []string{Spoken(&all[from])}
		for k := from + 1; k < len(all) && interrupts(d, &all[k-1], &all[k]); k++ {
			pieces = append(pieces, Spoken(&all[k]))
		}
		results = append(results, lib.Compare(s.Cleaned, pieces...)...)
	}
	return results
}

// Spoken returns the words of a quotation without the signature of a block quotation.
func Spoken(q *quotes.Quote) string {
	if !q.BlockQuotation || q.Speaker == nil || !q.Span.Covers(q.Speaker.Span) {
		return q.Text
	}
	i := strings.LastIndex(q.Text, q.Speaker.Text)
	if i <= 0 {
		return q.Text
	}
	before := strings.TrimRight(q.Text[:i], " \u00a0")
	if r, n := utf8.DecodeLastRuneInString(before); strings.ContainsRune("—–-―(", r) {
		return strings.TrimRight(before[:len(before)-n], " \u00a0")
	}
	return q.Text
}

// longestInterruption is the maximum length, in bytes, of the author's words between two
// parts of one sentence: “…,” said the mayor of the town, “…”.
const longestInterruption = 200

// interrupts reports whether the text between two quotations interrupts a quoted sentence:
// it contains the speaker or the verb, and no end of a sentence.
func interrupts(d *lint.Document, a, b *quotes.Quote) bool {
	if a.Pair == lint.None || b.Pair == lint.None || a.Block != b.Block || a.End > b.Start || b.Start-a.End > longestInterruption {
		return false
	}
	gap := lint.Span{Start: a.Span.End, End: b.Span.Start}
	inside := func(m *quotes.Mention) bool { return m != nil && gap.Covers(m.Span) }
	if !inside(a.Speaker) && !inside(a.Cue) {
		return false
	}
	between := d.Blocks[a.Block].Text.Slice(a.End, b.Start)
	if strings.ContainsAny(between, ".!?…:") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a.Text, " "))
	if strings.ContainsRune(".!?", last) {
		return false
	}
	if !strings.ContainsRune(",—–-", last) && !strings.HasPrefix(strings.TrimLeft(between, " "), ",") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.Text)
	return unicode.IsLower(first) || strings.HasSuffix(strings.TrimRight(between, " \u00a0"), ",")
}
