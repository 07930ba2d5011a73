package inspection

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Text writes the inspected documents for people: metadata, measures, the outline as a tree,
// links, images and quotations. The error is from w.
func (i *Inspection) Text(w io.Writer, o report.Options) error {
	p := layout.New(o)
	for n := range i.documents {
		if n > 0 {
			p.WriteByte('\n')
		}
		writeDocument(p, &i.documents[n])
	}
	return p.Flush(w, o)
}

func writeDocument(p *layout.Page, d *documentJSON) {
	p.WriteString(p.Bold.Sprint(report.Escape(d.Path)) + p.Faint.Sprint(" ("+report.Escape(d.Format+", "+d.Language)+")") + "\n\n")
	p.Field("Read as", d.Kind)
	writeMetadata(p, &d.Meta, d.Subject)
	writeMeasures(p, d)
	writeOutline(p, d.Headings)
	writeLinks(p, d.Links)
	writeImages(p, d.Images)
	writeQuotes(p, d.Quotes)
}

func writeMetadata(p *layout.Page, m *metaJSON, subject *subjectJSON) {
	p.Field("Title", text(m.Title))
	if text(m.Headline) != text(m.Title) {
		p.Field("Headline", text(m.Headline))
	}
	p.Field("Description", text(m.Description))
	p.Field("Keyphrase", subject.String())
	p.Field("Synonyms", texts(m.Synonyms))
	p.Field("Slug", text(m.Slug))
	p.Field("Date", text(m.Date))
	p.Field("Updated", text(m.Updated))
	p.Field("Authors", texts(m.Authors))
	p.Field("Tags", texts(m.Tags))
	p.Field("Image", text(m.Image))
}

func text(v *valueJSON) string {
	if v == nil {
		return ""
	}
	return v.Value
}

func texts(all []valueJSON) string {
	var s []string
	for _, v := range all {
		s = append(s, v.Value)
	}
	return strings.Join(s, ", ")
}

func writeMeasures(p *layout.Page, d *documentJSON) {
	m := &d.Metrics
	p.WriteByte('\n')
	p.Field("Length", fmt.Sprintf("%s, %s, %s; %.1f minutes to read",
		report.Count(m.Words, m.unit), report.Count(m.Sentences, "sentence"), report.Count(m.Paragraphs, "paragraph"), m.ReadingMinutes))
	p.Field("Longest", fmt.Sprintf("%s between two headings", report.Count(m.LongestSectionWords, m.unit)))
	if m.ReadingEase != nil {
		p.Field("Reading ease", fmt.Sprintf("%.0f (Flesch)", *m.ReadingEase))
	}
	p.Field("Title", fmt.Sprintf("%.0f px, %s", m.TitlePx, report.Count(m.TitleCharacters, "character")))
	if d.Meta.Description != nil {
		p.Field("Description", fmt.Sprintf("%.0f px, %s", m.DescriptionPx, report.Count(m.DescriptionCharacters, "character")))
	}
	if k := m.Keyphrase; k != nil {
		p.Field("Keyphrase", fmt.Sprintf("%s, %.2f %% of the words; headline: %s, introduction: %s; in %s and %s",
			report.Count(k.Count, "time"), k.Density, yes(k.InHeadline), yes(k.InIntroduction),
			report.Count(k.HeadingsMatching, "subheading"), report.Count(k.ParagraphsMatching, "paragraph")))
	}
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func writeTitle(p *layout.Page, name string, n int) {
	p.WriteString("\n  " + p.Bold.Sprint(name) + p.Faint.Sprintf(" (%d)", n) + "\n")
}

// writeOutline writes the headings as a tree, with a gap for a skipped level.
func writeOutline(p *layout.Page, all []headingJSON) {
	writeTitle(p, "Outline", len(all))
	for _, h := range all {
		lead := "    " + strings.Repeat("  ", h.Level-1)
		p.Hanging(lead+p.Faint.Sprintf("H%d ", h.Level), report.Escape(h.Text), lead+"   ")
	}
}

// writeEntry writes an item of a list with its place.
func writeEntry(p *layout.Page, s report.SpanJSON, text string) {
	at := s.At()
	p.Hanging("    "+p.Faint.Sprint(at)+layout.Pad(at, 7)+" ", text, strings.Repeat(" ", 12))
}

func writeLinks(p *layout.Page, all []linkJSON) {
	writeTitle(p, "Links", len(all))
	for _, l := range all {
		words := layout.Quoted(l.Text)
		if l.Text == "" {
			words = "(no text)"
		}
		line := l.Kind + ": " + words + " -> " + report.Escape(layout.Cut(l.Target, p.Width-16))
		if len(l.Rel) > 0 {
			line += " (" + report.Escape(strings.Join(l.Rel, " ")) + ")"
		}
		writeEntry(p, l.Span, line)
	}
}

func writeImages(p *layout.Page, all []imageJSON) {
	writeTitle(p, "Images", len(all))
	for _, m := range all {
		says := "no alt text"
		switch {
		case m.Decorative:
			says = "decorative"
		case m.Alt != nil && *m.Alt == "":
			says = "empty alt text"
		case m.Alt != nil:
			says = layout.Quoted(*m.Alt)
		}
		writeEntry(p, m.Span, report.Escape(layout.Cut(m.Target, p.Width-16))+": "+says)
	}
}

func writeQuotes(p *layout.Page, all []QuoteJSON) {
	writeTitle(p, "Quotations", len(all))
	for _, q := range all {
		who := "no speaker found"
		if q.Speaker != nil {
			who = report.Escape(q.Speaker.Text)
			if q.Anonymous {
				who += " (not named)"
			}
			if q.Cue != nil {
				who += ", “" + report.Escape(q.Cue.Text) + "”"
			}
		}
		writeEntry(p, q.Span, layout.Quoted(layout.Cut(q.Text, 2*p.Width))+" ["+who+"]")
	}
}
