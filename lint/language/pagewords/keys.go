// Package pagewords reduces the words of a document to what the rules about a whole site compare
// after the document is gone: [Keys] of its words in order, in which phrases are searched for, and a
// [Sketch] of 128 numbers, by which [Alike] estimates how much of two texts is the same.
//
// The trade-off: four bytes per word and one sketch per page keep thousands of pages in memory, and
// both are inexact. A place that the keys have in common is read again in the document ([Place]),
// and a similarity is known to within three points.
package pagewords

import (
	"iter"
	"math"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/token"
)

// Keys returns a key for each of the author's words in running text, in order, for rules that
// search for words across a site.
//
// A key is a hash of the folded word; see [PhraseKeys]. A zero separates words that are not
// adjacent: at the end of a sentence, a link, code or speech. Words of headings are left out.
func Keys(d *lint.Document) []uint32 {
	p, all := language.ProseOf(d), language.WordKeysOf(d)
	keys := make([]uint32, 0, len(p.Words)+len(p.Sentences)) // a separator, zero, for each sentence and each word that is left out
	for from, to := range stretches(d, p) {
		n, stretch := len(keys), all[from:to]
		keys = keys[:n+len(stretch)+1]
		added := keys[n:][:len(stretch)]
		for k := range added {
			added[k] = pageKey(stretch[k])
		}
	}
	return keys
}

// Sketch returns a sketch of all words of a document, for comparison with those of others (see
// [Alike]), or nil for a text of less than 50 words.
func Sketch(d *lint.Document) []uint32 {
	var x sketcher
	x.read(d)
	return x.sketch()
}

// Place returns the position in the source of the words to which [Keys] gave the keys
// [from, to).
func Place(d *lint.Document, from, to int) (span lint.Span) {
	p := language.ProseOf(d)
	at := 0 // the index of the key of the first word of the stretch
	for first, end := range stretches(d, p) {
		n := int(end - first)
		for k := max(from, at); k < min(to, at+n); k++ {
			w := &p.Words[int(first)+k-at]
			s := d.Blocks[w.Block].Text.Span(int(w.Start), int(w.End))
			if span == (lint.Span{}) {
				span = s
			}
			span = span.Join(s)
		}
		at += n + 1
	}
	return span
}

// PhraseKeys returns the keys of the words of a phrase in a language (a BCP 47 tag; "" is English),
// and those of the same phrase with its last word changed from singular to plural or the reverse. It
// returns nil for a phrase without a word.
func PhraseKeys(phrase, tag string) (forms [][]uint32) {
	list := token.Split(phrase)
	if len(list) == 0 {
		return nil
	}
	last := token.FoldCase(list[len(list)-1])
	for _, form := range append([]string{last}, inflect.OtherNumbers(last, tag)...) {
		list[len(list)-1] = form
		keys := make([]uint32, len(list))
		for i, w := range list {
			keys[i] = pageKey(token.Key(w))
		}
		forms = append(forms, keys)
	}
	return forms
}

// pageKey shortens the key of a word to four bytes; the result is never zero.
func pageKey(key uint64) uint32 { return max(uint32(key>>16), 1) }

// stretches yields the uninterrupted runs of the author's words in running text, as non-empty
// ranges of Prose.Words.
func stretches(d *lint.Document, p *language.Prose) iter.Seq2[int32, int32] {
	return func(yield func(from, to int32) bool) {
		var l linked
		block := int32(lint.None)
		for i := range p.Sentences {
			s := &p.Sentences[i]
			b := &d.Blocks[s.Block]
			if !b.Prose() || b.Footnote || b.Kind == lint.Heading || b.Kind == lint.Term {
				continue
			}
			if p.Authored(int(s.Block)) {
				if !yield(s.From, s.To) {
					return
				}
				continue
			}
			if s.Block != block {
				block, l = s.Block, newLinked(b.Marks)
			}
			from := s.From
			for k := s.From; k < s.To; k++ {
				w := &p.Words[k]
				if w.Start >= l.next {
					l.pass(w.Start)
				}
				if w.Voice == language.Author && w.Start >= l.end {
					continue
				}
				if from < k && !yield(from, k) {
					return
				}
				from = k + 1
			}
			if from < s.To && !yield(from, s.To) {
				return
			}
		}
	}
}

// linked tracks the links of a block from its first word to its last.
type linked struct {
	marks []lint.Mark // marks that begin at or after the current word
	next  int32       // start of the first of them
	end   int32       // end of the last link that has begun
}

func newLinked(marks []lint.Mark) linked {
	l := linked{marks: marks}
	l.pass(lint.None)
	return l
}

// pass advances to the word that begins at offset at.
func (l *linked) pass(at int32) {
	for len(l.marks) > 0 && l.marks[0].Start <= int(at) {
		if m := l.marks[0]; m.Kind == lint.MarkLink {
			l.end = max(l.end, int32(m.End))
		}
		l.marks = l.marks[1:]
	}
	l.next = math.MaxInt32
	if len(l.marks) > 0 {
		l.next = int32(l.marks[0].Start)
	}
}
