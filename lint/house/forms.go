package house

import (
	"cmp"
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// enter adds a term with its forms to the index.
func (t *term) enter(x *index, number int32) {
	phrase := t.searched()
	e := entry{rule: t.rule, term: number}
	if t.possessive {
		e.form = language.Possessive
	}
	x.add(e, phrase, t.exact)
	if !t.forms {
		return
	}
	first, rest, several := strings.Cut(phrase, " ")
	if !several {
		t.inflect(x, e, "", phrase)
		return
	}
	for _, f := range t.formsOf(first) {
		if e.form = f.Inflection; f.Inflection != language.Base && f.Inflection != language.Possessive {
			x.add(e, f.Text+" "+rest, t.exact)
		}
	}
	cut := strings.LastIndexByte(phrase, ' ') + 1
	e.last = true
	t.inflect(x, e, phrase[:cut], phrase[cut:])
}

// inflect adds the forms of the last word of a phrase.
func (t *term) inflect(x *index, e entry, before, word string) {
	for _, f := range t.formsOf(word) {
		if e.form = f.Inflection; f.Inflection != language.Base {
			x.add(e, before+f.Text, t.exact)
		}
	}
}

// formsOf returns the forms of a word; function words have none.
func (t *term) formsOf(word string) []language.Form {
	const shortest = 3 // bytes of a word that has forms
	if len(word) < shortest || language.PackOf(t.lang).Words("function-words").HasWord(word) {
		return nil
	}
	return language.FormsOf(word, t.lang)
}

// searched is what is looked for.
func (t *term) searched() string { return cmp.Or(t.listed, t.phrase) }
