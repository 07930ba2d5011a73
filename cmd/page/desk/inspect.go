package desk

import (
	"cmp"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/docs"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/textwidth"
)

// inspection is how the program sees a draft, apart from its faults.
type inspection struct {
	Language  string    `json:"language"`
	Metrics   metrics   `json:"metrics"`
	Outline   []section `json:"outline"`
	Search    search    `json:"search"`
	Quotes    []quote   `json:"quotes"`
	Keyphrase string    `json:"keyphrase"` // the one that the draft declares, or that the field has
	Subject   string    `json:"subject"`   // what the draft seems to be about, if no keyphrase is given
	Image     string    `json:"image"`     // what the alternative text of the first image says
}

type metrics struct {
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
	Text       string  `json:"text"`
	Own        bool    `json:"own"` // it is written in the text, not in the field beside it
	Width      int     `json:"width"`
	Characters int     `json:"characters"`
	Limit      int     `json:"limit"`
	Desktop    int     `json:"desktop"` // how much of it is shown
	Mobile     int     `json:"mobile"`
	size, wide float64 // of the font, and the limit on phones
}

type quote struct {
	Text      string `json:"text"`
	Speaker   string `json:"speaker"`
	Cue       string `json:"cue"`
	Anonymous bool   `json:"anonymous"`
	Place     place  `json:"place"`
}

func (d *Desk) inspect(doc *lint.Document) *inspection {
	u := newUnits(doc.Source.Bytes)
	m := language.MetricsOf(doc)
	out := &inspection{
		Language: doc.Language, Outline: outline(doc, u), Search: d.search(doc), Quotes: []quote{},
		Metrics: metrics{
			Words: m.Words, Unit: cmp.Or(m.Unit.Name, "words"), Sentences: m.Sentences, Paragraphs: m.Paragraphs,
			Minutes: m.ReadingMinutes, Links: len(doc.Links),
		},
	}
	if ease := language.ReadingEaseOf(doc); !math.IsNaN(ease) && !math.IsInf(ease, 0) {
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
	if k := language.KeyphraseOf(doc); k != nil && k.Phrase != nil {
		out.Keyphrase = k.Phrase.Text
		for _, h := range k.Hits {
			if !h.Synonym {
				out.Metrics.Hits++
			}
		}
	} else if in := language.InferenceOf(doc); in != nil {
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

// The font sizes of a search result in px.
const (
	titleSize       = 20
	descriptionSize = 14
)

func (d *Desk) search(doc *lint.Document) search {
	title, description := doc.Title(), doc.Meta.Description()
	return search{
		Title:       measured(title, line{Limit: int(d.limits.title), size: titleSize, wide: d.limits.mobileTitle}),
		Description: measured(description, line{Limit: int(d.limits.description), size: descriptionSize, wide: d.limits.mobileDescription}),
	}
}

// measured completes a line of a search result.
func measured(t lint.Text, l line) line {
	text := t.Plain()
	u := newUnits([]byte(text))
	l.Text, l.Own = text, t.Placed()
	l.Width = int(math.Round(textwidth.Of(text, l.size)))
	l.Characters = utf8.RuneCountInString(text)
	l.Desktop = u.of(textwidth.Fit(text, l.size, float64(l.Limit)))
	l.Mobile = u.of(textwidth.Fit(text, l.size, l.wide))
	return l
}

// limits are the widths in px at which search results are cut.
type limits struct{ title, mobileTitle, description, mobileDescription float64 }

// phoneTitle is the width in px of the two lines that a title has on a phone. It is an
// estimate, as all of these widths are: no search engine documents one.
const phoneTitle = 650

// limitsOf reads the limits from the options of the rules that report what is cut, so that the
// page shows what they say.
func limitsOf(rules map[string]*lint.Rule) limits {
	return limits{
		title:             option(rules["long-headline"], "max_width"),
		mobileTitle:       phoneTitle,
		description:       option(rules["long-description"], "max_width"),
		mobileDescription: option(rules["long-description"], "mobile_width"),
	}
}

// option returns the default of a numeric option, or infinity if the rule has no such option.
func option(r *lint.Rule, name string) float64 {
	if r != nil {
		for _, o := range docs.Options(r) {
			if x, err := strconv.ParseFloat(o.Default, 64); err == nil && o.Name == name {
				return x
			}
		}
	}
	return math.MaxInt32
}
