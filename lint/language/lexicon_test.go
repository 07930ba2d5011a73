package language

import (
	"fmt"
	"slices"
	"testing"

	"github.com/copychief/copychief/lint"
)

const sampleList = `
# people without a name
[anonymous]
officials
senior officials   # longer
people familiar with the matter
don't panic
state-of-the-art

[place]
café bar
`

func found(d *lint.Document, l *Lexicon) (list []string) {
	for _, h := range l.Find(d) {
		list = append(list, fmt.Sprintf("%s:%s:%d", h.Entry.Class, d.Blocks[h.Block].Text.Slice(h.Start, h.End), h.Voice))
	}
	return list
}

func TestLexiconFindsPhrasesWithinSentences(t *testing.T) {
	l := NewLexicon(ReadEntries(sampleList))
	d := draft("", nil,
		"Senior officials spoke. Officials did not; an official did.",
		"“People familiar with the matter” left. The people, familiar with the matter, stayed.",
		"Don’t panic at the CAFE-BAR: it is state of the art. People familiar with. The matter rests.",
		"officials")
	d.Quotations = make([]lint.Quotation, 1)
	d.Blocks[3].Quote = 0
	d.Blocks[1].Marks = []lint.Mark{{Kind: lint.MarkQuote, Start: 0, End: 30}}
	want := []string{
		"anonymous:Senior officials:0", "anonymous:Officials:0", "anonymous:People familiar with the matter:1",
		"anonymous:Don’t panic:0", "place:CAFE-BAR:0", "anonymous:state of the art:0", "anonymous:officials:2",
	}
	if got := found(d, l); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestLexiconLeavesSymbolsAlone(t *testing.T) {
	d := draft("", nil, "Call officials now.")
	d.Blocks[0].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 5, End: 14}}
	if got := found(d, NewLexicon(ReadEntries(sampleList))); got != nil {
		t.Errorf("found %q", got)
	}
}

func TestLexiconWhole(t *testing.T) {
	l := NewLexicon([]Entry{{"click here", "c"}, {"here", "h"}, {"…", "none"}, {"", "empty"}})
	for text, class := range map[string]string{"Click here!": "c", "here →": "h", "click here now": "", "see here": "", "": "", "→": ""} {
		e, ok := l.Whole(text)
		if ok != (class != "") || e.Class != class {
			t.Errorf("Whole(%q) = %v, %v", text, e, ok)
		}
	}
}

func TestWordKeyFollowsFolding(t *testing.T) {
	for _, pair := range [][2]string{{"Café", "cafe"}, {"DON’T", "don't"}, {"Straße", "STRASSE"}, {"Мир", "мир"}} {
		if wordKey(pair[0]) != wordKey(pair[1]) || wordKey(pair[0]) != wordKey(foldCase(pair[0])) {
			t.Errorf("%q and %q have different keys", pair[0], pair[1])
		}
	}
}
