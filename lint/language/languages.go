package language

import (
	"strings"

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

// traits are the properties of a language's grammar that affect how its words are written. The
// zero value, for unlisted languages, has no stemmer.
type traits struct {
	stem     func(*snowballstem.Env) bool
	prefixes bool // inflection and the stemmer may change the beginning of a word
	elides   bool // articles are joined to words by an apostrophe: l’économie
	ordinals bool // “the 3rd” is written “3.”
	uniform  bool // words are hardly inflected, so that no stemmer is needed
}

// languages maps primary subtags to traits. The words of each language are in its pack.
var languages = map[string]traits{
	"ar": {stem: arabic.Stem, prefixes: true},
	"ca": {elides: true},
	"cs": {ordinals: true},
	"da": {stem: danish.Stem, ordinals: true},
	"de": {stem: german.Stem, ordinals: true},
	"en": {stem: english.Stem},
	"es": {stem: spanish.Stem},
	"et": {ordinals: true},
	"fi": {stem: finnish.Stem, ordinals: true},
	"fr": {stem: french.Stem, elides: true},
	"ga": {stem: irish.Stem, prefixes: true},
	"hr": {ordinals: true},
	"hu": {stem: hungarian.Stem, ordinals: true},
	"is": {ordinals: true},
	"it": {stem: italian.Stem, elides: true},
	"lv": {ordinals: true},
	"nb": {stem: norwegian.Stem, ordinals: true},
	"nl": {stem: dutch.Stem},
	"nn": {stem: norwegian.Stem, ordinals: true},
	"no": {stem: norwegian.Stem, ordinals: true},
	"pl": {ordinals: true},
	"pt": {stem: portuguese.Stem},
	"ro": {stem: romanian.Stem},
	"ru": {stem: russian.Stem},
	"sk": {ordinals: true},
	"sl": {ordinals: true},
	"sr": {ordinals: true},
	"sv": {stem: swedish.Stem},
	"ta": {stem: tamil.Stem, prefixes: true},
	"tr": {stem: turkish.Stem, ordinals: true},

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

// KnowsForms reports whether a word is found in all its inflected forms in a language (a BCP 47
// tag): the language has a stemmer, or its words are not inflected.
func KnowsForms(tag string) bool {
	t := languages[primary(tag)]
	return t.stem != nil || t.uniform
}

// Spaced reports whether spaces separate the words of a language (a BCP 47 tag). Vietnamese
// sets a space after every syllable, so its words cannot be counted by spaces either.
func Spaced(tag string) bool {
	switch primary(tag) {
	case "zh", "ja", "th", "km", "lo", "my", "bo", "yue", "wuu", "vi":
		return false
	default:
		return true
	}
}

// primary returns the primary subtag of a BCP 47 tag, "en" for an empty one.
func primary(tag string) string {
	end := 0
	for end < len(tag) && tag[end] != '-' && tag[end] != '_' {
		end++
	}
	if end == 0 {
		return "en"
	}
	return strings.ToLower(tag[:end])
}
