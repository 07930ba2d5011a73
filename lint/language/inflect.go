package language

import (
	"strings"
	"unicode/utf8"
)

// Inflection is how a form of a word differs from its base form.
type Inflection uint8

// The inflections.
const (
	Base       Inflection = iota
	WithS                 // plural of a noun, third person of a verb
	Past                  // also the participle
	Continuous            // the form in which an action is going on
	Possessive
	Irregular // a listed form; which one is not known
)

// Form is an inflected form of a word.
type Form struct {
	Text       string
	Inflection Inflection
}

// KnowsInflections reports whether [FormsOf] knows how the words of a language change.
func KnowsInflections(tag string) bool { return len(PackOf(tag).Lines("inflections")) > 0 }

// FormsOf returns the forms of a word, the base form first. They are made by rule, so some of them
// may be no words; they are for searching a text, in which these do not occur. The language must
// be one of [KnowsInflections]; in others the only form is the word.
func FormsOf(word, tag string) []Form {
	forms := []Form{{word, Base}}
	ends := endingsOf(word, tag)
	if ends == nil {
		return forms
	}
	known := irregularOf(word, ends, tag)
	for _, f := range known {
		forms = append(forms, Form{f, Irregular})
	}
	for _, of := range []Inflection{WithS, Past, Continuous} {
		if of == Past && len(known) > 0 {
			continue
		}
		forms = append(forms, Form{ends.apply(word, of), of})
		if ends.unsure && of != WithS {
			doubled := *ends
			doubled.double = true
			forms = append(forms, Form{doubled.apply(word, of), of})
		}
	}
	return append(forms, Form{word + "'s", Possessive})
}

// Inflect returns a form of a word. sure is false if the word has several forms of the kind, of
// which the first is returned, and ok is false if the form is not known.
func Inflect(word string, to Inflection, tag string) (form string, sure, ok bool) {
	switch to {
	case Base:
		return word, true, true
	case Possessive:
		return word + "’s", true, true
	case Irregular:
		return "", false, false
	default:
	}
	ends := endingsOf(word, tag)
	if ends == nil || to != WithS && isNoun(word, tag) {
		return "", false, false
	}
	known := irregularOf(word, ends, tag)
	if len(known) == 0 {
		known = pastsOf(word, tag)
	}
	if len(known) > 0 && to == Past {
		return known[0], len(known) == 1, true
	}
	if ends.unsure && PackOf(tag).Words("doubling-verbs").HasWord(word) {
		ends.double, ends.unsure = true, false
	}
	return ends.apply(word, to), !ends.unsure || to == WithS, true
}

// isNoun reports whether a word has the ending of a noun: “planning” has no past.
func isNoun(word, tag string) bool {
	for _, end := range PackOf(tag).Lines("noun-endings") {
		if stem, ok := strings.CutSuffix(word, end); ok && strings.ContainsAny(stem, "aeiouy") {
			return true
		}
	}
	return false
}

// pastsOf returns the past and the participle of a verb whose forms are common words, for which
// keyphrases are not searched.
func pastsOf(word, tag string) []string {
	for _, line := range PackOf(tag).Lines("irregular-pasts") {
		if f := strings.Fields(line); strings.EqualFold(f[0], word) {
			return f[1:]
		}
	}
	return nil
}

// irregularOf returns the listed forms of a word without those that are made by rule: a list
// for stemmers has “dying” as well.
func irregularOf(word string, ends *endings, tag string) (all []string) {
	for _, f := range irregular.Of(tag).forms[strings.ToLower(word)] {
		if f != ends.apply(word, Continuous) {
			all = append(all, f)
		}
	}
	return all
}

// endings are how regular words with a common ending change.
type endings struct {
	cut    int  // bytes of the base form that the endings replace
	double bool // the last consonant is doubled
	unsure bool // it may be, depending on the stress: open, opened; admit, admitted
	with   [Continuous + 1]string
}

// apply returns a form of a word.
func (e *endings) apply(word string, to Inflection) string {
	stem := word[:len(word)-e.cut]
	if e.double && to != WithS {
		stem += word[len(word)-1:]
	}
	return stem + e.with[to]
}

// endingsOf returns how a word changes: by the longest ending of the list inflections that it has.
// It is nil for words that do not change, which are those with other signs than letters, and in
// languages without the list.
func endingsOf(word, tag string) *endings {
	last, _ := utf8.DecodeLastRuneInString(word)
	if word == "" || last >= utf8.RuneSelf || byteClasses[word[len(word)-1]] != letter {
		return nil
	}
	var best *endings
	lower := strings.ToLower(word)
	for _, line := range PackOf(tag).Lines("inflections") {
		f := strings.Fields(line)
		if len(f) != 4 {
			continue
		}
		end := strings.TrimPrefix(f[0], "-")
		if strings.HasSuffix(lower, end) && len(word) > len(end) && (best == nil || len(end) > best.cut) {
			best = &endings{cut: len(end), with: [...]string{"", f[1], f[2], f[3]}}
		}
	}
	if best != nil && best.cut == 0 {
		best.double, best.unsure = doubles(lower)
	}
	return best
}

// doubles reports whether a word ends in a consonant that is doubled before an ending: after a
// single vowel, in a word of one syllable. With two syllables that depends on the stress.
func doubles(word string) (certain, unsure bool) {
	n := len(word)
	if n < 3 || strings.ContainsAny(word[n-1:], "aeiouwxy") {
		return false, false
	}
	vowel := func(i int) bool { return strings.IndexByte("aeiou", word[i]) >= 0 }
	groups := 0
	for i := range word {
		if vowel(i) && (i == 0 || !vowel(i-1)) {
			groups++
		}
	}
	if !vowel(n-2) || vowel(n-3) {
		return false, false
	}
	return groups == 1, groups == 2
}
