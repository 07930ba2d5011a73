package report

import (
	"fmt"
	"io"
	"strings"
)

// Text writes the inspected documents for people: metadata, measures, the outline as a tree,
// links, images and quotations. The error is from w.
func (i *Inspection) Text(w io.Writer, o Options) error {
	p := newPage(o)
	for n := range i.documents {
		if n > 0 {
			p.WriteByte('\n')
		}
		p.document(&i.documents[n])
	}
	return p.flush(w, o)
}

func (p *page) document(d *documentJSON) {
	p.WriteString(p.bold.Sprint(Escape(d.Path)) + p.faint.Sprint(" ("+Escape(d.Format+", "+d.Language)+")") + "\n\n")
	p.field("Read as", d.Kind)
	p.metadata(&d.Meta, d.Subject)
	p.measures(d)
	p.outline(d.Headings)
	p.links(d.Links)
	p.images(d.Images)
	p.quotes(d.Quotes)
}

// field writes a labelled value, unless it is empty.
func (p *page) field(label, text string) {
	if text != "" {
		lead := "  " + p.faint.Sprint(label) + pad(label, 13)
		p.hanging(lead, Escape(text), strings.Repeat(" ", 15))
	}
}

func (p *page) metadata(m *metaJSON, subject *subjectJSON) {
	p.field("Title", text(m.Title))
	if text(m.Headline) != text(m.Title) {
		p.field("Headline", text(m.Headline))
	}
	p.field("Description", text(m.Description))
	p.field("Keyphrase", subject.String())
	p.field("Synonyms", texts(m.Synonyms))
	p.field("Slug", text(m.Slug))
	p.field("Date", text(m.Date))
	p.field("Updated", text(m.Updated))
	p.field("Authors", texts(m.Authors))
	p.field("Tags", texts(m.Tags))
	p.field("Image", text(m.Image))
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

func (p *page) measures(d *documentJSON) {
	m := &d.Metrics
	p.WriteByte('\n')
	p.field("Length", fmt.Sprintf("%s, %s, %s; %.1f minutes to read",
		count(m.Words, m.unit), count(m.Sentences, "sentence"), count(m.Paragraphs, "paragraph"), m.ReadingMinutes))
	p.field("Longest", fmt.Sprintf("%s between two headings", count(m.LongestSectionWords, m.unit)))
	if m.ReadingEase != nil {
		p.field("Reading ease", fmt.Sprintf("%.0f (Flesch)", *m.ReadingEase))
	}
	p.field("Title", fmt.Sprintf("%.0f px, %s", m.TitlePx, count(m.TitleCharacters, "character")))
	if d.Meta.Description != nil {
		p.field("Description", fmt.Sprintf("%.0f px, %s", m.DescriptionPx, count(m.DescriptionCharacters, "character")))
	}
	if k := m.Keyphrase; k != nil {
		p.field("Keyphrase", fmt.Sprintf("%s, %.2f %% of the words; headline: %s, introduction: %s; in %s and %s",
			count(k.Count, "time"), k.Density, yes(k.InHeadline), yes(k.InIntroduction),
			count(k.HeadingsMatching, "subheading"), count(k.ParagraphsMatching, "paragraph")))
	}
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func (p *page) title(name string, n int) {
	p.WriteString("\n  " + p.bold.Sprint(name) + p.faint.Sprintf(" (%d)", n) + "\n")
}

// outline writes the headings as a tree, with a gap for a skipped level.
func (p *page) outline(all []headingJSON) {
	p.title("Outline", len(all))
	for _, h := range all {
		lead := "    " + strings.Repeat("  ", h.Level-1)
		p.hanging(lead+p.faint.Sprintf("H%d ", h.Level), Escape(h.Text), lead+"   ")
	}
}

// entry writes an item of a list with its place.
func (p *page) entry(s spanJSON, text string) {
	at := s.at()
	p.hanging("    "+p.faint.Sprint(at)+pad(at, 7)+" ", text, strings.Repeat(" ", 12))
}

func (p *page) links(all []linkJSON) {
	p.title("Links", len(all))
	for _, l := range all {
		words := quoted(l.Text)
		if l.Text == "" {
			words = "(no text)"
		}
		line := l.Kind + ": " + words + " -> " + Escape(cut(l.Target, p.width-16))
		if len(l.Rel) > 0 {
			line += " (" + Escape(strings.Join(l.Rel, " ")) + ")"
		}
		p.entry(l.Span, line)
	}
}

func (p *page) images(all []imageJSON) {
	p.title("Images", len(all))
	for _, m := range all {
		says := "no alt text"
		switch {
		case m.Decorative:
			says = "decorative"
		case m.Alt != nil && *m.Alt == "":
			says = "empty alt text"
		case m.Alt != nil:
			says = quoted(*m.Alt)
		}
		p.entry(m.Span, Escape(cut(m.Target, p.width-16))+": "+says)
	}
}

func (p *page) quotes(all []quoteJSON) {
	p.title("Quotations", len(all))
	for _, q := range all {
		who := "no speaker found"
		if q.Speaker != nil {
			who = Escape(q.Speaker.Text)
			if q.Anonymous {
				who += " (not named)"
			}
			if q.Cue != nil {
				who += ", “" + Escape(q.Cue.Text) + "”"
			}
		}
		p.entry(q.Span, quoted(cut(q.Text, 2*p.width))+" ["+who+"]")
	}
}

func quoted(s string) string { return "“" + Escape(s) + "”" }
