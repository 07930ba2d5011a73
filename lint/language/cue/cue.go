// Package cue classifies the words around quotations: verbs of saying, nouns for people, and the
// function words that delimit noun phrases.
//
// [Words] returns the lists of cues.txt in package wordlist as a [Table], which returns the
// classes of a word. Verbs are listed in their base form; package inflect derives the other forms
// when the lists are first used. The trade-off: a list does not know meanings, so a word that can be a verb
// or a noun has both classes, and package quotes decides by the neighbouring words.
package cue

import (
	"sync"

	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/wordlist"
)

// Class is a role that a word may have near a quotation; a word may have several.
type Class uint32

// The classes.
const (
	SayVerb  Class = 1 << iota // introduces speech: said, wrote
	CallVerb                   // takes somebody's words in quotation marks: called, denounced
	BaseForm                   // base form of a verb: speech only after "they", "would", "to"
	PastForm
	IngForm
	Noun // statement, tweet: cues before a colon
	Pronoun
	Relative
	Determiner
	Preposition
	Conjunction
	Auxiliary // and adverbs, which occur in the same positions
	Modal
	Title
	Abbreviation
	Day
	Filler
	Person
	Body
	Nameless
	Naming
	PluralToo // "claims": a listed verb that is also a plural noun
	GoOn      // "went": a verb of saying with "on"
	MuteVerb  // "makes": takes quoted words without meaning that anything is said
)

// Combinations of classes.
const (
	Verb = SayVerb | CallVerb
	Head = Person | Body | Nameless
	// Closed is the words that cannot continue a noun phrase.
	Closed = Pronoun | Relative | Determiner | Preposition | Conjunction | Auxiliary
)

// classes reads the lists once, at the first quotation. It contains the words of all languages,
// since the language of a quotation is not known.
var classes = sync.OnceValue(func() map[string]Class {
	m, lists := make(map[string]Class, 2048), wordlist.All()
	verbs := func(list func(*wordlist.Lists) []string, c Class) {
		for _, tag := range wordlist.Languages() {
			for _, verb := range list(wordlist.Of(tag)) {
				addVerb(m, verb, tag, c)
			}
		}
	}
	verbs(func(l *wordlist.Lists) []string { return l.List("saying-verbs") }, SayVerb)
	verbs(func(l *wordlist.Lists) []string { return l.List("calling-verbs") }, CallVerb)
	verbs(func(l *wordlist.Lists) []string { return l.List("mute-verbs") }, CallVerb|MuteVerb)
	add := func(words []string, c Class) {
		for _, w := range words {
			m[w] |= c
		}
	}
	add(lists.List("going-on"), GoOn|SayVerb)
	add(lists.List("plurals-too"), PluralToo)
	add(lists.List("cue-nouns"), Noun)
	add(lists.List("cue-pronouns"), Pronoun)
	add(lists.List("relative-words"), Relative)
	add(lists.List("determiners"), Determiner)
	add(lists.List("prepositions"), Preposition)
	add(lists.List("conjunctions"), Conjunction)
	add(lists.List("auxiliaries"), Auxiliary)
	add(lists.List("modals"), Modal)
	add(lists.List("titles"), Title)
	add(lists.List("cue-abbreviations"), Abbreviation)
	add(lists.List("times"), Day)
	add(lists.List("fillers"), Filler)
	add(lists.List("persons"), Person)
	add(lists.List("bodies"), Body)
	add(lists.List("nameless-persons"), Nameless)
	add(lists.List("naming-words"), Naming)
	return m
})

// addVerb adds all forms of a verb of a language. A past that is also a base form (“read”) counts
// as the past.
func addVerb(m map[string]Class, verb, tag string, c Class) {
	for _, f := range inflect.Forms(verb, tag) {
		switch f.Kind {
		case inflect.Base:
			m[f.Text] |= c | BaseForm
		case inflect.Past, inflect.Participle:
			m[f.Text] = m[f.Text]&^BaseForm | c | PastForm
		case inflect.Continuous:
			m[f.Text] |= c | IngForm
		case inflect.WithS:
			m[f.Text] |= c
		default: // a possessive is looked up as the word without it
		}
	}
}
