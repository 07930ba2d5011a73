// Package casing says which capitals the words of a headline or heading should have.
//
// [Wrong] cuts a text into words and compares the first letter of each with a [Style]: sentence case,
// or title case as the Associated Press or Chicago write it. Which words are small in title case, and
// which keep a capital in sentence case, are lists of the language.
//
// The trade-off: lists cannot tell a preposition from an adverb (“over”, “up”), nor a name from a word
// that was given a capital. In doubt a word is right: such prepositions may have either case, and in
// sentence case a capital is wrong only on a word of grammar and on a word that the body writes in lower
// case and never with a capital within a sentence.
package casing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Style is a way to write headlines.
type Style string

// The styles.
const (
	Sentence Style = "sentence" // capitals for the first word and for names
	AP       Style = "ap"       // capitals for all but articles, conjunctions and short prepositions
	Chicago  Style = "chicago"  // as AP, and prepositions of any length in lower case
)

// Known reports whether there is such a style.
func (s Style) Known() bool { return s == Sentence || s == AP || s == Chicago }

// Shown returns the name of a style for messages: “AP”.
func (s Style) Shown() string {
	return map[Style]string{Sentence: "sentence", AP: "AP", Chicago: "Chicago"}[s]
}

// Languages returns the languages whose lists the styles need.
func Languages() []string { return wordpack.WithLists("title-small") }

// Wrong returns the words of a text that do not have the case of a style. The draft says which words
// are names.
func Wrong(d *lint.Document, s string, style Style) (wrong []Word) {
	words, doubted := wordsOf(s), 0
	for k := range words {
		w := &words[k]
		switch want := style.want(d, s, words, k); {
		case want == upper && w.small, want == lower && w.capital:
			wrong = append(wrong, *w)
		case want == either && w.capital && w.opens == opensNothing && !w.fixed:
			doubted++
		}
	}
	// If one of two capitals may belong to a name, the two words are probably one name.
	if len(wrong) > 0 && style == Sentence && doubted*2 > len(wrong) && !words[0].small {
		return nil
	}
	return wrong
}

// want returns the case that word k should have.
func (s Style) want(d *lint.Document, text string, words []Word, k int) letterCase {
	w, lists := &words[k], caseLists.Of(d.Language)
	switch {
	case w.fixed:
		return either
	case w.opens == opensHeadline:
		return upper
	case s == Sentence:
		return lists.sentenceCase(d, text, w)
	case w.opens == opensPart, k == len(words)-1:
		return upper
	case w.joined:
		return either
	}
	before := ""
	if k > 0 {
		before = words[k-1].folded
	}
	return lists.titleCase(s, w.folded, before)
}

// Small reports whether a word inside a headline is in lower case in a style of title case, and whether
// it may be; before is the previous word.
func (s Style) Small(lang, word, before string) (must, may bool) {
	want := caseLists.Of(lang).titleCase(s, strings.ToLower(word), strings.ToLower(before))
	return want == lower, want != upper
}

// Word is one word of a text.
type Word struct {
	Start, End     int
	Text           string
	folded         string
	small, capital bool // starts with a lower-case letter; has only an initial capital
	fixed          bool // has its own spelling: iPhone, NASA, cloud.gov, 3rd, @handle
	joined         bool // a hyphen joins it to the previous word
	opens          first
}

// first says what a word is at the start of.
type first uint8

const (
	opensNothing  first = iota
	opensPart           // after a colon, a dash or an opening mark
	opensHeadline       // or a sentence in it
)

// Turned returns the word with the case of its first letter changed.
func (w *Word) Turned() string {
	r, n := utf8.DecodeRuneInString(w.Text)
	if w.small {
		return string(unicode.ToUpper(r)) + w.Text[n:]
	}
	return string(unicode.ToLower(r)) + w.Text[n:]
}

// wordsOf returns the words of a text.
func wordsOf(s string) (list []Word) {
	last, quoted := 0, false
	const most = 100 // words of a headline
	for i, j := range EachWord(s) {
		if len(list) == most {
			break
		}
		w := Word{Start: i, End: j, Text: s[i:j], folded: strings.ToLower(s[i:j])}
		letter, n := utf8.DecodeRuneInString(w.Text)
		w.small = unicode.IsLower(letter)
		w.capital = unicode.IsUpper(letter) && !strings.ContainsFunc(w.Text[n:], unicode.IsUpper) && (len(w.Text) > n || w.Text == "A")
		gap := s[last:i]
		quoted = quoted && !strings.ContainsAny(gap, "”\"") || strings.HasSuffix(gap, "“") || strings.HasSuffix(gap, ` "`)
		w.fixed = quoted || !w.small && !w.capital || strings.ContainsFunc(w.Text, unicode.IsDigit) || strings.Contains(w.Text, ".") ||
			w.small && strings.ContainsFunc(w.Text, unicode.IsUpper) || marked(gap)
		w.joined = gap == "-" || gap == "‑"
		w.opens = opens(gap, last == 0)
		if w.opens == opensHeadline && language.Abbreviates(s[:last]+".") && strings.HasPrefix(gap, ". ") {
			w.opens = opensNothing
		}
		list = append(list, w)
		last = j
	}
	return list
}

// marked reports whether the sign before a word makes it a name of its own: @handle, #tag, /path.
func marked(gap string) bool {
	return slices.ContainsFunc([]string{"@", "#", "/", "`"}, func(sign string) bool { return strings.HasSuffix(gap, sign) })
}

// opens returns what begins after a gap between two words.
func opens(gap string, start bool) first {
	switch {
	case start, strings.ContainsAny(gap, "?!"), strings.HasPrefix(gap, ". "):
		return opensHeadline
	case strings.ContainsAny(gap, ":—–(“") || strings.Contains(gap, " - "):
		return opensPart
	}
	return opensNothing
}
