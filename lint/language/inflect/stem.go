package inflect

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordlist"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// longestStemmed limits the length of words passed to a stemmer: no word of any language is
// longer, and some stemmers take time that grows faster than the length.
const longestStemmed = 64

// Stem returns the common stem of all inflected forms of a word, folded: "citi" for city, cities
// and city’s. It is not a word and not for display. Languages without a stemmer (by the primary
// subtag of a BCP 47 tag) get the folded word.
func Stem(word, language string) string {
	s := StemmerOf(language)
	return s.Stem(s.Fold(word))
}

// Stemmer maps the inflected forms of a language's words to their stem.
type Stemmer struct {
	Prefixes bool // inflection and the stemmer may change the beginning of a word
	Elides   bool // articles are joined to words by an apostrophe: l’économie

	stem      func(*snowballstem.Env) bool
	irregular irregularForms
}

// StemmerOf returns the stemmer of a language (a BCP 47 tag; "" is English). For a language without
// one, a word is its own stem.
func StemmerOf(tag string) Stemmer {
	t := languages[wordlist.Primary(tag)]
	return Stemmer{t.prefixes, t.elides, t.stem, irregular.Of(tag)}
}

// Lemma returns the base form of an irregular form; ok is false for any other word.
func (f *Stemmer) Lemma(folded string) (lemma string, ok bool) {
	lemma, ok = f.irregular.lemmas[folded]
	return lemma, ok
}

// Irregular returns the irregular forms of a base form.
func (f *Stemmer) Irregular(lemma string) []string { return f.irregular.forms[lemma] }

// Stem stems a word that has been folded already.
func (f *Stemmer) Stem(folded string) string {
	if len(folded) > longestStemmed {
		return folded
	}
	if lemma, ok := f.irregular.lemmas[folded]; ok {
		folded = lemma
	}
	if f.stem == nil {
		return folded
	}
	env := snowballstem.NewEnv(folded)
	f.stem(env)
	if env.Current() == "" {
		return folded
	}
	return env.Current()
}

// Fold folds one word for stemming: case, diacritics, the possessive, and in Romance languages the
// article that an apostrophe joins to it (l’économie).
func (f *Stemmer) Fold(word string) string {
	folded := token.FoldCase(word)
	i := strings.IndexByte(folded, '\'')
	if i < 0 {
		return folded
	}
	if f.Elides && i > 0 && i <= mostElided && i+1 < len(folded) {
		return folded[i+1:]
	}
	if i > 0 && (folded[i:] == "'s" || folded[i:] == "'") {
		return folded[:i]
	}
	return folded
}

// mostElided is the greatest length in bytes of an article that an apostrophe joins to a word.
const mostElided = 5

// MayElide reports whether an article may be joined to a word: there is an apostrophe, or the first
// byte of a typographic one, where an article ends.
func MayElide(word string) bool {
	for i := range min(len(word), mostElided+1) {
		if word[i] == '\'' || word[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// irregularForms are the forms of a language that no stemmer handles, in both directions.
type irregularForms struct {
	lemmas map[string]string   // "children": "child"
	forms  map[string][]string // "child": "children"
}

var irregular = wordpack.NewFact(func(p *wordpack.Pack) irregularForms {
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
