package language

import (
	"strings"

	"github.com/blevesearch/snowballstem"
)

// longestStemmed bounds what a stemmer is given: no word of any language is
// longer, and some stemmers take time that grows faster than the word.
const longestStemmed = 64

// Stem returns what all inflected forms of a word have in common, folded: "citi"
// for city, cities and city’s. It is no word and not for showing. Languages
// without a stemmer (of a BCP 47 tag's primary subtag) get the folded word.
func Stem(word, language string) string {
	f := inflectionOf(language)
	return f.stem(f.fold(word))
}

// inflection leads the forms of a language's words back to one.
type inflection struct {
	traits
	irregular irregularForms
}

func inflectionOf(tag string) inflection {
	return inflection{languages[primary(tag)], irregular.Of(tag)}
}

// stem stems a word that is folded already.
func (f *inflection) stem(folded string) string {
	if len(folded) > longestStemmed {
		return folded
	}
	if lemma, ok := f.irregular.lemmas[folded]; ok {
		folded = lemma
	}
	if f.traits.stem == nil {
		return folded
	}
	env := snowballstem.NewEnv(folded)
	f.traits.stem(env)
	if env.Current() == "" {
		return folded
	}
	return env.Current()
}

// fold folds one word for stemming: case, diacritics, the possessive, and in
// Romance languages the article that an apostrophe ties to it (l’économie).
func (f *inflection) fold(word string) string {
	folded := foldCase(word)
	i := strings.IndexByte(folded, '\'')
	if i < 0 {
		return folded
	}
	if f.elides && i > 0 && i <= 5 && i+1 < len(folded) {
		return folded[i+1:]
	}
	if i > 0 && (folded[i:] == "'s" || folded[i:] == "'") {
		return folded[:i]
	}
	return folded
}

// irregularForms are the forms of a language that no stemmer knows, both ways.
type irregularForms struct {
	lemmas map[string]string   // "children": "child"
	forms  map[string][]string // "child": "children"
}

var irregular = NewPackFact(func(p *Pack) irregularForms {
	t := irregularForms{make(map[string]string), make(map[string][]string)}
	for _, line := range p.Lines("irregular-forms") {
		forms := strings.Fields(line)
		if len(forms) < 2 {
			continue
		}
		t.forms[forms[0]] = forms[1:]
		for _, f := range forms[1:] {
			t.lemmas[f] = forms[0]
		}
	}
	return t
})
