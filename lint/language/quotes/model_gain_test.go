package quotes

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/parse"
)

// goldArticle is a news article whose quotations were marked by people; offsets are code
// points, those of a quotation include its marks.
type goldArticle struct {
	Text   string
	Quotes []goldQuote
}

type goldQuote struct {
	Start, End int
	Kind       string   `json:"speaker_kind"`
	Speakers   [][2]int `json:"speaker_spans"`
}

// TestModelBuysSpeakers measures on news articles what the language model adds to lists
// and patterns: it must find more than it spoils.
func TestModelBuysSpeakers(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(langtest.Shared, "quotes", "polnear.dev.jsonl"))
	if err != nil {
		t.Skip("no news articles")
	}
	var without, with score
	changed := 0
	for line := range strings.Lines(string(data)) {
		var a goldArticle
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		d := parse.Parse("a.txt", []byte(a.Text), parse.Options{})
		alone, helped := quotesWith(d, nil), quotesWith(d, tagParts)
		if speakers(alone) != speakers(helped) {
			changed++
		}
		without.add(&a, alone)
		with.add(&a, helped)
	}
	t.Logf("lists alone: %s; with the model: %s; it changes %d articles", without, with, changed)
	if with.right < without.right || with.right-with.wrong <= without.right-without.wrong {
		t.Errorf("the model buys nothing: %s without it, %s with it", without, with)
	}
}

// score counts quotations of people with the right speaker, and speakers that are wrong
// or were given to what is no quotation.
type score struct{ gold, right, wrong int }

func (s score) String() string {
	b, _ := json.Marshal(map[string]int{"gold": s.gold, "right": s.right, "wrong": s.wrong})
	return string(b)
}

func (s *score) add(a *goldArticle, found []Quote) {
	at := pointOffsets(a.Text)
	for _, g := range a.Quotes {
		if g.Kind != "none" {
			s.gold++
		}
	}
	for _, q := range found {
		if q.Speaker == nil {
			continue
		}
		right, ignored := false, false
		for _, g := range a.Quotes {
			if !(lint.Span{Start: at[g.Start], End: at[g.End]}).Overlaps(q.Span) {
				continue
			}
			ignored = ignored || g.Kind == "none"
			for _, who := range g.Speakers {
				right = right || (lint.Span{Start: at[who[0]], End: at[who[1]]}).Overlaps(q.Speaker.Span)
			}
		}
		switch {
		case right:
			s.right++
		case !ignored:
			s.wrong++
		}
	}
}

// pointOffsets returns the byte offset of every code point, and of the end.
func pointOffsets(text string) []int {
	offsets := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}
