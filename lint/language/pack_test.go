package language

import (
	"strings"
	"sync"
	"testing"
)

func TestAPackCompilesLists(t *testing.T) {
	p := PackOf("en-GB")
	if set := p.Words("function-words"); !set.HasWord("The") || set.HasWord("house") {
		t.Error("the function words of English are not its set")
	}
	both := p.Words("name-particles", "always-capital")
	if !both.HasWord("von") || !both.HasWord("I’ve") || both.HasWord("the house") {
		t.Error("two lists are not one set")
	}
	if hits := p.Phrases("always-capital").In("so I’ve seen"); len(hits) > 0 {
		t.Errorf("a line of several words is one phrase: %v", hits)
	}
	hits := p.Phrases("abbreviations-at-the-end", "names-that-shout").In("pens, etc.")
	if len(hits) != 1 || hits[0].Entry != (Entry{"etc", "abbreviations-at-the-end"}) {
		t.Errorf("hits %v", hits)
	}
	for _, e := range p.entries("syllables") {
		if e.Class != "syllables" || strings.ContainsAny(e.Phrase, "=1234") {
			t.Errorf("what follows an equals sign is part of a phrase: %v", e)
		}
	}
}

func TestAPackWithoutAListIsEmpty(t *testing.T) {
	for _, p := range []*Pack{PackOf("xx"), PackOf("de"), emptyPack} {
		if p.Words("syllables").HasWord("the") || p.Words("syllables", "always-capital").HasWord("i") ||
			len(p.Phrases("syllables").In("the")) > 0 || len(p.Phrases("syllables", "always-capital").In("the")) > 0 {
			t.Error("a list that is not there has something in it")
		}
	}
	if PackOf("xx") != PackOf("yy") || PackOf("de") == PackOf("en") {
		t.Error("packs are not by language")
	}
}

func TestSharedWordsAreThoseOfAllLanguages(t *testing.T) {
	set := SharedPack().Words("function-words")
	for _, w := range []string{"the", "der", "les"} {
		if !set.HasWord(w) {
			t.Errorf("%q is missing", w)
		}
	}
}

func TestAListIsCompiledOnce(t *testing.T) {
	p := newPack(PackOf("en").Lists)
	var all sync.WaitGroup
	sets, lexicons := make([]*WordSet, 8), make([]*Lexicon, 8)
	for i := range sets {
		all.Go(func() {
			sets[i], lexicons[i] = p.Words("function-words"), p.Phrases("always-capital")
			p.Words("always-capital", "function-words")
		})
	}
	all.Wait()
	for i := range sets {
		if sets[i] != sets[0] || lexicons[i] != lexicons[0] {
			t.Error("a list was compiled twice")
		}
	}
	if first, again := p.Words("always-capital", "function-words"), p.Words("always-capital", "function-words"); first != again {
		t.Error("a combination was compiled twice")
	}
	if n := testing.AllocsPerRun(100, func() { p.Words("function-words"); p.Phrases("always-capital") }); n > 0 {
		t.Errorf("asking again allocates %v times", n)
	}
}
