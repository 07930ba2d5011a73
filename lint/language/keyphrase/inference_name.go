package keyphrase

import (
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Name reports whether the phrase is the name of something, such as a product, rather than a
// subject that can be written about in other words.
func (in *Inference) Name(d *lint.Document) bool {
	f := phraseFinder{doc: d, prose: language.ProseOf(d), phrases: []*Phrase{in.Phrase}}
	var hits []Hit
	for i := range f.prose.Sentences {
		hits = f.sentence(hits, i)
	}
	return in.name(d, hits)
}

// name reports whether the phrase is a single word, not counting numbers, or is written with
// capitals in more than half of the places where a capital means something: within a sentence of
// running text.
func (in *Inference) name(d *lint.Document, hits []Hit) bool {
	if in.units == 1 || in.plain() == 1 {
		return true
	}
	prose, keys, functional := language.ProseOf(d), language.WordKeysOf(d), wordpack.Of(d.Language).Words("function-words")
	all, names := 0, 0
	for i := range hits {
		h := &hits[i]
		if kind := d.Blocks[h.Block].Kind; kind != lint.Paragraph && kind != lint.Item || h.Words[0] == int(prose.Sentences[h.Sentence].From) {
			continue
		}
		all++
		text, capitals := d.Blocks[h.Block].Text.String(), true
		for _, k := range h.Words {
			w := &prose.Words[k]
			first, _ := utf8.DecodeRuneInString(text[w.Start:w.End])
			capitals = capitals && (!unicode.IsLower(first) || functional.Has(keys[k]))
		}
		if capitals {
			names++
		}
	}
	return 2*names > all
}

// plain returns the number of words of the phrase that do not begin with a digit.
func (in *Inference) plain() (n int) {
	for _, w := range in.Phrase.Words {
		if w[0] < '0' || w[0] > '9' {
			n++
		}
	}
	return n
}
