package phrase

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/house/fitting"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// isSamePart reports whether what a single word is in its sentence, its replacement can be as well, as
// far as the tagger knows: “say” does not replace the noun “claim”. Of a word that may be a noun or a
// verb, the word before must tell which. written is the replacement in the form of what was found.
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

// beforeVerbs returns the tags of words behind which only a verb stands, and beforeNouns those behind
// which, of nouns and verbs, only a noun does.
func beforeVerbs() []string { return []string{"TO", "MD", "PRP"} }

func beforeNouns() []string { return []string{"DT", "PRP$", "JJ", "JJR", "JJS", "CD"} }

// isInName reports whether words that are listed in small letters look like a part of a name: they have
// a capital inside a sentence, or one and a word with a capital behind them. Verbs and function words
// do not begin names.
func isInName(w *Words, t *Term, s fitting.Spot) bool {
	begin, _, _ := strings.Cut(t.searched(), " ")
	switch {
	case !fitting.Initial(s.Found()) || fitting.Upper(s.Found()) || fitting.Initial(t.searched()) || s.Begins() && !fitting.Initial(s.WordAfter()):
		return false
	case w.Names && sameName(t, s) && (t.Phrase != strings.ToLower(t.Phrase) || !fitting.Initial(s.WordBefore()) && !fitting.Initial(s.WordAfter())),
		wordpack.Of(w.Lang).Words("function-words").HasWord(begin):
		return false
	}
	return !w.english() || tagger.PossibleClasses(begin) != tagger.Verb
}
