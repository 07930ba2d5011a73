package language

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// PageWords returns what rules about a whole site need of a document's text: a key
// for each of the author's words in running text, in order, and a sketch of all
// words (see [Alike]).
//
// A key is a hash of the word, case and a plural ending aside. Zero stands where
// other things part the words: the end of a sentence, a link, code, speech. Words of
// headings are left out. The sketch of a text under 50 words is nil.
func PageWords(d *lint.Document) (keys, sketch []uint32) {
	p := ProseOf(d)
	keys = make([]uint32, 0, len(p.Words)+len(p.Sentences))
	x := sketcher{}
	walkPage(d, p, func(_ int, key uint32, running bool) {
		if key != 0 {
			x.add(key)
		}
		if !running {
			key = 0
		}
		if key != 0 || len(keys) > 0 && keys[len(keys)-1] != 0 {
			keys = append(keys, key)
		}
	})
	return keys, x.sketch()
}

// PagePlace returns where in the source the words stand that [PageWords] gave the
// keys [from, to) for.
func PagePlace(d *lint.Document, from, to int) lint.Span {
	p := ProseOf(d)
	at, parted := 0, true
	var span lint.Span
	walkPage(d, p, func(word int, key uint32, running bool) {
		if !running {
			key = 0
		}
		if key == 0 && parted {
			return
		}
		parted = key == 0
		if at >= from && at < to && key != 0 {
			w := &p.Words[word]
			s := d.Blocks[w.Block].Text.Span(int(w.Start), int(w.End))
			if span == (lint.Span{}) {
				span = s
			}
			span = span.Join(s)
		}
		at++
	})
	return span
}

// PhraseKeys returns the keys of the words of a phrase.
func PhraseKeys(phrase string) []uint32 {
	var keys []uint32
	for _, w := range splitWords(phrase) {
		keys = append(keys, pageKey(w))
	}
	return keys
}

// walkPage yields the words of a document with their keys, and a key of zero behind
// each sentence. running says that a word is the author's, in running text and no
// part of a link.
func walkPage(d *lint.Document, p *Prose, yield func(word int, key uint32, running bool)) {
	for i := range p.Sentences {
		s := &p.Sentences[i]
		b := &d.Blocks[s.Block]
		text := b.Text.String()
		plain := b.Prose() && !b.Footnote && b.Kind != lint.Heading && b.Kind != lint.Term
		marks := b.Marks
		end := 0 // of the last link that began
		for k := int(s.From); k < int(s.To); k++ {
			w := &p.Words[k]
			if w.Voice == Symbol {
				yield(k, 0, false)
				continue
			}
			for len(marks) > 0 && marks[0].Start <= int(w.Start) {
				if marks[0].Kind == lint.MarkLink {
					end = max(end, marks[0].End)
				}
				marks = marks[1:]
			}
			yield(k, pageKey(text[w.Start:w.End]), plain && w.Voice == Author && int(w.Start) >= end)
		}
		yield(0, 0, false)
	}
}

// pageKey hashes a word (FNV-1a), case and a plural or possessive ending aside. It is
// never zero.
func pageKey(word string) uint32 {
	const offset, prime = 2166136261, 16777619
	end := len(word)
	if end > 3 && word[end-1] == 's' {
		switch {
		case word[end-2] == '\'':
			end -= 2
		case end > 5 && word[end-4:end-1] == "’":
			end -= 4
		case word[end-2] != 's' && word[end-2] != 'u' && word[end-2] != 'i':
			end--
		}
	}
	h := uint32(offset)
	for i := 0; i < end; i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return foldedPageKey(word[:end])
		}
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint32(c)) * prime
	}
	return max(h, 1)
}

func foldedPageKey(word string) uint32 {
	h := uint32(2166136261)
	for _, c := range []byte(foldCase(word)) {
		h = (h ^ uint32(c)) * 16777619
	}
	return max(h, 1)
}
