package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/internal/langtest"
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
	l := New(readEntries(sampleList))
	d := langtest.Draft("", nil,
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

func TestLexiconIgnoresSymbols(t *testing.T) {
	d := langtest.Draft("", nil, "Call officials now.")
	d.Blocks[0].Marks = []lint.Mark{{Kind: lint.MarkCode, Start: 5, End: 14}}
	if got := found(d, New(readEntries(sampleList))); got != nil {
		t.Errorf("found %q", got)
	}
}

func TestLexiconWhole(t *testing.T) {
	l := New([]Entry{{"click here", "c"}, {"here", "h"}, {"…", "none"}, {"", "empty"}})
	for text, class := range map[string]string{"Click here!": "c", "here →": "h", "click here now": "", "see here": "", "": "", "→": ""} {
		e, ok := l.Whole(text)
		if ok != (class != "") || e.Class != class {
			t.Errorf("Whole(%q) = %v, %v", text, e, ok)
		}
	}
}

// readEntries reads a list of phrases, one per line. A # begins a comment; a line in brackets,
// "[class]", sets the class of the lines after it.
func readEntries(data string) []Entry {
	var list []Entry
	class := ""
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']':
			class = line[1 : len(line)-1]
		default:
			list = append(list, Entry{line, class})
		}
	}
	return list
}
