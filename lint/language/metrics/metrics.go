// Package metrics counts what a document has: words, sentences, paragraphs, minutes of reading, and
// how easy it is to read.
//
// [Of] returns the counts, most of which segmentation already has; [ReadingEase] is separate, because
// counting syllables costs more than all of them. Tests compare the counts with those of another
// checker. The trade-off: the reading ease is Flesch's formula, which knows nothing but the lengths
// of words and sentences, and it is for English only.
package metrics

import (
	"iter"
	"math"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/pronunciation"
)

// wordsPerMinute is the speed at which adults read English silently: the mean of the International
// Reading Speed Texts (Trauzettel-Klosinski and Dietz, 2012).
const wordsPerMinute = 228

// Metrics are the counts of a document.
type Metrics struct {
	Words          int           // voices Author and Speech, including headings and captions; a hyphenated compound is one word; characters where Unit says so
	Unit           language.Unit // of Words and LongestSection
	Sentences      int           // sentences that contain such words
	Paragraphs     int           // the author's paragraphs, without list items
	ReadingMinutes float64       // at 228 words a minute (IReST, English)
	LongestSection int           // the longest stretch between two headings
}

var metrics = lint.NewFact(measure)

// Of returns the metrics of a document.
func Of(d *lint.Document) *Metrics { return metrics.Of(d) }

func measure(d *lint.Document) *Metrics {
	p := language.ProseOf(d)
	m := &Metrics{Words: p.Count(0, len(d.Blocks))}
	m.Unit, _ = language.UnitOf(d.Language)
	for i := range p.Sentences {
		for _, w := range p.Words[p.Sentences[i].From:p.Sentences[i].To] {
			if w.Voice <= language.Speech && !w.Joined {
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
	return scoreOf(d, readingEase)
})

// scoreOf applies a formula to the words of a document.
func scoreOf(d *lint.Document, formula func(words, sentences, syllables int) float64) float64 {
	m := Of(d)
	if !language.English(d.Language) || m.Sentences == 0 {
		return math.NaN()
	}
	return formula(m.Words, m.Sentences, allSyllables(d, language.ProseOf(d)))
}

// ReadingEase returns Flesch's reading ease of a document, or NaN if the language is not English
// or there is no sentence: 100 is very easy, 0 very hard.
func ReadingEase(d *lint.Document) float64 { return ease.Of(d) }

// ReadingEaseOf returns the reading ease of some of the blocks of a document, with the words of
// quotations in them.
func ReadingEaseOf(d *lint.Document, of iter.Seq2[int, *lint.Block]) float64 {
	return scoreIn(d, of, readingEase)
}

// GradeLevel returns the year of school in the United States in which a document can be read, by the formula of
// Flesch and Kincaid, or NaN as [ReadingEase] does.
func GradeLevel(d *lint.Document) float64 { return scoreOf(d, gradeLevel) }

// GradeLevelOf is [GradeLevel] for some of the blocks of a document, with the words of quotations in them.
func GradeLevelOf(d *lint.Document, of iter.Seq2[int, *lint.Block]) float64 {
	return scoreIn(d, of, gradeLevel)
}

func scoreIn(d *lint.Document, of iter.Seq2[int, *lint.Block], formula func(words, sentences, syllables int) float64) float64 {
	if !language.English(d.Language) {
		return math.NaN()
	}
	p, count := language.ProseOf(d), pronunciation.SyllablesOf(d.Language)
	words, sentences, syllables := 0, 0, 0
	for i, b := range of {
		sentences += len(p.SentencesIn(i))
		s := b.Text.String()
		for _, w := range p.WordsIn(i) {
			if w.Voice == language.Symbol {
				continue
			}
			syllables += count.Count(s[w.Start:w.End])
			if !w.Joined {
				words++
			}
		}
	}
	if sentences == 0 || words == 0 {
		return math.NaN()
	}
	return formula(words, sentences, syllables)
}

// gradeLevel is the formula of Flesch and Kincaid (1975).
func gradeLevel(words, sentences, syllables int) float64 {
	return 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
}

// readingEase is Flesch's formula (1948): 100 is very easy, 0 very hard.
func readingEase(words, sentences, syllables int) float64 {
	return 206.835 - 1.015*float64(words)/float64(sentences) - 84.6*float64(syllables)/float64(words)
}

// allSyllables counts the syllables of the words that count towards length.
func allSyllables(d *lint.Document, p *language.Prose) int {
	count := pronunciation.SyllablesOf(d.Language)
	n := 0
	for i := range d.Blocks {
		s := d.Blocks[i].Text.String()
		for _, w := range p.WordsIn(i) {
			if w.Voice <= language.Speech {
				n += count.Count(s[w.Start:w.End])
			}
		}
	}
	return n
}
