package inflect

import (
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

	"github.com/copychief/copychief/lint/language/wordlist"
)

// traits are the properties of a language's grammar that affect how its words are written. The
// zero value, for unlisted languages, has no stemmer.
type traits struct {
	stem     func(*snowballstem.Env) bool
	prefixes bool // inflection and the stemmer may change the beginning of a word
	elides   bool // articles are joined to words by an apostrophe: l’économie
	uniform  bool // words are hardly inflected, so that no stemmer is needed
}

// languages maps primary subtags to traits. The words of each language are in its pack.
var languages = map[string]traits{
	"ar": {stem: arabic.Stem, prefixes: true},
	"ca": {elides: true},
	"da": {stem: danish.Stem},
	"de": {stem: german.Stem},
	"en": {stem: english.Stem},
	"es": {stem: spanish.Stem},
	"fi": {stem: finnish.Stem},
	"fr": {stem: french.Stem, elides: true},
	"ga": {stem: irish.Stem, prefixes: true},
	"hu": {stem: hungarian.Stem},
	"it": {stem: italian.Stem, elides: true},
	"nb": {stem: norwegian.Stem},
	"nl": {stem: dutch.Stem},
	"nn": {stem: norwegian.Stem},
	"no": {stem: norwegian.Stem},
	"pt": {stem: portuguese.Stem},
	"ro": {stem: romanian.Stem},
	"ru": {stem: russian.Stem},
	"sv": {stem: swedish.Stem},
	"ta": {stem: tamil.Stem, prefixes: true},
	"tr": {stem: turkish.Stem},

	"id": {uniform: true},
	"ja": {uniform: true},
	"km": {uniform: true},
	"lo": {uniform: true},
	"ms": {uniform: true},
	"my": {uniform: true},
	"th": {uniform: true},
	"vi": {uniform: true},
	"zh": {uniform: true},
}

// KnowsStems reports whether a word is found in all its inflected forms in a language (a BCP 47
// tag): the language has a stemmer, or its words are not inflected.
func KnowsStems(tag string) bool {
	t := languages[wordlist.Primary(tag)]
	return t.stem != nil || t.uniform
}
