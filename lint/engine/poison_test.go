//go:build race || poison

package engine

import (
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/internal/packing"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/pairing"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/parse"
)

// What a document lends is overwritten when it is released, so that tests notice what still reads it.
func TestEverythingThatADocumentLendsIsOverwritten(t *testing.T) {
	const draft = "# Boats\n\nThe pier is [open](https://example.org/pier).\n\n“We *open* at noon,” said Ann Lee, who \"runs\" it.\n"
	doc, _ := Parse("a.md", []byte(draft), parse.Options{})
	blocks, links, text := doc.Blocks, doc.Links, doc.Blocks[1].Text
	marks := doc.Blocks[2].Marks
	prose, keys, urls := language.ProseOf(doc), language.WordKeysOf(doc), href.Of(doc)
	words, sentences := prose.Words, prose.Sentences
	pairs, glyphs, said := pairing.Of(doc).Pairs, pairing.Of(doc).Glyphs, quotes.Of(doc)
	for what, n := range map[string]int{
		"marks": len(marks), "words": len(words), "sentences": len(sentences), "keys": len(keys), "addresses": len(urls),
		"pairs": len(pairs), "glyphs": len(glyphs), "quotations": len(said), "links": len(links),
	} {
		if n == 0 {
			t.Fatalf("the draft has no %s", what)
		}
	}
	bufpool.Release(doc)
	for what, ok := range map[string]bool{
		"blocks":     blocks[0].Span.Start < 0,
		"links":      links[0].Span.Start < 0,
		"texts":      text.Plain()[0] == 0xff,
		"marks":      marks[0].Start < 0,
		"words":      words[0].Start < 0,
		"sentences":  sentences[0].Block < 0,
		"keys":       keys[0] == ^uint64(0),
		"addresses":  urls[0].Host == bufpool.Poisoned,
		"pairs":      pairs[0].Block < 0,
		"glyphs":     glyphs[0].Block < 0,
		"quotations": said[0].Span.Start < 0,
	} {
		if !ok {
			t.Errorf("the %s of a released document are not overwritten", what)
		}
	}
}

func TestFindingsThatAreUnpackedForAChangeAreOverwritten(t *testing.T) {
	shared := &packing.Table{}
	list := []Finding{{Finding: lint.Finding{Rule: "a", Path: "a.md", Message: "A"}}}
	f := Findings{bundles: []bundle{pack(list, shared)}, shared: shared}
	var kept []Finding
	f.Change(func(draft []Finding) ([]Finding, bool) {
		kept = draft
		return draft, false
	})
	if kept[0].Message != bufpool.Poisoned {
		t.Errorf("the message is still %q", kept[0].Message)
	}
}
