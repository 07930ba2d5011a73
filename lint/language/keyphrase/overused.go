package keyphrase

import (
	"fmt"
	"math"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// The limits below which an inferred phrase is not held against a text. A text names its subject,
// and one that explains a term repeats it: in the articles that were judged, explanations, short
// instructions, glossaries and references had a phrase up to 49 times, in up to a sixth of their
// words, but in fewer than twenty paragraphs or beside much code; see docs/precision.md.
const (
	overusedHits       = 30
	overusedParagraphs = 20
	overusedShare      = 0.45 // of the paragraphs
	overusedWords      = 0.03 // of the words
	wordsPerCode       = 500  // a text with more code blocks explains terms that have no synonym
)

var overused = lint.NewFact(findOverused)

// Overused returns the declared keyphrase of a document or, if it declares none, the phrase of
// [Subject] if the text repeats it so often and so evenly that it is worth reporting; otherwise
// nil.
//
// Most drafts are too short or have too much code, which is known without reading a word. In most
// of the others, the words of the title soon turn out to be in too few paragraphs.
func Overused(d *lint.Document) *Keyphrase { return overused.Of(d) }

func findOverused(d *lint.Document) *Keyphrase {
	if k := Of(d); k != nil {
		return k
	}
	if !dated(d) {
		return nil
	}
	paragraphs, code := 0, 0
	for i := range d.Blocks {
		switch b := &d.Blocks[i]; {
		case b.Kind == lint.Code:
			code++
		case b.Kind == lint.Paragraph && b.Prose() && !b.Footnote:
			paragraphs++
		}
	}
	words := language.ProseOf(d).Count(0, len(d.Blocks))
	if paragraphs < overusedParagraphs || code*wordsPerCode > words {
		return nil
	}
	least := max(overusedParagraphs, int(math.Ceil(overusedShare*float64(paragraphs))))
	if !mayBeOverused(d, paragraphs, least) {
		return nil
	}
	k := Subject(d)
	if k == nil || len(k.Hits) < overusedHits || float64(len(k.Hits)*len(k.Phrase.Words)) < overusedWords*float64(words) {
		return nil
	}
	with, last := 0, lint.None
	for i := range k.Hits {
		block := k.Hits[i].Block
		if b := &d.Blocks[block]; block != last && b.Kind == lint.Paragraph && !b.Footnote {
			with++
		}
		last = block
	}
	if with < least {
		return nil
	}
	return k
}

// dated reports whether a draft is an article that is published once, rather than a page of a manual,
// which names its subject as often as it must: it has a date, or its format has no place for one.
func dated(d *lint.Document) bool {
	if d.Format == lint.PlainText || d.Format == lint.Word {
		return true
	}
	if d.Meta.Get(lint.RoleDate).Present() || d.Meta.Get(lint.RoleUpdated).Present() {
		return true
	}
	name := path.Base(d.Source.Path)
	return len(name) > len("2006-01-02") && name[4] == '-' && name[7] == '-' && strings.Trim(name[:4]+name[5:7]+name[8:10], "0123456789") == ""
}

// mayBeOverused reports whether two words of the title may be in as many paragraphs as a phrase has to
// be in; false is certain. It stops as soon as it knows.
func mayBeOverused(d *lint.Document, paragraphs, least int) bool {
	title := titles.Of(d)
	if title == nil || len(title.phrase.terms) < 2 {
		return false
	}
	prose := language.ProseOf(d)
	counts, last := make([]int, len(title.phrase.terms)), make([]int, len(title.phrase.terms))
	for i, b := range d.Paragraphs() {
		paragraphs--
		text := b.Text.String()
		words, keys := prose.WordsIn(i), prose.KeysIn(i)
		for k := range words {
			if !title.phrase.begin.mayBegin(text[words[k].Start]) {
				continue
			}
			term := title.term(text, &words[k], keys[k])
			if term >= 0 && last[term] != i+1 {
				last[term] = i + 1
				counts[term]++
			}
		}
		sure, possible := 0, 0
		for _, n := range counts {
			if n >= least {
				sure++
			}
			if n+paragraphs >= least {
				possible++
			}
		}
		if sure > 1 || possible < 2 {
			return sure > 1
		}
	}
	return false
}

// Label returns the phrase for a message, in quotation marks, with at most most characters of it:
// “city budget” or, if nobody declared it, “city budget” (inferred).
func (k *Keyphrase) Label(most int) string {
	label := "“" + lint.Clip(most, k.Phrase.Text) + "”"
	if k.Inferred {
		label += " (inferred)"
	}
	return label
}

// Origin appends to the related places of a finding where an inferred phrase comes from and how to
// declare another one.
func (k *Keyphrase) Origin(places []lint.Related) []lint.Related {
	if !k.Inferred || !k.Value.Placed() {
		return places
	}
	return append(places, lint.Related{
		Span:    k.Value.All(),
		Message: fmt.Sprintf("“%s” is inferred from this title (certainty %.2f); to set another, declare “keyphrase”", k.Phrase.Text, k.Certainty),
	})
}
