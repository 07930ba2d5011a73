package language

import "github.com/copychief/copychief/lint"

// Metrics are the numbers of a document.
type Metrics struct {
	Words          int // voice Author and Speech, headings and captions among them
	Sentences      int
	Paragraphs     int     // the author's paragraphs, items not counted
	ReadingMinutes float64 // at 228 words a minute (IReST, English)
	ReadingEase    float64 // Flesch; NaN where the language is not English or there is no sentence
	LongestSection int     // words between two headings at most
}

var metrics = lint.NewFact(measure)

// MetricsOf returns the numbers of a document.
func MetricsOf(d *lint.Document) *Metrics { return metrics.Of(d) }

func measure(*lint.Document) *Metrics { return &Metrics{} }

// English reports whether a language tag means English, or nothing at all.
func English(tag string) bool {
	return tag == "" || tag == "en" || len(tag) > 2 && tag[:3] == "en-"
}
