package keyphrase

import (
	"math"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Inference is what a draft that declares no keyphrase seems to be about: the phrase of its title
// that its text repeats most. A longer phrase is preferred unless its part occurs more than twice as
// often: the number of occurrences is multiplied by the square of the number of content words. Words
// with a hyphen between them count as one.
//
// The certainty is the cube root of three shares:
//
//   - of the places that name a subject (title, headline, slug, description, first paragraph,
//     subheadings; those that the draft has), how many contain the phrase,
//   - n/(n+2) for n occurrences in the author's words, the headline aside,
//   - n/m, at most 1, for the m occurrences of the most frequent other phrase of the text.
//
// A single word is too general to be a keyphrase unless it is all that the title names, so its
// certainty is divided by the number of content words in the title. A title that compares (“A vs
// B”) names two things, and only a phrase with both is inferred from it.
//
// The trade-off: words are all that is looked at. A subject that the title paraphrases is not
// found, and the certainty of what is found says so.
type Inference struct {
	Phrase *Phrase   // as the draft writes it most often
	Title  lint.Text // what it was inferred from
	Count  int       // occurrences in the author's words, without the headline

	units    int             // its content words
	of       int             // content words of the title
	known    map[uint64]bool // keys of words: whether they are forms of its words
	headline int             // block of the headline, or lint.None
}

// Certain is the least certainty of a phrase that is treated as a keyphrase. Of a hundred phrases
// drawn at random above it, more than nine in ten were judged to be what an editor would name; see
// docs/precision.md.
const Certain = 0.85

var inference = lint.NewFact(infer)

// Infer returns the phrase that a document seems to be about, however uncertain it is. It
// returns nil if the document declares a keyphrase, if no phrase of its title occurs twice in its
// text, or if the words of its language are not known well enough.
func Infer(d *lint.Document) *Inference { return inference.Of(d) }

var subject = lint.NewFact(findSubject)

// Subject returns the declared keyphrase of a document or, if it declares none, the one that can
// be inferred with certainty, unless that is a name, which a text has to repeat; otherwise nil. It
// is for rules about too much of a keyphrase: rules about too little of it use [Of], since
// nobody is bound to a phrase that was inferred.
func Subject(d *lint.Document) *Keyphrase { return subject.Of(d) }

func findSubject(d *lint.Document) *Keyphrase {
	if k := Of(d); k != nil {
		return k
	}
	in := Infer(d)
	if in == nil {
		return nil
	}
	certainty := in.atLeast(d, Certain)
	if certainty < Certain {
		return nil
	}
	k := &Keyphrase{Phrase: in.Phrase, Value: in.Title, Inferred: true, Certainty: certainty}
	f := phraseFinder{doc: d, prose: language.ProseOf(d), phrases: []*Phrase{in.Phrase}}
	for i := range f.prose.Sentences {
		k.Hits = f.sentence(k.Hits, i)
	}
	if in.name(d, k.Hits) {
		return nil
	}
	return k
}

// Certainty returns how certain the phrase is, from 0 to 1.
func (in *Inference) Certainty(d *lint.Document) float64 { return in.atLeast(d, 0) }

// atLeast returns the certainty or, as soon as it is known to be less than least, a number that is
// less than that as well. This saves a count of all phrases of most drafts.
func (in *Inference) atLeast(d *lint.Document, least float64) float64 {
	certainty := float64(in.Count) / float64(in.Count+2)
	weight := 1.0
	if in.units == 1 {
		weight = 1 / float64(in.of)
	}
	if result := weight * math.Cbrt(certainty); result < least {
		return result
	}
	certainty *= in.agreement(d)
	if result := weight * math.Cbrt(certainty); result < least {
		return result
	}
	if rival := in.rival(d); rival > in.Count {
		certainty *= float64(in.Count) / float64(rival)
	}
	return weight * math.Cbrt(certainty)
}

// agreement returns the share of the places that name a subject, of those that the document has,
// that contain the phrase.
func (in *Inference) agreement(d *lint.Document) float64 {
	named, places := 1, 1 // the title
	look := func(text string) {
		places++
		if in.Phrase.In(text).All() {
			named++
		}
	}
	if headline := d.Headline().Plain(); headline != in.Title.Plain() {
		look(headline)
	}
	if slug := slugOf(d); titles.Of(d).phrase.Reflects(slug) > 0 {
		look(slug)
	}
	if description := d.Meta.Description().Plain(); description != "" {
		look(description)
	}
	prose := language.ProseOf(d)
	for i, b := range d.Paragraphs() {
		if prose.Count(i, i+1) >= shortestOpening {
			look(b.Text.Plain())
			break
		}
	}
	var headings strings.Builder
	for i, b := range d.Headings() {
		if i != in.headline {
			headings.WriteString(b.Text.Plain())
			headings.WriteString(" | ")
		}
	}
	if headings.Len() > 0 {
		look(headings.String())
	}
	return float64(named) / float64(places)
}

// shortestOpening is the least number of words of a first paragraph; bylines and datelines are
// shorter.
const shortestOpening = 8

// slugOf returns the slug of a document: the field, otherwise that of its path.
func slugOf(d *lint.Document) string {
	if slug := d.Meta.Get(lint.RoleSlug).Value().Plain(); slug != "" {
		return slug
	}
	return lint.SlugOf(d.Source.Path)
}

// rival returns how often the most frequent other phrase of the text occurs: of the pairs of
// content words without a word of the inferred phrase, or of the single words if that is one word.
func (in *Inference) rival(d *lint.Document) (most int) {
	prose, functional := language.ProseOf(d), wordpack.Of(d.Language).Words("function-words")
	counts := make(map[uint64]int, len(prose.Words)/4)
	for i := range d.Blocks {
		if i == in.headline {
			continue
		}
		text := d.Blocks[i].Text.String()
		words, keys := prose.WordsIn(i), prose.KeysIn(i)
		before := -1 // the last word that may be part of a phrase
		for k, key := range keys {
			w := &words[k]
			if w.Voice != language.Author || functional.Has(key) || in.known[key] {
				continue
			}
			if in.units == 1 {
				counts[key]++
				most = max(most, counts[key])
			} else if before >= 0 && before == k-1 && token.Adjacent(text[words[before].End:w.Start]) {
				pair := token.PairKey(keys[before], key)
				counts[pair]++
				most = max(most, counts[pair])
			}
			before = k
		}
	}
	return most
}
