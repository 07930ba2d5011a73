package quotes

import (
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
	"github.com/copychief/copychief/lint/language/quotes/clause"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

func speakers(quotes []Quote) string {
	var out []string
	for _, q := range quotes {
		name := "-"
		if q.Speaker != nil {
			name = q.Speaker.Text
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

func TestModelSettlesWhatListsCannot(t *testing.T) {
	for _, c := range []struct{ name, text, without, with string }{
		{"a noun that begins a sentence", "Buckets stand between the shelves. “Every week we move the books.”", "Buckets", "-"},
		{"a name that begins a sentence", "Nora stands between the shelves. “Every week we move the books.”", "Nora", "Nora"},
		{"a request that begins a sentence", "Take a look at the shelves. “Every week we move the books.”", "Take", "-"},
		{"a plural that looks like a verb", "It rained until both sharp voices softened, and the “quarrel” ended.", "It", ""},
		{"a verb that looks like a plural", "The whole village calls it “the hole.”", "The whole village", "The whole village"},
	} {
		if got := speakers(quotesWith(langtest.Document(c.text), nil)); got != c.without {
			t.Errorf("%s, without the model: got %q, want %q", c.name, got, c.without)
		}
		if got := speakers(quotesWith(langtest.Document(c.text), clause.TagParts)); got != c.with {
			t.Errorf("%s, with the model: got %q, want %q", c.name, got, c.with)
		}
	}
}

func TestModelIsUsedOnlyWhereTheTextIsAmbiguous(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“We open at noon,” said Ann Lee. “It is early,” she added.", "Ann Lee, she"},
		{"Buckets stand between the shelves. “Every week we move them.”\nThe water fell into buckets.", "-"},
		{"Sanders stands between the shelves. “Every week we move them.”\nThe town knows Sanders well.", "Sanders"},
		{"Ann Lee stands between the shelves. “Every week we move them.”", "Ann Lee"},
	} {
		asked := 0
		got := speakers(quotesWith(langtest.Document(c.text), func(words []string) []clause.PartOfSpeech { asked++; return nil }))
		if got != c.want || asked > 0 {
			t.Errorf("%s: got %q and %d questions, want %q and none", c.text, got, asked, c.want)
		}
	}
}

func TestTagsBelongToTheirWords(t *testing.T) {
	for _, c := range []struct {
		words string
		at    int
		want  clause.PartOfSpeech
	}{
		{"Lee's brother can't come .", 1, clause.CommonNoun},
		{"it , said Ann Lee , who isn't here .", 3, clause.ProperNoun},
		{"The U.S. team won $5 ( or so ) in Ohio .", 3, clause.FiniteVerb},
		{"( ( ' ' s n't :) won", 0, clause.OtherPart},
	} {
		words := strings.Fields(c.words)
		parts := clause.TagParts(words)
		if len(parts) != len(words) || parts[c.at] != c.want {
			t.Errorf("%s: parts are %v, want %d at %d", c.words, parts, c.want, c.at)
		}
	}
}

func TestQuestionsHaveALimit(t *testing.T) {
	asked := 0
	text := strings.Repeat("It rained until both sharp voices softened, and the “quarrel” ended.\n", 3*clause.Questions)
	quotesWith(langtest.Document(text), func(words []string) []clause.PartOfSpeech {
		asked++
		return make([]clause.PartOfSpeech, len(words))
	})
	if asked != clause.Questions {
		t.Errorf("%d questions asked, want %d", asked, clause.Questions)
	}
}

func FuzzTagParts(f *testing.F) {
	f.Add("Lee's brother can't \"come\" . n't 's :) U.S. $5 (a")
	f.Fuzz(func(t *testing.T, text string) {
		p := clause.Cut(0, text, nil, nil)
		asked := 0
		p.Asked = &asked
		p.Ask = func(words []string) []clause.PartOfSpeech {
			parts := clause.TagParts(words)
			if parts != nil && len(parts) != len(words) {
				t.Fatalf("%d parts for %q", len(parts), words)
			}
			return parts
		}
		for i := range p.Pieces {
			clause.PartAt(&p, i)
		}
	})
}

// TestFewDocumentsNeedTheModel counts the questions to the model on real articles, and checks that
// the model changes nothing in documents that ask none.
func TestFewDocumentsNeedTheModel(t *testing.T) {
	t.Run("drafts", func(t *testing.T) {
		var docs []*lint.Document
		for _, d := range corpus.Drafts(t) {
			docs = append(docs, parse.Parse(d.Name, d.Content, parse.Options{}))
		}
		if asking := thatAsk(t, docs); !slices.Equal(asking, []string{"bom-chairs.txt"}) {
			t.Errorf("the model is asked about %q", asking)
		}
	})
	t.Run("posts", func(t *testing.T) {
		docs, _ := posts(t)
		atMostATenth(t, docs)
	})
	t.Run("news articles", func(t *testing.T) {
		var docs []*lint.Document
		for _, a := range goldArticles(t) {
			docs = append(docs, parse.Parse("a.txt", []byte(a.Text), parse.Options{}))
		}
		atMostATenth(t, docs)
	})
}

func atMostATenth(t *testing.T, docs []*lint.Document) {
	t.Helper()
	if asking := thatAsk(t, docs); len(asking)*10 > len(docs) {
		t.Errorf("more than a tenth need the model: %d of %d", len(asking), len(docs))
	}
}

// thatAsk returns the paths of the documents that need the model.
func thatAsk(t *testing.T, docs []*lint.Document) (asking []string) {
	t.Helper()
	asked := 0
	for _, d := range docs {
		before := asked
		with := quotesWith(d, func(words []string) []clause.PartOfSpeech { asked++; return clause.TagParts(words) })
		if asked == before && !slices.Equal(speakersOf(with), speakersOf(quotesWith(d, nil))) {
			t.Errorf("%s: the model was not asked, and speakers differ", d.Source.Path)
		}
		if asked > before {
			asking = append(asking, d.Source.Path)
		}
	}
	t.Logf("%d of %d need the model, for %d questions", len(asking), len(docs), asked)
	return asking
}

func speakersOf(quotes []Quote) []string { return strings.Split(speakers(quotes), ", ") }

// quotesWith returns the quotations of a document as found with a model, or without one if it is
// nil.
func quotesWith(d *lint.Document, ask clause.Grammarian) []Quote {
	var f reader
	f.read(d, ask)
	return f.out
}
