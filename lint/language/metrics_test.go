package language

import (
	"math"
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"a": 1, "the": 1, "cat": 1, "make": 1, "table": 2, "tables": 2, "handled": 2, "walked": 1, "wanted": 2,
		"boxes": 2, "changes": 2, "makes": 1, "nation": 2, "special": 2, "radio": 3, "actual": 3, "science": 2,
		"being": 2, "seeing": 2, "capitalism": 5, "easier": 3, "government": 3, "agency": 3, "lately": 2, "useful": 2,
		"statement": 2, "didn't": 2, "didn’t": 2, "don’t": 1, "idea": 3, "technology": 4, "university": 5,
		"FBI": 3, "WWW": 9, "NASA": 2, "2014": 1, "18F": 1, "café": 2, "rhythm": 1, "yes": 1, "queue": 1, "Привет": 1, "you're": 1,
	} {
		if got := syllables(word, knownSyllables.Of("en")); got != want {
			t.Errorf("%q has %d syllables, want %d", word, got, want)
		}
	}
}

func TestMetricsCountWhatTheAuthorWrote(t *testing.T) {
	d := draft("", nil, "A well-known plan failed.", "Quoted words here.", "Two parts. One `x` there.", "Head", "code here")
	d.Quotations = make([]lint.Quotation, 1)
	d.Blocks[1].Quote = 0
	d.Blocks[2].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 16, End: 17}}
	d.Blocks[3].Kind, d.Blocks[3].Level = lint.Heading, 2
	d.Blocks[4].Kind = lint.Code
	d.Index()
	m := MetricsOf(d)
	if m.Words != 9 || m.Sentences != 4 || m.Paragraphs != 2 || m.LongestSection != 8 {
		t.Errorf("metrics are %+v", *m)
	}
	if math.Abs(m.ReadingMinutes-9.0/228) > 1e-9 {
		t.Errorf("%v minutes", m.ReadingMinutes)
	}
}

func TestReadingEaseIsForEnglishOnly(t *testing.T) {
	d := draft("", nil, "The cat sat on the mat.")
	if got := ReadingEaseOf(d); math.Abs(got-116.145) > 0.001 {
		t.Errorf("reading ease is %v, want 116.145", got)
	}
	d = draft("", nil, "Die Katze schläft.")
	d.Language = "de"
	if got := ReadingEaseOf(d); !math.IsNaN(got) {
		t.Errorf("reading ease of German is %v", got)
	}
	if got := ReadingEaseOf(draft("", nil)); !math.IsNaN(got) {
		t.Errorf("reading ease of nothing is %v", got)
	}
}
