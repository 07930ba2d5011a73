package desk

import (
	"cmp"
	"math"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/textwidth"
)

// inspection is how the program sees a draft, apart from its findings.
type inspection struct {
	Language  string    `json:"language"`
	Metrics   lengths   `json:"metrics"`
	Outline   []section `json:"outline"`
	Search    search    `json:"search"`
	Quotes    []quote   `json:"quotes"`
	Unread    bool      `json:"unread"`    // speakers are not recognised in the language
	Keyphrase string    `json:"keyphrase"` // the one that the draft declares, or that the field has
	Subject   string    `json:"subject"`   // what the draft seems to be about, if no keyphrase is given
	Image     string    `json:"image"`     // what the alternative text of the first image says
}

type lengths struct {
	Words      int      `json:"words"`
	Unit       string   `json:"unit"` // of lengths: words or characters
	Sentences  int      `json:"sentences"`
	Paragraphs int      `json:"paragraphs"`
	Minutes    float64  `json:"minutes"`
	Ease       *float64 `json:"ease"` // null if there is no formula for the language
	Links      int      `json:"links"`
	Images     int      `json:"images"`
	Hits       int      `json:"hits"` // how often the keyphrase occurs
}

// section is a heading with the length of what follows it.
type section struct {
	Level int    `json:"level"` // 0 for what comes before the first heading
	Text  string `json:"text"`
	Words int    `json:"words"`
	Place place  `json:"place"`
}

// search is the search result of the draft: how wide its lines are, and where they are cut.
type search struct {
	Title       line `json:"title"`
	Description line `json:"description"`
}

// line is a line of a search result. Cuts are in UTF-16.
type line struct {
	Text       string `json:"text"`
	Own        bool   `json:"own"` // it is written in the text, not in the field beside it
	Width      int    `json:"width"`
	Characters int    `json:"characters"`
	Limit      int    `json:"limit"`
	Desktop    int    `json:"desktop"` // how much of it is shown
	Mobile     int    `json:"mobile"`
}

type quote struct {
	Text      string `json:"text"`
	Speaker   string `json:"speaker"`
	Cue       string `json:"cue"`
	Anonymous bool   `json:"anonymous"`
	Place     place  `json:"place"`
}

func inspectionOf(doc *lint.Document) *inspection {
	u := newUnits(doc.Source.Bytes)
	m := metrics.Of(doc)
	out := &inspection{
		Language: doc.Language, Outline: outline(doc, u), Search: searchOf(doc), Quotes: []quote{}, Unread: !quotes.Reads(doc.Language),
		Metrics: lengths{
			Words: m.Words, Unit: cmp.Or(m.Unit.Name, "words"), Sentences: m.Sentences, Paragraphs: m.Paragraphs,
			Minutes: m.ReadingMinutes, Links: len(doc.Links),
		},
	}
	if ease := metrics.ReadingEase(doc); !math.IsNaN(ease) && !math.IsInf(ease, 0) {
		out.Metrics.Ease = &ease
	}
	for i := range doc.Images {
		if doc.Images[i].Origin == lint.ImageMeta {
			continue
		}
		if out.Metrics.Images++; out.Image == "" {
			out.Image = doc.Images[i].Alt.Plain()
		}
	}
	if k := keyphrase.Of(doc); k != nil && k.Phrase != nil {
		out.Keyphrase = k.Phrase.Text
		for _, h := range k.Hits {
			if !h.Synonym {
				out.Metrics.Hits++
			}
		}
	} else if in := keyphrase.Infer(doc); in != nil {
		out.Subject = in.Phrase.Text
	}
	for _, q := range quotes.Of(doc) {
		one := quote{Text: q.Text, Anonymous: q.Anonymous, Place: u.span(q.Span)}
		if q.Speaker != nil {
			one.Speaker = q.Speaker.Text
		}
		if q.Cue != nil {
			one.Cue = q.Cue.Text
		}
		out.Quotes = append(out.Quotes, one)
	}
	return out
}

// outline returns the sections of a draft with their lengths.
func outline(doc *lint.Document, u *units) []section {
	all := []section{}
	prose := language.ProseOf(doc)
	for s := range doc.Sections() {
		one := section{Words: prose.Count(s.From, s.To)}
		switch {
		case s.Heading != lint.None:
			h := &doc.Blocks[s.Heading]
			one.Level, one.Text, one.Place = h.Level, h.Text.Plain(), u.span(h.Span)
		case one.Words == 0:
			continue
		default:
			one.Place = u.span(lint.Span{Start: doc.Blocks[s.From].Span.Start, End: doc.Blocks[s.From].Span.Start})
		}
		all = append(all, one)
	}
	return all
}

func searchOf(doc *lint.Document) search {
	title, description := doc.Title(), doc.Meta.Description()
	return search{
		Title:       measured(title, textwidth.TitleWidth, textwidth.Title(title.Plain())),
		Description: measured(description, textwidth.DescriptionWidth, textwidth.Description(description.Plain())),
	}
}

// measured returns a line of a search result that is cut at a limit in px.
func measured(t lint.Text, limit int, shown textwidth.Shown) line {
	text := t.Plain()
	u := newUnits([]byte(text))
	return line{
		Text: text, Own: t.Placed(), Limit: limit, Width: int(math.Round(shown.Pixels)),
		Characters: utf8.RuneCountInString(text), Desktop: u.of(shown.Desktop), Mobile: u.of(shown.Phone),
	}
}
