package language

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// PageKeys returns a key for each of the author's words in running text, in order, for
// rules that look for words across a site.
//
// A key is a hash of the folded word; see [PhraseKeys]. Zero stands where other things
// part the words: the end of a sentence, a link, code, speech. Words of headings are
// left out.
func PageKeys(d *lint.Document) []uint32 {
	var t pageText
	t.read(d)
	return t.keys
}

// PageSketch returns a sketch of all words of a document, for comparing it with those of
// others (see [Alike]); nil for a text under 50 words.
func PageSketch(d *lint.Document) []uint32 {
	var x sketcher
	x.read(ProseOf(d))
	return x.sketch()
}

// PagePlace returns where in the source the words stand that [PageKeys] gave the
// keys [from, to) for.
func PagePlace(d *lint.Document, from, to int) (span lint.Span) {
	t := pageText{placed: true}
	t.read(d)
	for k := max(from, 0); k < min(to, len(t.words)); k++ {
		if t.keys[k] == 0 {
			continue
		}
		w := &ProseOf(d).Words[t.words[k]]
		s := d.Blocks[w.Block].Text.Span(int(w.Start), int(w.End))
		if span == (lint.Span{}) {
			span = s
		}
		span = span.Join(s)
	}
	return span
}

// PhraseKeys returns the keys of the words of a phrase, and those of the same phrase
// with its last word in the plural, or in the singular where it is in the plural. Nil
// stands for a phrase without a word.
func PhraseKeys(phrase string) (forms [][]uint32) {
	list := splitWords(phrase)
	if len(list) == 0 {
		return nil
	}
	last := foldCase(list[len(list)-1])
	endings := []string{last, last + "s"}
	if one, ok := strings.CutSuffix(last, "s"); ok && !strings.HasSuffix(one, "s") {
		endings[1] = one
	}
	if one, ok := strings.CutSuffix(last, "y"); ok {
		endings = append(endings, one+"ies")
	}
	if one, ok := strings.CutSuffix(last, "ies"); ok {
		endings = append(endings, one+"y")
	}
	for _, ending := range endings {
		list[len(list)-1] = ending
		keys := make([]uint32, len(list))
		for i, w := range list {
			keys[i] = pageKey(wordKey(w))
		}
		forms = append(forms, keys)
	}
	return forms
}

// pageKey shortens the key of a word to four bytes; it is never zero.
func pageKey(key uint64) uint32 { return max(uint32(key>>16), 1) }

// pageText gathers the keys of a document's words.
type pageText struct {
	keys   []uint32
	placed bool    // whether words is asked for
	words  []int32 // of each key, the index into Prose.Words
}

func (t *pageText) read(d *lint.Document) {
	p := ProseOf(d)
	t.keys = make([]uint32, 0, len(p.Words)+len(p.Sentences)) // with one that parts for each sentence
	block, marks := int32(lint.None), []lint.Mark(nil)
	end := 0 // of the last link of the block that began
	for i := range p.Sentences {
		s := &p.Sentences[i]
		b := &d.Blocks[s.Block]
		if !b.Prose() || b.Footnote || b.Kind == lint.Heading || b.Kind == lint.Term {
			continue
		}
		if s.Block != block {
			block, marks, end = s.Block, b.Marks, 0
		}
		for k := s.From; k < s.To; k++ {
			w := &p.Words[k]
			for len(marks) > 0 && marks[0].Start <= int(w.Start) {
				if marks[0].Kind == lint.MarkLink {
					end = max(end, marks[0].End)
				}
				marks = marks[1:]
			}
			if w.Voice != Author || int(w.Start) < end {
				t.part()
			} else {
				t.add(pageKey(p.keys[k]), k)
			}
		}
		t.part()
	}
}

func (t *pageText) add(key uint32, word int32) {
	t.keys = append(t.keys, key)
	if t.placed {
		t.words = append(t.words, word)
	}
}

// part notes that other things stand between the words.
func (t *pageText) part() {
	if n := len(t.keys); n > 0 && t.keys[n-1] != 0 {
		t.add(0, 0)
	}
}
