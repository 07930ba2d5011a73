package phrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// isSamePart reports whether the replacement of a single word can have the part of speech that the
// word has in its sentence, as far as the tagger knows: “say” does not replace the noun “claim”. If
// the word may be a noun or a verb, the word before it must decide. written is the replacement in the
// form of the word that was found.
func isSamePart(w *Words, t *Term, s fitting.Spot, instead, written string) bool {
	const nounOrVerb = tagger.Noun | tagger.Verb
	if !w.english() || strings.Contains(t.searched(), " ") || strings.Contains(instead, " ") || instead != strings.ToLower(instead) {
		return true
	}
	before, own := s.Tags(0)
	usual, part := tagger.ClassesOf(instead), tagger.ClassOf(own)
	if form := tagger.ClassesOf(strings.ToLower(written)); usual != 0 && form != 0 {
		usual &= form
	}
	if usual != 0 && part != tagger.Other && usual&part == 0 {
		return false
	}
	found := strings.ToLower(s.Found())
	possible := tagger.PossibleClasses(found) | tagger.PossibleClasses(t.searched())
	if possible&nounOrVerb != nounOrVerb || usual&nounOrVerb == nounOrVerb {
		return true
	}
	return part == tagger.Verb && slices.Contains(beforeVerbs(), before) ||
		part == tagger.Noun && usual&part != 0 && slices.Contains(beforeNouns(), before)
}

// isVerbPhrase reports whether words with a particle, such as “log in”, are a verb where they were found:
// “audit logs in a folder” are not. If the word may be a noun as well, the word before it or the
// beginning of the sentence must decide. It is true of other phrases.
func isVerbPhrase(w *Words, t *Term, s fitting.Spot) bool {
	listed, found := strings.Fields(t.searched()), strings.Fields(s.Found())
	if !w.english() || len(listed) < 2 || len(found) != len(listed) || slices.Contains(t.Instead, listed[0]) || // “return back”
		!wordpack.Of(w.Lang).Words("phrasal-particles").HasWord(listed[1]) {
		return true
	}
	before, own := s.Tags(0)
	base := strings.EqualFold(found[0], listed[0])
	_, next := s.Tags(len(found))
	switch {
	case base && s.WordAfter() != "" && (next == "NN" || next == "NNS") && (s.Begins() || before == "NNS" || before == "NNPS"):
		return false // “Sign up forms are long” and “Back up files” look the same
	case s.Begins() && base:
		return true
	case tagger.ClassOf(own) != tagger.Verb:
		return false
	case !base && !strings.HasSuffix(found[0], "s"), slices.Contains(beforeVerbs(), before), base && (before == "NNS" || before == "NNPS"):
		return true
	}
	return (tagger.PossibleClasses(strings.ToLower(found[0])) | tagger.PossibleClasses(listed[0])) == tagger.Verb
}

// needsPlural reports whether a replacement such as “many” would stand before a noun in the singular:
// “a lot of water” does not become “many water”.
func needsPlural(w *Words, s fitting.Spot, instead string) bool {
	const furthest = 4 // words between
	if !w.english() || !wordpack.Of(w.Lang).Words("plural-quantifiers").HasWord(instead) {
		return false
	}
	n := len(strings.Fields(s.Found()))
	for k := range furthest {
		_, tag := s.Tags(n + k)
		switch {
		case tag == "NN":
			_, after := s.Tags(n + k + 1)
			if tagger.ClassOf(after) != tagger.Noun { // the first of two nouns, “city councils”, is singular
				return true
			}
		case tagger.ClassOf(tag) == tagger.Noun || tag == "":
			return false
		}
	}
	return false
}

// isClosedUp reports whether a term only joins words, “data base” to “database”.
func (t *Term) isClosedUp() bool {
	return len(t.Instead) > 0 && !slices.ContainsFunc(t.Instead, func(instead string) bool {
		return strings.Contains(instead, " ") || !fitting.SameLetters(instead, t.searched())
	})
}

// beginsWithNoun reports whether the first word of a term is a noun, as far as is known: “data”, but
// not “live”.
func (t *Term) beginsWithNoun() bool {
	first, _, _ := strings.Cut(t.searched(), " ")
	return fitting.Primary(t.lang) != "en" || tagger.PossibleClasses(strings.ToLower(first))&^tagger.Noun == 0
}

// isNounPhrase reports whether a term of several words is a noun, which has no past tense: all of
// its replacements are nouns.
func (t *Term) isNounPhrase() bool {
	return fitting.Primary(t.lang) == "en" && len(t.Instead) > 0 && !slices.ContainsFunc(t.Instead, func(instead string) bool {
		return tagger.PossibleClasses(instead[strings.LastIndexByte(instead, ' ')+1:]) != tagger.Noun
	})
}

// beginsWithModifier reports whether the first word of a term only describes the others: it is to be
// taken out (“advance planning: planning”), or it is joined with them. It does not change then.
func (t *Term) beginsWithModifier() bool {
	if len(t.Instead) == 0 || t.isClosedUp() {
		return len(t.Instead) > 0
	}
	first, _, _ := strings.Cut(t.searched(), " ")
	return !slices.ContainsFunc(t.Instead, func(instead string) bool {
		verbs := (tagger.PossibleClasses(first)&tagger.Verb != 0) && (tagger.PossibleClasses(instead)&tagger.Verb != 0)
		return verbs || !strings.HasSuffix(strings.ToLower(t.searched()), " "+strings.ToLower(instead))
	})
}

// isModifier reports whether the first of several words, a past or a participle, is an adjective or part
// of a name before its noun: the “Advanced Planning Document” is not what “advance planning” means.
func isModifier(w *Words, t *Term, e *entry, s fitting.Spot) bool {
	several := strings.Contains(t.searched(), " ")
	if !w.english() || !several || e.last || e.form != inflect.Past && e.form != inflect.Participle || s.Begins() {
		return false
	}
	_, own := s.Tags(0)
	_, next := s.Tags(1)
	return next != "" && tagger.ClassOf(own) != tagger.Verb && tagger.ClassOf(next) == tagger.Noun
}

// isAdjective reports whether a form of a verb may stand for an adjective: before a noun and after an
// article, an adjective or a preposition, or at the beginning (“an informed choice”), or after an adverb
// of degree (“better informed”).
func isAdjective(w *Words, t *Term, s fitting.Spot) bool {
	if !w.english() || strings.Contains(t.searched(), " ") || strings.EqualFold(s.Found(), t.searched()) ||
		strings.HasSuffix(strings.ToLower(s.Found()), "s") {
		return false
	}
	if wordpack.Of(w.Lang).Words("degree-adverbs").HasWord(s.WordBefore()) {
		return true
	}
	_, next := s.Tags(1)
	if s.WordAfter() == "" || tagger.ClassOf(next) != tagger.Noun || strings.HasSuffix(strings.ToLower(s.Found()), "ing") {
		return false
	}
	before, _ := s.Tags(0)
	return s.Begins() || slices.Contains(beforeNouns(), before) || before == "IN"
}

// hasParticle reports whether a verb may belong together with the word after it: “provide for” is not
// “give for”. If the replacement is meant with a preposition, that is part of the phrase.
func hasParticle(w *Words, t *Term, s fitting.Spot) bool {
	last := t.searched()[strings.LastIndexByte(t.searched(), ' ')+1:]
	if !w.english() || last != t.searched() || !wordpack.Of(w.Lang).Words("verb-particles").HasWord(s.WordAfter()) {
		return false
	}
	return tagger.ClassOf(s.Tag(0)) == tagger.Verb
}

// beforeVerbs returns the tags of words after which only a verb can come, and beforeNouns those after
// which, of nouns and verbs, only a noun can.
func beforeVerbs() []string { return []string{"TO", "MD", "PRP"} }

func beforeNouns() []string { return []string{"DT", "PRP$", "JJ", "JJR", "JJS", "CD"} }

// isInName reports whether words look like a part of a longer name: they are listed in lower case
// and have a capital inside a sentence, or they have one and a word with a capital after them.
// Verbs and function words do not begin names.
func isInName(w *Words, t *Term, s fitting.Spot) bool {
	begin, _, _ := strings.Cut(t.searched(), " ")
	switch {
	case !w.Names && fitting.Initial(t.searched()): // “Bombay Harbour”
		return !fitting.Upper(t.searched()) && fitting.Initial(s.WordAfter())
	case !fitting.Initial(s.Found()) || fitting.Upper(s.Found()) || fitting.Initial(t.searched()) || s.Begins() && !fitting.Initial(s.WordAfter()):
		return false
	case w.Names && sameName(t, s) && (t.Phrase != strings.ToLower(t.Phrase) || !fitting.Initial(s.WordBefore()) && !fitting.Initial(s.WordAfter())),
		wordpack.Of(w.Lang).Words("function-words").HasWord(begin):
		return false
	}
	return !w.english() || tagger.PossibleClasses(begin) != tagger.Verb
}
