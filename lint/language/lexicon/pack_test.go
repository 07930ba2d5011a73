package lexicon

import (
	"strings"
	"sync"
	"testing"

	"github.com/copychief/copychief/lint/language/wordpack"
)

func TestListsOfAPackAreLexicons(t *testing.T) {
	p := wordpack.Of("en-GB")
	if hits := Of(p, "always-capital").In("so I’ve seen"); len(hits) > 0 {
		t.Errorf("a line of several words is one phrase: %v", hits)
	}
	hits := Of(p, "abbreviations-at-the-end", "names-that-shout").In("pens, etc.")
	if len(hits) != 1 || hits[0].Entry != (Entry{"etc", "abbreviations-at-the-end"}) {
		t.Errorf("hits %v", hits)
	}
	for _, e := range entries(p, "syllables") {
		if e.Class != "syllables" || strings.ContainsAny(e.Phrase, "=1234") {
			t.Errorf("what follows an equals sign is part of a phrase: %v", e)
		}
	}
	for _, p := range []*wordpack.Pack{wordpack.Of("xx"), wordpack.Of("de")} {
		if len(Of(p, "syllables").In("the")) > 0 || len(Of(p, "syllables", "always-capital").In("the")) > 0 {
			t.Error("a list that is not there has phrases")
		}
	}
}

func TestALexiconIsCompiledOnce(t *testing.T) {
	p := wordpack.Of("en")
	var all sync.WaitGroup
	lexicons := make([]*Lexicon, 8)
	for i := range lexicons {
		all.Go(func() {
			lexicons[i] = Of(p, "always-capital")
			Of(p, "always-capital", "function-words")
		})
	}
	all.Wait()
	for i := range lexicons {
		if lexicons[i] != lexicons[0] {
			t.Error("a list was compiled twice")
		}
	}
	if first, again := Of(p, "always-capital", "function-words"), Of(p, "always-capital", "function-words"); first != again {
		t.Error("a combination was compiled twice")
	}
	if n := testing.AllocsPerRun(100, func() { Of(p, "always-capital") }); n > 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}
