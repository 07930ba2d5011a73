package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

// letterCase is the case that a word's first letter should have.
type letterCase uint8

const (
	either letterCase = iota // lists cannot tell
	upper
	lower
)

// titleCase returns the case of a word within a headline in title case, after the
// word before it. Prepositions that are adverbs and conjunctions as well may have
// either case: only their use could tell.
func titleCase(style, folded, before string) letterCase {
	switch folded {
	case "a", "an", "the", "and", "but", "or", "nor", "of", "at", "by", "for", "as":
		return lower
	case "in", "on":
		if particled(before) {
			return either // Log In, Turn On
		}
		return lower
	case "to":
		if style == chicagoStyle {
			return lower
		}
		return either // AP writes the infinitive’s with a capital
	case "off", "out", "up", "via", "per", "so", "yet", "if", "than", "vs", "de", "la", "von", "van", "el", "al", "bin":
		return either
	case "about", "above", "across", "after", "along", "around", "before", "behind", "below", "beneath", "beside",
		"beyond", "down", "inside", "like", "near", "opposite", "outside", "over", "past", "since", "through",
		"throughout", "under", "underneath", "until":
		if style == chicagoStyle {
			return either
		}
	case "against", "amid", "among", "between", "despite", "during", "except", "from", "into", "onto", "toward",
		"towards", "upon", "with", "within", "without":
		if style == chicagoStyle {
			return lower
		}
	}
	return upper
}

// particled reports whether “in” or “on” may belong to the verb before it.
func particled(verb string) bool {
	switch verb {
	case "log", "logging", "sign", "signing", "turn", "turning", "turned", "hold", "carry", "check", "checking",
		"checks", "cash", "opt", "step", "tune", "keep", "go", "goes", "come", "comes", "take", "takes", "bring", "brings",
		"moving", "move", "moves", "weigh", "weighs", "dig", "add", "plug", "build", "live", "lives", "tack":
		return true
	}
	return false
}

// sentenceCase returns the case of a word within a headline in sentence case. A
// capital may be that of a name: it is wrong on a word that the body never gives one
// within a sentence and either writes small or could not but write small, because it
// is a word of grammar.
func sentenceCase(d *lint.Document, s string, w *word) letterCase {
	if !w.capital || w.opens != opensNothing || month(w.folded) || strings.HasPrefix(w.folded, "i'") || strings.HasPrefix(w.folded, "i’") {
		return either
	}
	small, look := language.FunctionWord(w.text, d.Language), w.text
	if w.folded == "the" || w.folded == "a" || w.folded == "will" {
		look = s[w.start:wordEnd(s, w.end)] // “The Hague”, “Will Smith”
	}
	for _, b := range d.Prose() {
		if b.Kind == lint.Heading {
			continue
		}
		text := b.Text.String()
		if within(text, look) {
			return either
		}
		small = small || whole(text, w.folded)
	}
	if small {
		return lower
	}
	return either
}

// wordEnd returns the end of the word behind offset i.
func wordEnd(s string, i int) int {
	for _, j := range eachWord(s[i:]) {
		return i + j
	}
	return len(s)
}

func month(folded string) bool {
	switch folded {
	case "march", "may", "august":
		return true
	}
	return false
}

// within reports whether a text holds a word behind a small letter or a comma and a
// space: within a sentence, where only a name has a capital.
func within(text, word string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(word)
		if i < 2 || text[i-1] != ' ' || startsWord(text[at:]) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i-1])
		if unicode.IsLower(before) || before == ',' {
			return true
		}
	}
}
