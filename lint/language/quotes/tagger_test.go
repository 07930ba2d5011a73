package quotes

import (
	"runtime"
	"strings"
	"testing"

	tagging "github.com/jdkato/prose/v2"

	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
)

// TestTagsAreThoseOfTheLibrary tags the paragraphs of real drafts with the library as well. It
// tags all occurrences of a word alike, so only texts without repeated words are compared.
func TestTagsAreThoseOfTheLibrary(t *testing.T) {
	own := model()
	loaded, err := tagging.NewDocument("", tagging.WithSegmentation(false), tagging.WithExtraction(false))
	if own == nil || err != nil {
		t.Fatal("no model", err)
	}
	texts := []string{"see example.org or write to ann@example.org , @ann - in 1984 , 2nd", "* 0 *T*-12 -LRB- well-known -", "( so ) he's n't \"there\" ."}
	for _, d := range corpus.Drafts(t) {
		doc := parse.Parse(d.Name, d.Content, parse.Options{})
		for i := range doc.Blocks {
			words := strings.FieldsFunc(doc.Blocks[i].Text.String(), func(r rune) bool { return r <= ' ' || r >= 0x7f })
			for ; len(words) > 5; words = words[5:] {
				texts = append(texts, strings.Join(words[:5], " "))
			}
		}
	}
	compared := 0
	for _, text := range texts {
		d, err := tagging.NewDocument(text, tagging.UsingModel(loaded.Model), tagging.WithSegmentation(false), tagging.WithExtraction(false))
		if err != nil || repeated(d.Tokens()) {
			continue
		}
		tags := own.tag(d.Tokens())
		for i, token := range d.Tokens() {
			if compared++; tags[i] != token.Tag {
				t.Errorf("%q: %s is tagged %s, want %s", text, token.Text, tags[i], token.Tag)
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d tags compared", compared)
	}
	t.Logf("%d tags compared", compared)
}

func repeated(tokens []tagging.Token) bool {
	seen := map[string]bool{}
	for _, t := range tokens {
		if seen[t.Text] {
			return true
		}
		seen[t.Text] = true
	}
	return false
}

func TestWeightsAreReadInPlace(t *testing.T) {
	w := model().weights
	for feature, want := range map[string]int{"i-1 tag+i word VBN monthly": 2, "i word resurfaced": 2, "i word no such word": 0} {
		n := 0
		for range w.of([]byte(feature)) {
			n++
		}
		if n != want {
			t.Errorf("%s has %d weights, want %d", feature, n, want)
		}
	}
	for cut := range 200 {
		if newWeights(w.data[:cut]) != nil {
			t.Errorf("weights of the first %d bytes", cut)
		}
	}
}

// TestModelTakesLittleMemory guards what the tagger is for: most of what remains is the library's
// unpacking of the weights. The library's own tagger takes 62 MB; the race detector adds to both.
func TestModelTakesLittleMemory(t *testing.T) {
	const most = 40 << 20
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if newTagger() == nil {
		t.Fatal("no model")
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > most {
		t.Errorf("loading the model takes %d bytes, more than %d", n, most)
	}
}
