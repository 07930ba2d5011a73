package language

import (
	"math"

	"github.com/copychief/copychief/lint"
)

// wordsPerMinute is the speed at which adults read English silently: the mean of the International
// Reading Speed Texts (Trauzettel-Klosinski and Dietz, 2012).
const wordsPerMinute = 228

// Metrics are the counts of a document.
type Metrics struct {
	Words          int     // voices Author and Speech, including headings and captions; a hyphenated compound is one word; characters where Unit says so
	Unit           Unit    // of Words and LongestSection
	Sentences      int     // sentences that contain such words
	Paragraphs     int     // the author's paragraphs, without list items
	ReadingMinutes float64 // at 228 words a minute (IReST, English)
	LongestSection int     // the longest stretch between two headings
}

var metrics = lint.NewFact(measure)

// MetricsOf returns the metrics of a document.
func MetricsOf(d *lint.Document) *Metrics { return metrics.Of(d) }

func measure(d *lint.Document) *Metrics {
	p := ProseOf(d)
	m := &Metrics{Words: p.Count(0, len(d.Blocks))}
	m.Unit, _ = UnitOf(d.Language)
	for i := range p.Sentences {
		for _, w := range p.Words[p.Sentences[i].From:p.Sentences[i].To] {
			if w.Voice <= Speech && !w.Joined {
				m.Sentences++
				break
			}
		}
	}
	for range d.Paragraphs() {
		m.Paragraphs++
	}
	for s := range d.Sections() {
		m.LongestSection = max(m.LongestSection, p.Count(s.From, s.To))
	}
	m.ReadingMinutes = float64(m.Words) / wordsPerMinute
	if m.Unit.Characters() {
		m.ReadingMinutes = float64(m.Unit.Words(m.Words)) / wordsPerMinute
	}
	return m
}

var ease = lint.NewFact(func(d *lint.Document) float64 {
	m := MetricsOf(d)
	if !English(d.Language) || m.Sentences == 0 {
		return math.NaN()
	}
	return readingEase(m.Words, m.Sentences, allSyllables(d, ProseOf(d)))
})

// ReadingEaseOf returns Flesch's reading ease of a document, or NaN if the language is not English
// or there is no sentence. It is separate from [Metrics] because counting syllables costs more
// than all of those.
func ReadingEaseOf(d *lint.Document) float64 { return ease.Of(d) }

// readingEase is Flesch's formula (1948): 100 is very easy, 0 very hard.
func readingEase(words, sentences, syllables int) float64 {
	return 206.835 - 1.015*float64(words)/float64(sentences) - 84.6*float64(syllables)/float64(words)
}

// allSyllables counts the syllables of the words that count towards length.
func allSyllables(d *lint.Document, p *Prose) int {
	known := knownSyllables.Of(d.Language)
	n := 0
	for i := range d.Blocks {
		s := d.Blocks[i].Text.String()
		for _, w := range p.WordsIn(i) {
			if w.Voice <= Speech {
				n += syllables(s[w.Start:w.End], known)
			}
		}
	}
	return n
}

// English reports whether a language tag means English or is empty.
func English(tag string) bool {
	return tag == "" || tag == "en" || len(tag) > 2 && tag[:3] == "en-"
}
