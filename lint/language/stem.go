package language

import (
	_ "embed" // irregular forms
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
)

// longestStemmed bounds what a stemmer is given: no word of any language is
// longer, and some stemmers take time that grows faster than the word.
const longestStemmed = 64

// Stem returns what all inflected forms of a word have in common, folded: "citi"
// for city, cities and city’s. It is no word and not for showing. Languages
// without a stemmer (of a BCP 47 tag's primary subtag) get the folded word.
func Stem(word, language string) string {
	l := primary(language)
	return stemFolded(foldWord(word, l), l)
}

// stemFolded stems a word that is folded already.
func stemFolded(folded, language string) string {
	if len(folded) > longestStemmed {
		return folded
	}
	if language == "en" {
		if lemma, ok := irregular().lemmas[folded]; ok {
			folded = lemma
		}
	}
	stem := stemmer(language)
	if stem == nil {
		return folded
	}
	env := snowballstem.NewEnv(folded)
	stem(env)
	if env.Current() == "" {
		return folded
	}
	return env.Current()
}

func stemmer(language string) func(*snowballstem.Env) bool {
	switch language {
	case "en":
		return english.Stem
	case "de":
		return german.Stem
	case "fr":
		return french.Stem
	case "es":
		return spanish.Stem
	case "it":
		return italian.Stem
	case "pt":
		return portuguese.Stem
	case "nl":
		return dutch.Stem
	case "ru":
		return russian.Stem
	case "sv", "da", "nb", "nn", "no", "fi":
		return nordic(language)
	case "ar", "ga", "hu", "ro", "ta", "tr":
		return further(language)
	}
	return nil
}

func nordic(language string) func(*snowballstem.Env) bool {
	switch language {
	case "sv":
		return swedish.Stem
	case "da":
		return danish.Stem
	case "fi":
		return finnish.Stem
	}
	return norwegian.Stem
}

func further(language string) func(*snowballstem.Env) bool {
	switch language {
	case "ar":
		return arabic.Stem
	case "ga":
		return irish.Stem
	case "hu":
		return hungarian.Stem
	case "ro":
		return romanian.Stem
	case "ta":
		return tamil.Stem
	}
	return turkish.Stem
}

// prefixed reports whether the stemmer of a language leaves the beginning of
// words alone, so that a word with another beginning cannot be a form.
func prefixed(language string) bool { return language != "ar" && language != "ga" && language != "ta" }

// foldWord folds one word for stemming: case, diacritics, the possessive, and in
// Romance languages the article that an apostrophe ties to it (l’économie).
func foldWord(word, language string) string {
	folded := foldCase(word)
	i := strings.IndexByte(folded, '\'')
	if i < 0 {
		return folded
	}
	if elides(language) && i > 0 && i <= 5 && i+1 < len(folded) {
		return folded[i+1:]
	}
	if i > 0 && (folded[i:] == "'s" || folded[i:] == "'") {
		return folded[:i]
	}
	return folded
}

//go:embed irregular.txt
var irregularFile string

// irregulars holds the irregular forms of English both ways.
type irregulars struct {
	lemmas map[string]string   // "children": "child"
	forms  map[string][]string // "child": "children"
}

var irregular = sync.OnceValue(func() irregulars {
	t := irregulars{make(map[string]string, 256), make(map[string][]string, 128)}
	for line := range strings.Lines(irregularFile) {
		line, _, _ = strings.Cut(line, "#")
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
