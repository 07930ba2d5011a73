package services

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

// Functions that the machine-readable reports share.

const (
	// home is the address of copychief's repository.
	home = "https://github.com/copychief/copychief"
	// unchecked is the rule name of what was not checked, in formats that only have
	// findings.
	unchecked = "not-checked"
	// longest is the maximum length of a message in bytes. No message of copychief comes
	// near it, but a custom rule may quote a whole draft.
	longest = 2000
)

// safe returns text of a finding for other programs: escaped, on one line, truncated.
func safe(text string) string { return clip(report.Escape(text), longest) }

// clip truncates valid UTF-8 to n bytes, between characters, and adds an ellipsis.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	n -= len("…")
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// missed returns the message about something that was not checked.
func missed(n engine.NotChecked) string { return safe("Not checked: " + n.Reason) }

// spot is a position in a draft: a line, and a column in code points and in bytes, from 1.
type spot struct{ line, column, bytes int }

// spotOf returns the spot of a byte offset of the draft; ok is false if it is not in the
// lines of the finding.
func spotOf(f *engine.Finding, offset int) (s spot, ok bool) {
	for _, l := range f.Lines {
		in := offset - l.Span.Start
		if in < 0 || offset > l.Span.End || in > len(l.Text) {
			continue
		}
		before := l.Text[:in]
		if l.Number == 1 {
			before = strings.TrimPrefix(before, "\ufeff")
		}
		return spot{l.Number, utf8.RuneCountInString(before) + 1, in + 1}, true
	}
	return spot{}, false
}

// ends returns the spots of the ends of a span; ok is false if one is unknown.
func ends(f *engine.Finding, s lint.Span) (from, to spot, ok bool) {
	from, begins := spotOf(f, s.Start)
	to, stops := spotOf(f, s.End)
	return from, to, begins && stops
}
