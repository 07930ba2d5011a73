package phrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// replacement is what to write for a phrase as it was found.
type replacement struct {
	text string // "" if the form is not known
	sure bool   // the form is the only one that it can be
}

// replacements returns what a term says to write, in the form of what was found.
func (w *Words) replacements(t *Term, e *entry, s fitting.Spot) []replacement {
	all := make([]replacement, len(t.Instead))
	for i, instead := range t.Instead {
		all[i] = w.inForm(instead, t, e, s)
	}
	return all
}

// inForm returns a replacement in the form and with the capitals of what was found.
func (w *Words) inForm(instead string, t *Term, e *entry, s fitting.Spot) replacement {
	r := w.inflected(instead, t, e, s)
	if r.text == "" {
		return r
	}
	found := s.Found()
	if w.keepsOf(r.text, s) {
		r.text += " of"
	}
	if strings.Contains(found, "'") {
		r.text = strings.ReplaceAll(r.text, "’", "'")
	}
	switch {
	case !w.Names:
		r.text = w.capitals(r.text, t.searched(), s)
	case fitting.Initial(found) && instead == strings.ToLower(instead) && s.MayBegin():
		r.text = fitting.First(r.text)
	}
	return r
}

// mayNeedOf reports whether a quantifier would precede a name: “most Americans”, but “most of
// Congress”.
func (w *Words) mayNeedOf(instead string, s fitting.Spot) bool {
	next := s.WordAfter()
	plural := strings.HasSuffix(next, "s") && !strings.HasSuffix(next, "ss") && !strings.HasSuffix(next, "us") && !strings.HasSuffix(next, "is")
	return strings.HasSuffix(strings.ToLower(s.Found()), " of") && fitting.Initial(next) && !plural &&
		wordpack.Of(w.Lang).Words("quantifiers").HasWord(instead)
}

// keepsOf reports whether the “of” in the words that were found has to stay, since a quantifier
// replaces the rest: “the majority of the shops” becomes “most of the shops”.
func (w *Words) keepsOf(instead string, s fitting.Spot) bool {
	words := wordpack.Of(w.Lang)
	return strings.HasSuffix(strings.ToLower(s.Found()), " of") && words.Words("quantifiers").HasWord(instead) &&
		words.Words("pointing-words").HasWord(s.WordAfter())
}

// inflected inflects one word of a replacement: the one in the place of the inflected word of the
// phrase. The word that was found may be several forms (“put” is also the past): the replacement is
// certain if it is the same for all of them. Otherwise the sentence decides.
func (w *Words) inflected(instead string, t *Term, e *entry, s fitting.Spot) replacement {
	k, readings := w.readings(t, e, s)
	if len(readings) == 1 && readings[0] == inflect.Base {
		return replacement{instead, true}
	}
	var all []replacement
	for _, reading := range readings {
		all = append(all, w.withInflection(instead, t, e, s, reading))
	}
	same := func(r replacement) bool { return r.text == all[0].text }
	switch {
	case len(all) == 0:
		return replacement{}
	case !slices.ContainsFunc(all, func(r replacement) bool { return !same(r) }):
		return all[0]
	case inflect.Knows(w.Lang) && w.english():
		if i := slices.Index(readings, inflectionOf(s.Tag(k))); i >= 0 {
			return replacement{all[i].text, false}
		}
	}
	return replacement{}
}

// english reports whether the rule is for English, the language of the tagger.
func (w *Words) english() bool { return fitting.Primary(w.Lang) == "en" }

// inflectionOf returns the inflection that a tag of the Penn Treebank stands for.
func inflectionOf(tag string) inflect.Kind {
	switch tag {
	case "VBD":
		return inflect.Past
	case "VBN":
		return inflect.Participle
	case "VBG":
		return inflect.Continuous
	case "VBZ", "NNS", "NNPS":
		return inflect.WithS
	}
	return inflect.Base
}

// readings returns which word of a phrase is inflected, and the inflections that it may have.
func (w *Words) readings(t *Term, e *entry, s fitting.Spot) (word int, all []inflect.Kind) {
	listed, found := strings.Fields(t.searched()), strings.Fields(s.Found())
	if e.form == inflect.Possessive {
		return len(found) - 1, []inflect.Kind{inflect.Possessive}
	}
	if len(listed) != len(found) || !inflect.Knows(w.Lang) {
		return 0, []inflect.Kind{e.form}
	}
	if e.last {
		word = len(found) - 1
	}
	if e.form == inflect.Base && !t.changes(listed[word]) && strings.EqualFold(listed[word], found[word]) {
		return word, []inflect.Kind{inflect.Base}
	}
	return word, inflect.Readings(listed[word], found[word], w.Lang)
}

// withInflection inflects the word of a replacement that changes.
func (w *Words) withInflection(instead string, t *Term, e *entry, s fitting.Spot, form inflect.Kind) replacement {
	if form == inflect.Base {
		return replacement{instead, true}
	}
	several := strings.Contains(t.searched(), " ")
	words := strings.Split(instead, " ")
	k, certain := 0, true
	switch {
	case several && e.last, form == inflect.Possessive:
		k = len(words) - 1
	case len(words) > 1 && !several && form == inflect.WithS: // a noun changes its last word, a verb its first
		certain = false
		if !w.english() || tagger.ClassOf(s.Tag(0)) != tagger.Verb {
			k = w.head(words)
		}
	}
	if same := sameWord(words[k], t, e, s); several && same != "" {
		words[k] = same
		return replacement{strings.Join(words, " "), true}
	}
	if wordpack.Of(w.Lang).Words("function-words").HasWord(words[k]) {
		return replacement{}
	}
	inflected, sure, ok := inflect.Make(words[k], form, w.Lang)
	if !ok {
		return replacement{}
	}
	words[k] = inflected
	return replacement{strings.Join(words, " "), sure && certain}
}

// head returns which word of a noun phrase has its plural: the last one or, in “member of parliament”, the one before
// the function word.
func (w *Words) head(words []string) int {
	functional := wordpack.Of(w.Lang).Words("function-words")
	if k := slices.IndexFunc(words[1:], functional.HasWord); k >= 0 {
		return k
	}
	return len(words) - 1
}

// sameWord returns the inflected word of several as it was found, in lower case, if a word of the
// replacement is the same: “is comprised of” becomes “is made up of”. Otherwise it is "".
func sameWord(word string, t *Term, e *entry, s fitting.Spot) string {
	listed, found := strings.Fields(t.searched()), strings.Fields(s.Found())
	at := 0
	if e.last {
		at = len(listed) - 1
	}
	if e.form == inflect.Possessive || len(listed) != len(found) || !strings.EqualFold(listed[at], word) || word != strings.ToLower(word) {
		return ""
	}
	return strings.ToLower(found[at])
}

// capitals gives a replacement the capitals of what was found.
func (w *Words) capitals(instead, listed string, s fitting.Spot) string {
	found := s.Found()
	begin, _, _ := strings.Cut(instead, " ")
	switch {
	case instead != strings.ToLower(instead): // it has capitals of its own
		if fitting.Initial(found) && begin == strings.ToLower(begin) && s.Begins() {
			return fitting.First(instead)
		}
		return instead
	case fitting.Upper(found) && !fitting.Upper(listed) && fitting.Letters(found) > 1:
		return strings.ToUpper(instead)
	case fitting.Initial(found) && !fitting.Initial(listed), fitting.Titled(found) && !fitting.Titled(listed):
		if fitting.Titled(found) && strings.Contains(found, " ") {
			return w.title(instead)
		}
		return fitting.First(instead)
	case fitting.Initial(found) && s.Begins():
		return fitting.First(instead)
	}
	return instead
}

// title gives every word a capital but function words.
func (w *Words) title(s string) string {
	words := strings.Split(s, " ")
	for i, word := range words {
		if i == 0 || !wordpack.Of(w.Lang).Words("function-words").HasWord(word) {
			words[i] = fitting.First(word)
		}
	}
	return strings.Join(words, " ")
}
