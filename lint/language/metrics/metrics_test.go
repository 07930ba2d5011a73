package metrics

import (
	"math"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func TestMetricsCountWhatTheAuthorWrote(t *testing.T) {
	d := langtest.Draft("", nil, "A well-known plan failed.", "Quoted words here.", "Two parts. One `x` there.", "Head", "code here")
	d.Quotations = make([]lint.Quotation, 1)
	d.Blocks[1].Quote = 0
	d.Blocks[2].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 16, End: 17}}
	d.Blocks[3].Kind, d.Blocks[3].Level = lint.Heading, 2
	d.Blocks[4].Kind = lint.Code
	d.Index()
	m := Of(d)
	if m.Words != 9 || m.Sentences != 4 || m.Paragraphs != 2 || m.LongestSection != 8 {
		t.Errorf("metrics are %+v", *m)
	}
	if math.Abs(m.ReadingMinutes-9.0/228) > 1e-9 {
		t.Errorf("%v minutes", m.ReadingMinutes)
	}
}

func TestReadingEaseIsForEnglishOnly(t *testing.T) {
	d := langtest.Draft("", nil, "The cat sat on the mat.")
	if got := ReadingEase(d); math.Abs(got-116.145) > 0.001 {
		t.Errorf("reading ease is %v, want 116.145", got)
	}
	d = langtest.Draft("", nil, "Die Katze schläft.")
	d.Language = "de"
	if got := ReadingEase(d); !math.IsNaN(got) {
		t.Errorf("reading ease of German is %v", got)
	}
	if got := ReadingEase(langtest.Draft("", nil)); !math.IsNaN(got) {
		t.Errorf("reading ease of nothing is %v", got)
	}
}
