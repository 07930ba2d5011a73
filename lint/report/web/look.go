package web

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/language/textwidth"
	"github.com/copychief/copychief/lint/report"
)

// look is what there is to look at in a draft: a [report.Sheet], escaped and drawn.
type look struct {
	Desktop, Phone result
	Sections       chart
	Over           string // how many sections are over length; "" for none
	Phrase         string // the keyphrase; "" for none
	Origin, Times  string
	Spread         spread
	Quotes         []quotation
	Unattributed   int
	Unread         bool // speakers are not recognised in the language
	Unlisted       int  // quotations beyond mostQuotes
	Text           []passage
	Open           bool // the text is unfolded from the start
}

// result is how a search engine shows the draft on a device.
type result struct {
	Device, Address    string
	Title, Description string // as they are shown
	TitleLost, Lost    string // what is cut off
	Passage            bool   // the description is a passage of the text
	Notes              []string
}

// spread is a line along the article, in units of fullWidth.
type spread struct{ Sections, Hits []int }

type quotation struct{ Text, Speaker, Place string }

// Limits of what is shown of one draft.
const (
	mostSections = 60
	mostQuotes   = 200
	mostHits     = 400
)

// lookOf returns the look of a draft with its findings.
func lookOf(s *report.Sheet, shown []*engine.Finding, ids map[*engine.Finding]string) *look {
	l := &look{
		Desktop: resultOf(s, "On a desktop", false), Phone: resultOf(s, "On a phone", true),
		Unlisted: max(0, len(s.Quotes)-mostQuotes), Unread: s.Unread,
	}
	l.Text = passagesOf(s.Text, ids)
	l.sections(s, shown)
	l.phrase(s)
	for i := range s.Quotes[:min(len(s.Quotes), mostQuotes)] {
		q := &s.Quotes[i]
		out := quotation{Text: report.Escape(q.Text), Speaker: report.Escape(q.Speaker), Place: report.Escape(q.Place)}
		if out.Place == "" {
			out.Place = fmt.Sprintf("line %d", q.Line)
		}
		switch {
		case q.Unattributed:
			out.Speaker, l.Unattributed = "", l.Unattributed+1
		case q.Unnamed:
			out.Speaker += " (not named)"
		}
		l.Quotes = append(l.Quotes, out)
	}
	return l
}

// lengthOf returns the length of a draft in words and minutes.
func lengthOf(s *report.Sheet) string {
	if s.Minutes <= 1.5 {
		return fmt.Sprintf("%s %s, a minute to read", lint.Thousands(s.Words), s.Unit)
	}
	return fmt.Sprintf("%s %s, %.0f minutes to read", lint.Thousands(s.Words), s.Unit, s.Minutes)
}

// resultOf returns the search result on a desktop or a phone.
func resultOf(s *report.Sheet, device string, phone bool) result {
	r := result{Device: device, Address: report.Escape(s.Search.Address)}
	title, description := &s.Search.Title, &s.Search.Description
	titleShown, shown := title.Desktop, description.Desktop
	titleWidth, width := textwidth.TitleWidth, textwidth.DescriptionWidth
	if phone {
		titleShown, shown = title.Phone, description.Phone
		titleWidth, width = 2*textwidth.PhoneTitleWidth, textwidth.PhoneDescriptionWidth
	}
	r.Title, r.TitleLost = cut(title.Text, titleShown)
	r.Description, r.Lost = cut(description.Text, shown)
	if title.Text != "" {
		r.Notes = append(r.Notes, fmt.Sprintf("Title %.0f of %d pixels wide", title.Pixels, titleWidth))
	}
	if description.Text != "" {
		r.Notes = append(r.Notes, fmt.Sprintf("description %.0f of %d", description.Pixels, width))
	} else {
		r.Description, r.Passage = report.Escape(s.Search.Passage), true
	}
	if title.Guessed || description.Guessed {
		r.Notes = append(r.Notes, "the widths of these letters are guesses")
	}
	return r
}

// cut divides a text into what is shown of it, with an ellipsis, and the rest.
func cut(text string, shown int) (begins, lost string) {
	if shown >= len(text) {
		return report.Escape(text), ""
	}
	return report.Escape(text[:shown]) + " …", report.Escape(text[shown:])
}

// sections draws the lengths of the sections. Those that a finding is about are over length.
func (l *look) sections(s *report.Sheet, shown []*engine.Finding) {
	longest, over, flagged := 1, 0, flaggedIn(s, shown)
	for i := range s.Sections {
		longest = max(longest, s.Sections[i].Words)
	}
	l.Sections.Title = "Length of sections in " + s.Unit
	for i := range s.Sections {
		section := &s.Sections[i]
		class := "plain"
		for _, at := range flagged {
			if section.Span.Contains(at) {
				class = "over"
			}
		}
		if class == "over" {
			over++
		}
		if section.Heading == "" && section.Words == 0 || len(l.Sections.Bars) >= mostSections {
			continue
		}
		label := "Opening"
		if section.Heading != "" {
			label = report.Escape(lint.Clip(60, section.Heading))
		}
		l.Sections.Bars = append(l.Sections.Bars, bar{
			Label: label, Total: section.Words, Class: fmt.Sprintf("level%d", section.Level),
			Parts: []part{{class, section.Words, 0, fullWidth * section.Words / longest}},
		})
	}
	if over > 0 {
		l.Over = plural(over, "section") + " over length"
	}
	if more := len(s.Sections) - mostSections; more > 0 {
		l.Sections.Title += fmt.Sprintf(" (the first %d)", mostSections)
	}
}

// flaggedIn returns places in the sections that findings call too long: those that
// long-section names, and the longest if missing-subheadings misses any.
func flaggedIn(s *report.Sheet, shown []*engine.Finding) (at []int) {
	for _, f := range shown {
		switch f.Rule {
		case "long-section":
			at = append(at, f.Span.Start)
			for i := range f.Related {
				at = append(at, f.Related[i].Span.Start)
			}
		case "missing-subheadings":
			longest := report.SheetSection{Words: -1}
			for _, section := range s.Sections {
				if section.Words > longest.Words {
					longest = section
				}
			}
			at = append(at, longest.Span.Start)
		}
	}
	return at
}

// phrase draws where the keyphrase is.
func (l *look) phrase(s *report.Sheet) {
	p := &s.Phrase
	if p.Text == "" || s.Words == 0 {
		return
	}
	l.Phrase, l.Origin = report.Escape(p.Text), "declared"
	if p.Inferred {
		l.Origin = "inferred from the title and the text"
	}
	l.Times = plural(len(p.At), "time")
	at := func(words int) int { return min(fullWidth, fullWidth*words/s.Words) }
	for _, section := range s.Sections[:min(len(s.Sections), mostSections)] {
		if section.From > 0 {
			l.Spread.Sections = append(l.Spread.Sections, at(section.From))
		}
	}
	for _, words := range p.At[:min(len(p.At), mostHits)] {
		l.Spread.Hits = append(l.Spread.Hits, at(words))
	}
}
