package house

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
func (w *words) replacements(t *term, e *entry, s spot) []replacement {
	all := make([]replacement, len(t.instead))
	for i, instead := range t.instead {
		all[i] = w.inForm(instead, t, e, s)
	}
	return all
}

// inForm returns a replacement in the form and with the capitals of what was found.
func (w *words) inForm(instead string, t *term, e *entry, s spot) replacement {
	r := w.inflected(instead, t, e, s)
	if r.text == "" {
		return r
	}
	found := s.found()
	if strings.Contains(found, "'") {
		r.text = strings.ReplaceAll(r.text, "’", "'")
	}
	switch {
	case !w.names:
		r.text = w.capitals(r.text, t.searched(), s)
	case initial(found) && instead == strings.ToLower(instead) && s.mayBegin():
		r.text = first(r.text)
	}
	return r
}

// inflected inflects one word of a replacement: the one that stands where the inflected word of
// the phrase stood. What was found may be several forms of its word (“put” is also the past): the
// replacement is sure if it is the same for all of them. Otherwise the sentence decides.
func (w *words) inflected(instead string, t *term, e *entry, s spot) replacement {
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
	case inflect.Knows(w.lang) && w.english():
		if i := slices.Index(readings, inflectionOf(s.tag(k))); i >= 0 {
			return replacement{all[i].text, false}
		}
	}
	return replacement{}
}

// english reports whether the rule is for English, the language of the tagger.
func (w *words) english() bool { return primary(w.lang) == "en" }

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
func (w *words) readings(t *term, e *entry, s spot) (word int, all []inflect.Kind) {
	listed, found := strings.Fields(t.searched()), strings.Fields(s.found())
	if e.form == inflect.Possessive {
		return len(found) - 1, []inflect.Kind{inflect.Possessive}
	}
	if len(listed) != len(found) || !inflect.Knows(w.lang) {
		return 0, []inflect.Kind{e.form}
	}
	if e.last {
		word = len(found) - 1
	}
	if e.form == inflect.Base && !t.changes(listed[word]) && strings.EqualFold(listed[word], found[word]) {
		return word, []inflect.Kind{inflect.Base}
	}
	return word, inflect.Readings(listed[word], found[word], w.lang)
}

// withInflection inflects the word of a replacement that changes.
func (w *words) withInflection(instead string, t *term, e *entry, s spot, form inflect.Kind) replacement {
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
		if !w.english() || tagger.ClassOf(s.tag(0)) != tagger.Verb {
			k = len(words) - 1
		}
	}
	if wordpack.Of(w.lang).Words("function-words").HasWord(words[k]) {
		return replacement{}
	}
	inflected, sure, ok := inflect.Make(words[k], form, w.lang)
	if !ok {
		return replacement{}
	}
	words[k] = inflected
	return replacement{strings.Join(words, " "), sure && certain}
}

// capitals gives a replacement the capitals of what was found.
func (w *words) capitals(instead, listed string, s spot) string {
	found := s.found()
	begin, _, _ := strings.Cut(instead, " ")
	switch {
	case instead != strings.ToLower(instead): // it has capitals of its own
		if initial(found) && begin == strings.ToLower(begin) && s.begins() {
			return first(instead)
		}
		return instead
	case upper(found) && !upper(listed) && letters(found) > 1:
		return strings.ToUpper(instead)
	case initial(found) && !initial(listed), titled(found) && !titled(listed):
		if titled(found) && strings.Contains(found, " ") {
			return w.title(instead)
		}
		return first(instead)
	case initial(found) && s.begins():
		return first(instead)
	}
	return instead
}

// title gives every word a capital but function words.
func (w *words) title(s string) string {
	words := strings.Split(s, " ")
	for i, word := range words {
		if i == 0 || !wordpack.Of(w.lang).Words("function-words").HasWord(word) {
			words[i] = first(word)
		}
	}
	return strings.Join(words, " ")
}

func first(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func initial(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func upper(s string) bool { return s == strings.ToUpper(s) && s != strings.ToLower(s) }

func titled(s string) bool {
	for _, word := range strings.Fields(s) {
		if !initial(word) && len(word) > 3 {
			return false
		}
	}
	return true
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// primary returns the language of a tag without region and script.
func primary(tag string) string {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return language
}
