package inspection

import (
	"math"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/metrics"
	"github.com/copychief/copychief/lint/language/textwidth"
)

type metricsJSON struct {
	Words                 int            `json:"words"`
	Sentences             int            `json:"sentences"`
	Paragraphs            int            `json:"paragraphs"`
	TitlePx               float64        `json:"title_px"`
	TitleCharacters       int            `json:"title_characters"`
	DescriptionPx         float64        `json:"description_px"`
	DescriptionCharacters int            `json:"description_characters"`
	ReadingMinutes        float64        `json:"reading_minutes"`
	ReadingEase           *float64       `json:"reading_ease"` // null if there is no formula for the language
	LongestSectionWords   int            `json:"longest_section_words"`
	Keyphrase             *keyphraseJSON `json:"keyphrase"` // null if none is declared

	unit string // of the lengths, in the singular; characters where no spaces separate words
}

// keyphraseJSON says where the keyphrase occurs. Synonyms count for everything except count
// and density.
type keyphraseJSON struct {
	Count              int     `json:"count"`
	Density            float64 `json:"density"` // percent of all words that belong to the keyphrase
	InHeadline         bool    `json:"in_headline"`
	InIntroduction     bool    `json:"in_introduction"`
	HeadingsMatching   int     `json:"headings_matching"` // of levels 2 and 3
	ParagraphsMatching int     `json:"paragraphs_matching"`
}

func metricsOf(d *lint.Document) metricsJSON {
	m := metrics.Of(d)
	title, description := d.Title(), d.Meta.Description()
	out := metricsJSON{
		Words:                 m.Words,
		Sentences:             m.Sentences,
		Paragraphs:            m.Paragraphs,
		TitlePx:               round(textwidth.Of(title.Plain(), textwidth.TitleSize)),
		TitleCharacters:       characters(title),
		DescriptionPx:         round(textwidth.Of(description.Plain(), textwidth.DescriptionSize)),
		DescriptionCharacters: characters(description),
		ReadingMinutes:        round(m.ReadingMinutes),
		LongestSectionWords:   m.LongestSection,
		Keyphrase:             keyphraseOf(d, m.Words),
		unit:                  strings.TrimSuffix(m.Unit.Name, "s"),
	}
	if ease := metrics.ReadingEase(d); !math.IsNaN(ease) && !math.IsInf(ease, 0) {
		ease = round(ease)
		out.ReadingEase = &ease
	}
	return out
}

func keyphraseOf(d *lint.Document, words int) *keyphraseJSON {
	k := keyphrase.Of(d)
	if k == nil || k.Phrase == nil {
		return nil
	}
	matches := func(t lint.Text) bool {
		if k.Phrase.In(t.Plain()).All() {
			return true
		}
		for _, s := range k.Synonyms {
			if s.In(t.Plain()).All() {
				return true
			}
		}
		return false
	}
	out := &keyphraseJSON{InHeadline: matches(d.Headline())}
	hit, own := make([]bool, len(d.Blocks)), 0
	for _, h := range k.Hits {
		hit[h.Block] = true
		if !h.Synonym {
			out.Count++
			own += len(h.Words)
		}
	}
	if words > 0 {
		out.Density = round(100 * float64(own) / float64(words))
	}
	for _, b := range d.Headings() {
		if (b.Level == 2 || b.Level == 3) && matches(b.Text) {
			out.HeadingsMatching++
		}
	}
	first := true
	for i := range d.Paragraphs() {
		if hit[i] {
			out.ParagraphsMatching++
			out.InIntroduction = out.InIntroduction || first
		}
		first = false
	}
	return out
}
