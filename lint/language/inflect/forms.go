// Package inflect knows which forms a word takes.
//
// It goes both ways: [Stem] maps the forms of a word to one key, by a Snowball stemmer and a list of
// irregular forms, and [Forms] makes the forms of a word, by the endings and irregular words that
// the lists of its language have. Use a [Stemmer] to stem many words of one language.
//
// The trade-off: both are rules and lists without a dictionary. Stems of different words may
// coincide (“universe”, “university”), and some of the forms are not words, so they are for
// searching a text; [Make] says whether a form is certain enough to be written.
package inflect

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/wordpack"
)

// Kind is how a form of a word differs from its base form.
type Kind uint8

// The inflections.
const (
	Base       Kind = iota
	WithS           // plural of a noun, third person of a verb
	Past            // the simple past
	Participle      // the past participle
	Continuous      // the form for an action in progress
	Possessive
	Irregular // a listed form; which one is not known
)

// Form is an inflected form of a word.
type Form struct {
	Text   string
	Kind   Kind
	Common bool // it is a common word of its own, such as “left”
}

// Knows reports whether [Forms] knows how the words of a language change.
func Knows(tag string) bool { return len(wordpack.Of(tag).Lines("inflections")) > 0 }

// HasEndings reports whether [WithEndings] knows the endings of words of a language.
func HasEndings(tag string) bool { return wordpack.Of(tag).Has("word-endings") }

// WithEndings returns a word with each of the endings that words of a language may take: in German, “Flüchtlinge” and
// “Flüchtlings” of “Flüchtling”. Which form each is, and whether it is one, is not known; vowels do not change.
func WithEndings(word, tag string) (all []string) {
	for _, ending := range wordpack.Of(tag).List("word-endings") {
		all = append(all, word+ending)
	}
	return all
}

// Forms returns the forms of a word, the base form first. A spelling is listed once for each of
// its inflections: “put” is a base form, a past and a participle. They are made by rule, so some
// may not be words; this does no harm in a search, since texts do not contain them. In a language
// for which [Knows] is false, the only form is the word.
func Forms(word, tag string) []Form {
	forms := []Form{{Text: word}}
	t := inflections.Of(tag)
	ends := t.endingsOf(word)
	if ends == nil {
		return t.headFirst(forms, word, tag)
	}
	add := func(of Kind, texts ...string) {
		for _, s := range texts {
			forms = append(forms, Form{s, of, t.common[s]})
		}
	}
	add(WithS, t.pluralsOf(word)...)
	add(WithS, ends.apply(word, WithS))
	pasts := t.pastsOf(word)
	if len(pasts) > 0 {
		add(Past, pasts[0])
		add(Participle, pasts[min(1, len(pasts)-1):]...)
	} else {
		add(Past, ends.both(word, Past)...)
		add(Participle, ends.both(word, Past)...)
	}
	add(Continuous, ends.both(word, Continuous)...)
	if more := t.further[strings.ToLower(word)]; more != nil {
		for i, of := range []Kind{WithS, Past, Participle, Continuous} {
			if s := more[[...]int{0, 1, 1, 2}[i]]; s != "-" {
				add(of, s)
			}
		}
	}
	forms = t.headFirst(forms, word, tag)
	add(Possessive, word+"'s")
	return forms
}

// Readings returns the inflections of a word that a text may be. The forms are those of
// [FormsAtBeginning].
func Readings(word, text, tag string) (all []Kind) {
	for _, f := range FormsAtBeginning(word, tag) {
		if strings.EqualFold(f.Text, text) && !slices.Contains(all, f.Kind) {
			all = append(all, f.Kind)
		}
	}
	slices.Sort(all)
	return all
}

// Make returns a form of a word. sure is false if the word has several forms of the kind (the
// first is returned), or if the ending is a guess. ok is false if the form is not known.
func Make(word string, to Kind, tag string) (form string, sure, ok bool) {
	switch to {
	case Base:
		return word, true, true
	case Possessive: // English again; see doubles
		return word + "’s", true, true
	case Irregular:
		return "", false, false
	default:
	}
	t := inflections.Of(tag)
	ends := t.endingsOf(word)
	if ends == nil || to != WithS && isNoun(word, tag) {
		return "", false, false
	}
	if to == WithS {
		if plurals := t.pluralsOf(word); len(plurals) > 0 {
			return plurals[0], len(plurals) == 1, true
		}
		return ends.apply(word, to), true, true
	}
	single := t.further[strings.ToLower(word)] == nil
	if pasts := t.pastsOf(word); len(pasts) > 0 && to == Past {
		return pasts[0], single, true
	} else if len(pasts) > 0 && to == Participle {
		return pasts[min(1, len(pasts)-1)], single && len(pasts) <= 2, true
	}
	if ends.unsure && wordpack.Of(tag).Words("doubling-verbs").HasWord(word) {
		ends.double, ends.unsure = true, false
	}
	return ends.apply(word, to), !ends.unsure && single, true
}

// isNoun reports whether a word has the ending of a noun, with a vowel somewhere before it:
// “planning” has no past tense, but “bring” has one.
func isNoun(word, tag string) bool {
	for _, end := range wordpack.Of(tag).Lines("noun-endings") {
		if stem, ok := strings.CutSuffix(word, end); ok && strings.ContainsAny(stem, "aeiouy") {
			return true
		}
	}
	return false
}

// endings are how regular words with a common ending change.
type endings struct {
	cut    int  // bytes of the base form that the endings replace
	double bool // the last consonant is doubled
	unsure bool // it may be, depending on the stress: open, opened; admit, admitted
	with   [Continuous + 1]string
}

// apply returns a form of a word.
func (e *endings) apply(word string, to Kind) string {
	stem := word[:len(word)-e.cut]
	if e.double && to != WithS {
		stem += word[len(word)-1:]
	}
	return stem + e.with[to]
}

// both returns a form of a word with its last consonant once and, if that may be, twice.
func (e *endings) both(word string, to Kind) []string {
	if !e.unsure {
		return []string{e.apply(word, to)}
	}
	doubled := *e
	doubled.double = true
	return []string{e.apply(word, to), doubled.apply(word, to)}
}

// doubles reports whether a word ends in a consonant that is doubled before an ending: after a
// single vowel, in a word of one syllable. With two syllables that depends on the stress. This is
// the spelling of English, the only language whose endings are listed so far: a rule about letters,
// which no list of words or endings can express.
func doubles(word string) (certain, unsure bool) {
	n := len(word)
	if n < 3 || strings.ContainsAny(word[n-1:], "aeiouwxy") {
		return false, false
	}
	vowel := func(i int) bool {
		return strings.IndexByte("aeiou", word[i]) >= 0 && (word[i] != 'u' || i == 0 || word[i-1] != 'q')
	}
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
