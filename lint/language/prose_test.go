package language

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

// voiced returns the words of a document, each with its voice as a letter.
func voiced(d *lint.Document) (list []string) {
	for _, w := range ProseOf(d).Words {
		list = append(list, d.Blocks[w.Block].Text.Slice(int(w.Start), int(w.End))+":"+"asqx"[w.Voice:w.Voice+1])
	}
	return list
}

func TestWordsHaveTheirAuthors(t *testing.T) {
	d := langtest.Draft("", nil,
		"He said “go” and left.",
		"Run make now at example.org today.",
		"Theirs.",
		"“It began.",
		"“It ended.” So be it.",
		"See https://a.b/c-d?e=f, please.",
		"code")
	d.Blocks[0].Marks = []lint.Mark{{Kind: lint.MarkQuote, Start: 18, End: 24}}
	d.Blocks[1].Marks = []lint.Mark{
		{Kind: lint.MarkStrong, Start: 0, End: 12},
		{Kind: lint.MarkKeyboard, Start: 4, End: 8},
		{Kind: lint.MarkLink, Start: 16, End: 27, Index: 0},
	}
	d.Links = []lint.Link{{Bare: true}}
	d.Quotations = make([]lint.Quotation, 1)
	d.Blocks[2].Quote = 0
	d.Blocks[6].Kind = lint.Code
	want := []string{
		"He:a", "said:a", "go:s", "and:a", "left:s",
		"Run:a", "make:x", "now:a", "at:a", "example.org:x", "today:a",
		"Theirs:q",
		"It:s", "began:s", "It:s", "ended:s", "So:a", "be:a", "it:a",
		"See:a", "https:x", "a.b:x", "c:x", "d:x", "e:x", "f:x", "please:a",
	}
	if got := voiced(d); !slices.Equal(got, want) {
		t.Errorf("voices are\n%q, want\n%q", got, want)
	}
}

func TestLengthCountsACompoundOnce(t *testing.T) {
	d := langtest.Draft("", nil, "A well-known, state-of-the-art plan — or not.")
	p := ProseOf(d)
	if len(p.Words) != 10 || p.Count(0, 1) != 6 || p.Length(&p.Sentences[0]) != 6 {
		t.Errorf("%d words, %d for length", len(p.Words), p.Count(0, 1))
	}
}

func TestSplitQuotationsAreNamed(t *testing.T) {
	d := langtest.Draft("", nil, "She was glad. “We won. They lost. It is over.” Then she left.")
	var pairs []int32
	for _, s := range ProseOf(d).Sentences {
		pairs = append(pairs, s.Pair)
	}
	if want := []int32{lint.None, 0, 0, 0, lint.None}; !slices.Equal(pairs, want) {
		t.Errorf("pairs are %v, want %v", pairs, want)
	}
}
