package inspection

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/textwidth"
	"github.com/copychief/copychief/lint/report"
)

// SheetOf returns the sheet of a document, which is not kept.
func SheetOf(d *lint.Document) report.Sheet {
	m := metrics.Of(d)
	s := report.Sheet{
		Path: strings.Clone(d.Source.Path), Words: m.Words, Unit: m.Unit.Name, Minutes: m.ReadingMinutes,
		Search: searchResultOf(d), Sections: sectionsOf(d), Phrase: phraseOf(d),
		Unread: !quotes.Reads(d.Language),
	}
	for _, q := range quotes.Of(d) {
		out := report.SheetQuote{
			Text: strings.Clone(q.Text), Words: q.Words, Block: q.BlockQuotation, Unnamed: q.Anonymous, Unattributed: q.Speaker == nil && !s.Unread,
			Place: d.Source.Place(q.Span.Start), Line: d.Source.Position(q.Span.Start).Line,
		}
		if q.Speaker != nil {
			out.Speaker = strings.Clone(q.Speaker.Text)
		}
		s.Quotes = append(s.Quotes, out)
	}
	return s
}

func sectionsOf(d *lint.Document) (all []report.SheetSection) {
	prose := language.ProseOf(d)
	for s := range d.Sections() {
		out := report.SheetSection{Words: prose.Count(s.From, s.To), From: prose.Count(0, s.From)}
		first := s.From
		if s.Heading != lint.None {
			first = s.Heading
			b := &d.Blocks[s.Heading]
			out.Heading, out.Level = strings.Clone(b.Text.Plain()), b.Level
		}
		out.Span = d.Blocks[first].Span.Join(d.Blocks[max(first, s.To-1)].Span)
		all = append(all, out)
	}
	return all
}

// phraseOf finds the keyphrase that the draft declares, otherwise the one that it seems to have.
func phraseOf(d *lint.Document) (p report.SheetPhrase) {
	if k := keyphrase.Of(d); k != nil {
		p.Text = strings.Clone(k.Phrase.Text)
		for i := range k.Hits {
			p.At = append(p.At, wordsBefore(d, k.Hits[i].Block, k.Hits[i].Words[0]))
		}
		return p
	}
	in := keyphrase.Infer(d)
	if in == nil || in.Certainty(d) < keyphrase.Certain {
		return p
	}
	p.Text, p.Inferred = strings.Clone(in.Phrase.Text), true
	prose := language.ProseOf(d)
	for i := range prose.Sentences {
		s := &prose.Sentences[i]
		b := &d.Blocks[s.Block]
		if b.Prose() && s.To > s.From && in.Phrase.In(b.Text.Sub(int(s.Start), int(s.End)).Plain()).All() {
			p.At = append(p.At, wordsBefore(d, int(s.Block), int(s.From)))
		}
	}
	return p
}

// wordsBefore returns how many words the article has before word k, which is in a block.
func wordsBefore(d *lint.Document, block, k int) int {
	prose := language.ProseOf(d)
	return prose.Count(0, block) + min(prose.Place(k), prose.Count(block, block+1))
}

func searchResultOf(d *lint.Document) report.SearchResult {
	title := strings.Clone(d.Title().Plain())
	description := strings.Clone(d.Meta.Description().Plain())
	r := report.SearchResult{
		Title: lineOf(title, textwidth.Title(title)), Description: lineOf(description, textwidth.Description(description)),
		Address: strings.Clone(d.Meta.Get(lint.RoleCanonical).Value().Plain()),
	}
	if r.Address == "" {
		r.Address = strings.Clone(d.Meta.Get(lint.RoleSlug).Value().Plain())
	}
	if r.Address == "" && !d.Can(lint.Packed) {
		r.Address = lint.SlugOf(d.Source.Path)
	}
	for _, b := range d.Paragraphs() {
		if r.Passage = strings.Clone(lint.Clip(mostPassage, b.Text.Plain())); r.Passage != "" {
			break
		}
	}
	return r
}

const mostPassage = 320 // characters

// lineOf returns a text of a search result, only a part of which is shown.
func lineOf(text string, shown textwidth.Shown) report.SearchLine {
	return report.SearchLine{
		Text: text, Pixels: round(shown.Pixels), Guessed: !textwidth.Measures(text),
		Desktop: shown.Desktop, Phone: shown.Phone,
	}
}
