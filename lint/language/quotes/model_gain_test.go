package quotes

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes/clause"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// goldArticle is a news article whose quotations were annotated by people. Offsets are in code
// points; those of a quotation include its marks.
type goldArticle struct {
	Text   string
	Quotes []goldQuote
}

type goldQuote struct {
	Start, End int
	Kind       string   `json:"speaker_kind"`
	Speakers   [][2]int `json:"speaker_spans"`
}

// TestModelFindsMoreSpeakers measures what the language model adds to lists and patterns: it must
// correct more speakers than it breaks.
func TestModelFindsMoreSpeakers(t *testing.T) {
	t.Run("drafts", func(t *testing.T) {
		gold := goldOfDrafts(t)
		with := gainOfModel(t, func(measure func(*lint.Document, func(*score, []Quote))) {
			for _, d := range corpus.Drafts(t) {
				if of := gold[d.Name]; len(of) > 0 {
					measure(parse.Parse(d.Name, d.Content, parse.Options{}), func(s *score, found []Quote) { s.addDraft(of, found) })
				}
			}
		})
		if with.right < 80 || with.wrong > 3 {
			t.Errorf("with the model, want 80 right and 3 wrong: %s", with)
		}
	})
	t.Run("news articles", func(t *testing.T) {
		gainOfModel(t, func(measure func(*lint.Document, func(*score, []Quote))) {
			for _, a := range goldArticles(t) {
				measure(parse.Parse("a.txt", []byte(a.Text), parse.Options{}), func(s *score, found []Quote) { s.add(&a, found) })
			}
		})
	})
}

// gainOfModel scores the documents without the model and with it, and returns the second score.
func gainOfModel(t *testing.T, each func(measure func(*lint.Document, func(*score, []Quote)))) (with score) {
	t.Helper()
	var without score
	changed := 0
	each(func(d *lint.Document, add func(*score, []Quote)) {
		alone, helped := quotesWith(d, nil), quotesWith(d, clause.TagParts)
		if speakers(alone) != speakers(helped) {
			changed++
		}
		add(&without, alone)
		add(&with, helped)
	})
	t.Logf("lists alone: %s; with the model: %s; it changes %d articles", without, with, changed)
	if changed == 0 || with.right < without.right || with.right-with.wrong <= without.right-without.wrong {
		t.Errorf("the model buys nothing: %s without it, %s with it", without, with)
	}
	return with
}

// goldArticles returns news articles that are not part of the repository.
func goldArticles(t *testing.T) (list []goldArticle) {
	t.Helper()
	data, err := os.ReadFile(corpus.Shared(t, "quotes", "polnear.dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var a goldArticle
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		list = append(list, a)
	}
	return list
}

// goldSpeaker is the correct speaker of a quotation in a draft, in the words of the draft.
type goldSpeaker struct {
	begins string // the first words of the quotation
	who    string // "-" if there is no speaker
}

// goldOfDrafts reads testdata/drafts.tsv: the speakers in the English drafts, as annotated by a
// person. Each line names a draft, the first words of a quotation and its speaker.
func goldOfDrafts(t *testing.T) map[string][]goldSpeaker {
	t.Helper()
	data, err := os.ReadFile("testdata/drafts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]goldSpeaker{}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			t.Fatalf("%q", line)
		}
		of[f[0]] = append(of[f[0]], goldSpeaker{f[1], f[2]})
	}
	return of
}

// addDraft scores the quotations of a draft. A speaker is correct if it is part of the annotated
// one.
func (s *score) addDraft(gold []goldSpeaker, found []Quote) {
	for _, g := range gold {
		if g.who != "-" {
			s.gold++
		}
		for _, q := range found {
			if q.Speaker == nil || !strings.HasPrefix(strings.TrimLeft(q.Text, "“"), g.begins) {
				continue
			}
			if strings.Contains(g.who, q.Speaker.Text) {
				s.right++
			} else {
				s.wrong++
			}
		}
	}
}

// score counts quotations of people with the correct speaker, speakers that are wrong, and
// speakers given to text that is not a quotation.
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
