package capitals

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
)

// shown returns the style as messages name it.
func (w *capitals) shown() string {
	switch {
	case w.style == lowerStyle:
		return "a text in small letters"
	case w.style == upperStyle:
		return "a text in capitals"
	case w.title():
		return w.style.Shown() + " title case"
	}
	return "sentence case"
}

// finding returns the finding about a text with wrong words.
func (w *capitals) finding(d *lint.Document, at *passage.Passage, part passage.Part, words []wrong) lint.Finding {
	text := at.Text.Slice(0, part.End)
	f := lint.Finding{Span: at.Text.Span(part.Start, part.End)}
	if w.custom != nil {
		f.Message = w.custom.Fill(func(name string) string {
			if name == "instead" {
				return lint.Clip(60, corrected(text, part.Start, words))
			}
			return finding.Shown(text[part.Start:])
		})
	} else {
		f.Message = fmt.Sprintf("%s is not in %s; write %s", named(part.At), strings.TrimPrefix(w.shown(), "a text in "), shownWords(words))
	}
	f.Fixes, f.Unfixed = w.fixes(d, at, text, words)
	return f
}

// named returns what a text is, for messages.
func named(at passage.Places) string {
	switch {
	case at&passage.LinkTexts != 0:
		return "Link text"
	case at&passage.Headline != 0:
		return "Headline"
	case at&passage.Title != 0:
		return "Title"
	case at&passage.Headings != 0:
		return "Heading"
	case at&passage.Captions != 0:
		return "Caption"
	case at&passage.Alt != 0:
		return "Alternative text"
	}
	return "This text"
}

// shownWords returns the first few words as they should be.
func shownWords(words []wrong) string {
	const most = 3
	var list []string
	for i, x := range words {
		if i == most {
			list = append(list, "…")
			break
		}
		list = append(list, "“"+lint.Clip(20, x.text)+"”")
	}
	return strings.Join(list, ", ")
}

// corrected returns a text from an offset on with its words as they should be.
func corrected(text string, from int, words []wrong) string {
	var b strings.Builder
	last := from
	for _, x := range words {
		b.WriteString(text[last:x.start])
		b.WriteString(x.text)
		last = x.end
	}
	b.WriteString(text[last:])
	return b.String()
}

// fixes returns the fix: nobody knows all names, so that it is not safe unless the rule says so.
func (w *capitals) fixes(d *lint.Document, at *passage.Passage, text string, words []wrong) (fixes []lint.Fix, why string) {
	if w.fix == phrase.FixNone || !at.Text.Placed() {
		return nil, ""
	}
	fix := lint.Fix{Title: "Write it in " + strings.TrimPrefix(w.shown(), "a text in "), Safe: w.fix == phrase.FixSafe}
	for _, x := range words {
		span := at.Text.Span(x.start, x.end)
		if d.Source.Slice(span) != text[x.start:x.end] {
			return nil, fitting.Markup
		}
		fix.Edits = append(fix.Edits, lint.Edit{Span: span, New: x.text})
	}
	doubt := "a capital may belong to a name"
	if w.style == upperStyle {
		doubt = fitting.Undeclared
	}
	return []lint.Fix{fitting.Doubtful(fix, doubt)}, ""
}
