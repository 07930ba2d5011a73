package language

import (
	"strings"

	"github.com/blevesearch/snowballstem"
)

// longestStemmed limits the length of words passed to a stemmer: no word of any language is
// longer, and some stemmers take time that grows faster than the length.
const longestStemmed = 64

// Stem returns the common stem of all inflected forms of a word, folded: "citi" for city, cities
// and city’s. It is not a word and not for display. Languages without a stemmer (by the primary
// subtag of a BCP 47 tag) get the folded word.
func Stem(word, language string) string {
	f := inflectionOf(language)
	return f.stem(f.fold(word))
}

// inflection maps the inflected forms of a language's words to their stem.
type inflection struct {
	traits
	irregular irregularForms
}

func inflectionOf(tag string) inflection {
	return inflection{languages[primary(tag)], irregular.Of(tag)}
}

// stem stems a word that has been folded already.
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

// fold folds one word for stemming: case, diacritics, the possessive, and in Romance languages the
// article that an apostrophe joins to it (l’économie).
func (f *inflection) fold(word string) string {
	folded := foldCase(word)
	i := strings.IndexByte(folded, '\'')
	if i < 0 {
		return folded
	}
	if f.elides && i > 0 && i <= mostElided && i+1 < len(folded) {
		return folded[i+1:]
	}
	if i > 0 && (folded[i:] == "'s" || folded[i:] == "'") {
		return folded[:i]
	}
	return folded
}

// mostElided is the greatest length in bytes of an article that an apostrophe joins to a word.
const mostElided = 5

// irregularForms are the forms of a language that no stemmer handles, in both directions.
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
