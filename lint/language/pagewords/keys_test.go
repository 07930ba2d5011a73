package pagewords_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/language/pagewords"
	"github.com/copychief/copychief/lint/parse"
)

func TestKeysAreResolvedToTheWordsOfAPage(t *testing.T) {
	const draft = "# Bridge tolls\n\nThe **bridge** toll is [a bridge toll](x.md), she said. Bridge\ntolls & ferries: `bridge toll`.\n\n> A bridge toll.\n"
	doc := parse.Parse("a.md", []byte(draft), parse.Options{})
	keys, sketch := pagewords.Keys(doc), pagewords.Sketch(doc)
	if sketch != nil {
		t.Error("a text of a few words has a sketch")
	}
	var found []string
	for i := range keys {
		for _, phrase := range pagewords.PhraseKeys("Bridge Toll", "en") {
			if i+2 <= len(keys) && slices.Equal(keys[i:i+2], phrase) {
				s := pagewords.Place(doc, i, i+2)
				found = append(found, draft[s.Start:s.End])
			}
		}
	}
	want := []string{"bridge** toll", "Bridge\ntolls"}
	if !slices.Equal(found, want) {
		t.Errorf("got %q, want %q", found, want)
	}
}

func TestSketchesEstimateSimilarity(t *testing.T) {
	words := strings.Fields(strings.Repeat("one two three four five six seven ", 3))
	for i := range 400 {
		words = append(words, "w"+strings.Repeat("x", i%7)+string(rune('a'+i%26))+string(rune('a'+i/26)))
	}
	sketch := func(w []string) []uint32 {
		s := pagewords.Sketch(parse.Parse("a.txt", []byte(strings.Join(w, " ")), parse.Options{}))
		return s
	}
	whole := sketch(words)
	for _, test := range []struct {
		text     []string
		from, to float64
	}{
		{words, 1, 1},
		{words[:380], 0.8, 1},
		{words[:210], 0.35, 0.65},
		{strings.Fields(strings.Repeat("quite another text about nothing at all ", 20)), 0, 0.05},
	} {
		if got := pagewords.Alike(whole, sketch(test.text)); got < test.from || got > test.to {
			t.Errorf("%d words: alike %.2f, want %.2f to %.2f", len(test.text), got, test.from, test.to)
		}
	}
	if pagewords.Alike(nil, nil) != 0 {
		t.Error("texts without a sketch are alike")
	}
}
