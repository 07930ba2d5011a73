package phrase

import (
	"cmp"
	"strings"

	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// enter adds a term with its forms to the index.
func (t *Term) enter(x *Index, number int32) {
	phrase := t.searched()
	e := entry{rule: t.rule, term: number}
	x.add(e, phrase, t.exact)
	t.contract(x, e, phrase)
	if !t.forms {
		t.possess(x, e, phrase)
		return
	}
	if !inflect.Knows(t.lang) {
		t.extend(x, e, phrase)
		return
	}
	first, rest, several := strings.Cut(phrase, " ")
	if !several {
		t.inflect(x, e, "", phrase)
		return
	}
	if !t.beginsWithModifier() {
		for _, f := range t.formsAtBeginning(first) {
			if e.form = f.Kind; f.Kind != inflect.Possessive && f.Text != first {
				x.add(e, f.Text+" "+rest, t.exact)
			}
		}
		t.contractVerb(x, e, first, rest)
	}
	cut := strings.LastIndexByte(phrase, ' ') + 1
	e.last = true
	t.inflect(x, e, phrase[:cut], phrase[cut:])
}

// extend adds the endings that the last word of a phrase may take in a language about which nothing
// else is known.
func (t *Term) extend(x *Index, e entry, phrase string) {
	cut := strings.LastIndexByte(phrase, ' ') + 1
	if !t.changes(phrase[cut:]) {
		return
	}
	e.form, e.last = inflect.Irregular, cut > 0
	for _, word := range inflect.WithEndings(phrase[cut:], t.lang) {
		x.add(e, phrase[:cut]+word, t.exact)
	}
}

// possess adds the possessive of a phrase for which no other form is looked for: “Github’s”
// is the name “Github” with another word after it.
func (t *Term) possess(x *Index, e entry, phrase string) {
	cut := strings.LastIndexByte(phrase, ' ') + 1
	const shortest = 2 // bytes: “the UK’s”
	if word := phrase[cut:]; t.Allowed || len(word) < shortest || t.functional(word) || !inflect.Knows(t.lang) {
		return
	}
	e.form, e.last = inflect.Possessive, cut > 0
	x.add(e, phrase+"'s", t.exact)
}

// contract adds what a phrase that ends in a function word becomes with a verb after it: “we’re”
// says “we”. What to write instead is not known then.
func (t *Term) contract(x *Index, e entry, phrase string) {
	words := wordpack.Of(t.lang)
	cut := strings.LastIndexByte(phrase, ' ') + 1
	if !words.Words("function-words").HasWord(phrase[cut:]) {
		return
	}
	e.form, e.last = inflect.Irregular, cut > 0
	for _, line := range words.Lines("contraction-endings") {
		for _, ending := range strings.Fields(line) {
			x.add(e, phrase+ending, t.exact)
		}
	}
}

// contractVerb adds what remains of a verb at the beginning after a pronoun: “they’re in receipt
// of” has “be in receipt of” in it. What to write instead is not known then.
func (t *Term) contractVerb(x *Index, e entry, first, rest string) {
	words := wordpack.Of(t.lang)
	e.form, e.last = inflect.Irregular, false
	for _, line := range words.Lines("contracted-verbs") {
		columns := strings.Fields(line)
		if !strings.EqualFold(columns[0], first) {
			continue
		}
		for _, ending := range columns[1:] {
			for _, pronoun := range words.List("contracting-pronouns") {
				x.add(e, pronoun+ending+" "+rest, t.exact)
			}
		}
	}
}

// inflect adds the forms of the last word of a phrase. Those that are common words of their own
// count only in a phrase of several words.
func (t *Term) inflect(x *Index, e entry, before, word string) {
	if !t.changes(word) {
		t.possess(x, e, before+word)
		return
	}
	seen := map[string]bool{word: true}
	noun := before != "" && t.isNounPhrase()
	for _, f := range inflect.Forms(word, t.lang) {
		verbs := f.Kind != inflect.WithS && f.Kind != inflect.Possessive
		if seen[f.Text] || f.Common && before == "" || noun && verbs {
			continue
		}
		seen[f.Text] = true
		e.form = f.Kind
		x.add(e, before+f.Text, t.exact)
	}
}

// formsAtBeginning returns the forms of the first word of several, each once. There, words that
// are otherwise too short to change do, and so does “be”.
func (t *Term) formsAtBeginning(word string) (all []inflect.Form) {
	seen := map[string]bool{}
	for _, f := range inflect.FormsAtBeginning(word, t.lang) {
		if !seen[f.Text] {
			seen[f.Text] = true
			all = append(all, f)
		}
	}
	return all
}

// changes reports whether a word has forms: function words, and very short ones, have none.
func (t *Term) changes(word string) bool {
	const shortest = 3 // bytes of a word that has forms
	return len(word) >= shortest && !t.functional(word)
}

// functional reports whether a word is a function word.
func (t *Term) functional(word string) bool {
	return wordpack.Of(t.lang).Words("function-words").HasWord(word)
}

// searched is what is looked for.
func (t *Term) searched() string { return cmp.Or(t.Listed, t.Phrase) }
