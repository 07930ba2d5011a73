// Package script describes how writing systems divide a text.
//
// It is the one table of the scripts that put no spaces between words ([Spaceless]), and of those
// in which a character is a syllable or a word ([Syllabic]). It imports nothing, so that every
// package may import it. The trade-off: it classifies single characters, whatever the language. Korean,
// a syllabic script with spaces between words, and Vietnamese, with spaces between syllables in
// Latin letters, are exceptions that package language knows by their tags.
package script

import "unicode"

var (
	spaceless = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
	syllabic  = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul}
)

// The first letters of each list, below which no search is needed.
const (
	firstSpaceless = 0x0e01 // Thai
	firstSyllabic  = 0x1100 // Hangul
)

// Spaceless reports whether a letter belongs to a script that puts no spaces between words.
func Spaceless(r rune) bool { return r >= firstSpaceless && unicode.In(r, spaceless...) }

// Syllabic reports whether a letter is a syllable or a word: Chinese, Japanese, Korean.
func Syllabic(r rune) bool { return r >= firstSyllabic && unicode.In(r, syllabic...) }
