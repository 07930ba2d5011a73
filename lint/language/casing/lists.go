package casing

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// letterCase is the case that a word's first letter should have.
type letterCase uint8

const (
	either letterCase = iota // the lists do not decide
	upper
	lower
)

// caseWords holds the lists of words whose case the styles define.
type caseWords struct {
	small, either, particles, particleVerbs, infinitive, prepositions, adverbs *token.Set // in title case
	months, nameOpeners, function                                              *token.Set // in sentence case
	pronouns                                                                   []string
}

var caseLists = wordpack.NewFact(func(p *wordpack.Pack) *caseWords {
	return &caseWords{
		small: p.Words("title-small"), either: p.Words("title-either"),
		particles: p.Words("title-particles"), particleVerbs: p.Words("title-particle-verbs"), infinitive: p.Words("title-infinitive"),
		prepositions: p.Words("title-prepositions"), adverbs: p.Words("title-prepositions-or-adverbs"),
		months: p.Words("months-and-words"), nameOpeners: p.Words("name-openers"), function: p.Words("function-words"),
		pronouns: p.List("capital-pronouns"),
	}
})

// titleCase returns the case of a word inside a headline in title case; before is the
// previous word. Words that can be a preposition, an adverb or a conjunction may have
// either case, because that depends on their use.
func (v *caseWords) titleCase(style Style, folded, before string) letterCase {
	switch {
	case v.small.HasWord(folded):
		return lower
	case v.particles.HasWord(folded):
		if v.particleVerbs.HasWord(before) {
			return either // Log In, Turn On
		}
		return lower
	case v.infinitive.HasWord(folded):
		if style == Chicago {
			return lower
		}
		return either // AP capitalises the “To” of infinitives
	case v.either.HasWord(folded), style == Chicago && v.adverbs.HasWord(folded):
		return either
	case style == Chicago && v.prepositions.HasWord(folded):
		return lower
	}
	return upper
}

// sentenceCase returns the case of a word inside a headline in sentence case. A capital
// may belong to a name. It is wrong only if the body never capitalises the word within a
// sentence, and if the body either writes it in lower case or it is a function word.
func (v *caseWords) sentenceCase(d *lint.Document, s string, w *Word) letterCase {
	if !w.capital || w.opens != opensNothing || v.months.HasWord(w.folded) || v.contracts(w.folded) {
		return either
	}
	small, look := v.function.HasWord(w.Text), w.Text
	if v.nameOpeners.HasWord(w.folded) {
		look = s[w.Start:wordEnd(s, w.End)] // “The Hague”, “Will Smith”
	}
	switch text := bodies.Of(d); {
	case text.names[look]:
		return either
	case small || text.words[w.folded]:
		return lower
	}
	return either
}

// wordEnd returns the end of the word that continues at offset i.
func wordEnd(s string, i int) int {
	for _, j := range EachWord(s[i:]) {
		return i + j
	}
	return len(s)
}

// contracts reports whether a word in lower case is a contraction of a pronoun that is
// always capitalised: “I’ll”.
func (v *caseWords) contracts(folded string) bool {
	return slices.ContainsFunc(v.pronouns, func(pronoun string) bool {
		verb, ok := strings.CutPrefix(folded, pronoun)
		return ok && (strings.HasPrefix(verb, "'") || strings.HasPrefix(verb, "’"))
	})
}
