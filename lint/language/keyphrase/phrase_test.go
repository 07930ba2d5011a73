package keyphrase

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
)

func TestPhraseMatchesFormsAndIgnoresFunctionWords(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		count        int
	}{
		{"city budget", "The city’s budget was late", 1},
		{"city budget", "The city's budget was late", 1},
		{"city budget", "Budgets of many cities", 1},
		{"city's budget", "city budget", 1},
		{"city budget", "The capacity budget", 0},
		{"city budget", "A budget", 0},
		{"running shoes", "He runs in a shoe", 1},
		{"running shoes", "She ran in shoes", 1},
		{"the future of work", "work has a future", 1},
		{"café culture", "Cafe cultures", 1},
		{"cafe culture", "Café culture", 1},
		{"peace plan", "a peace-plan", 1},
		{"peace plan", "peace—plan, plan of peace", 2},
		{"peace-plan", "the plan for peace", 1},
		{"child care", "CHILDREN need care", 1},
		{"children", "a child", 1},
		{"womens health", "the woman's health", 0},
		{"the who", "The band The Who plays", 1},
		{"Node.js tips", "a tip for node.js", 1},
		{"peace plan", "peace_plan-for-geneva", 1},
		{`"peace plan"`, "A Peace Plan", 1},
		{`"peace plan"`, "the plan for peace", 0},
		{`"peace plan"`, "peace plans", 0},
		{`“peace plan”`, "peace, plan", 0},
		{`"state of the art"`, "It is state-of-the-art.", 1},
		{`"don't panic"`, "so don’t panic", 1},
		{"", "anything", 0},
		{"…", "anything", 0},
	} {
		p := NewPhrase(c.phrase, "en")
		if got := p.In(c.text); got.Count != c.count {
			t.Errorf("%q in %q: %d (%+v), want %d", c.phrase, c.text, got.Count, got, c.count)
		}
	}
}

func TestPhraseInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ language, phrase, text string }{
		{"de", "die Häuser der Stadt", "Das Haus der Städte"},
		{"fr", "l’économie de la ville", "économies des villes"},
		{"es-MX", "los libros", "un libro"},
		{"ru", "новые книги", "новая книга"},
		{"ja", "東京", "東京"},
	} {
		if !NewPhrase(c.phrase, c.language).In(c.text).All() {
			t.Errorf("%s: %q is not in %q", c.language, c.phrase, c.text)
		}
	}
}

func TestPhraseSaysWhatIsMissingAndWhere(t *testing.T) {
	p := NewPhrase("the city budget vote", "en")
	text := "Cities vote"
	m := p.In(text)
	if m.All() || !slices.Equal(m.Missing, []string{"budget"}) {
		t.Errorf("match is %+v", m)
	}
	if !slices.Equal(m.Words, [][2]int{{0, 6}, {7, 11}}) {
		t.Errorf("words at %v", m.Words)
	}
	if got := p.Reflects(text); got < 0.66 || got > 0.67 {
		t.Errorf("Reflects = %v, want two thirds", got)
	}
}

func hitTexts(d *lint.Document) (list []string) {
	for _, h := range Of(d).Hits {
		s := d.Blocks[h.Block].Text.Slice(h.Start, h.End)
		if h.Synonym {
			s = "~" + s
		}
		list = append(list, s)
	}
	return list
}

func TestKeyphraseHitsAreWithinOneSentence(t *testing.T) {
	d := langtest.Draft("city budget", nil,
		"The city waits. A budget comes.",
		"The city's new budget beats all budgets of other cities. City hall is open.",
		"Budget here, budget there: the city has one budget.")
	want := []string{"city's new budget", "budgets of other cities", "budget there: the city"}
	if got := hitTexts(d); !slices.Equal(got, want) {
		t.Errorf("hits are %q, want %q", got, want)
	}
}

func TestKeyphraseIsTheAuthorsWordsOnly(t *testing.T) {
	d := langtest.Draft("peace plan", nil, "A peace plan.", "The peace plan says so.", "Run peace plan now.", "peace plan")
	d.Quotations = make([]lint.Quotation, 1)
	d.Blocks[1].Quote = 0
	d.Blocks[2].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 4, End: 14}}
	d.Blocks[3].Kind = lint.Code
	if got := hitTexts(d); !slices.Equal(got, []string{"peace plan"}) {
		t.Errorf("hits are %q", got)
	}
}

func TestSynonymsCountWherePhraseIsAbsent(t *testing.T) {
	for _, synonyms := range [][]string{{"peace deal, plan"}, {"peace deal", "plan"}} {
		d := langtest.Draft("peace plan", synonyms, "The peace plan and the plan behind it.")
		if got := hitTexts(d); !slices.Equal(got, []string{"peace plan", "~plan"}) {
			t.Errorf("with %q hits are %q", synonyms, got)
		}
	}
	if Of(langtest.Draft("", nil, "Text.")) != nil {
		t.Error("there is a keyphrase where none is declared")
	}
}

func TestManyOccurrencesInOneSentenceStayLinear(t *testing.T) {
	words := slices.Repeat([]byte("peace plan "), 50_000)
	d := langtest.Draft("peace plan", []string{"plan", "peace"}, string(words))
	if got := len(Of(d).Hits); got < 50_000 {
		t.Errorf("%d hits", got)
	}
}
