// Package cue knows the words around quotations: verbs of saying, nouns for people, and
// the small words that noun phrases are told by.
//
// [Words] returns the list of cue.txt as a [Table], which tells the classes of a word at
// the cost of a few operations on integers. The list gives stems; the forms of a verb are
// made when it is read, on first use. The trade: a list knows no meaning, so a word that
// is a verb here and a noun there is of both classes, and package quotes decides by what
// stands beside it.
package cue

import (
	_ "embed"
	"strings"
	"sync"
)

// Class says what a word may be near a quotation; a word may be of several.
type Class uint32

// The classes.
const (
	SayVerb  Class = 1 << iota // introduces speech: said, wrote
	CallVerb                   // takes words of somebody's in marks: called, denounced
	BaseForm                   // of a verb: speech only after "they", "would", "to"
	PastForm
	IngForm
	Noun // statement, tweet: cues before a colon
	Pronoun
	Relative
	Determiner
	Preposition
	Conjunction
	Auxiliary // and adverbs, which stand in the same places
	Modal
	Title
	Abbreviation
	Day
	Filler
	Person
	Body
	Nameless
	Naming
	PluralToo // "claims": a verb of the list and a noun in the plural
	GoOn      // "went": a verb of saying with "on"
	MuteVerb  // "makes": takes words in marks and says nothing
)

// Classes that are asked for together.
const (
	Verb = SayVerb | CallVerb
	Head = Person | Body | Nameless
	// Closed are the words that no noun phrase goes on with.
	Closed = Pronoun | Relative | Determiner | Preposition | Conjunction | Auxiliary
)

//go:embed cue.txt
var cueList string

var classNames = [...]struct {
	name  string
	class Class
}{
	{"nouncue", Noun},
	{"pronoun", Pronoun}, {"relative", Relative}, {"det", Determiner}, {"prep", Preposition},
	{"conj", Conjunction}, {"aux", Auxiliary}, {"modal", Modal}, {"title", Title}, {"abbr", Abbreviation},
	{"day", Day}, {"fill", Filler}, {"person", Person}, {"body", Body}, {"nameless", Nameless},
	{"naming", Naming}, {"plural", PluralToo}, {"goon", GoOn | SayVerb},
}

// cueClasses reads the list once, when the first quotation is met.
var cueClasses = sync.OnceValue(func() map[string]Class {
	m := make(map[string]Class, 2048)
	for line := range strings.Lines(cueList) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || name == "#" {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			switch name {
			case "say":
				addVerb(m, w, SayVerb)
			case "call":
				addVerb(m, w, CallVerb)
			case "mute":
				addVerb(m, w, CallVerb|MuteVerb)
			default:
				m[w] |= classNamed(name)
			}
		}
	}
	return m
})

func classNamed(name string) Class {
	for _, c := range classNames {
		if c.name == name {
			return c.class
		}
	}
	return 0
}

// addVerb adds all forms of a verb as the list writes it.
func addVerb(m map[string]Class, w string, c Class) {
	if strings.Contains(w, "/") {
		f := strings.Split(w, "/")
		m[f[0]] |= c | BaseForm
		m[f[1]] |= c
		m[f[2]] = m[f[2]]&^BaseForm | c | PastForm
		m[f[3]] = m[f[3]]&^BaseForm | c | PastForm
		m[f[4]] |= c | IngForm
		return
	}
	stem, doubled := strings.CutSuffix(w, "+")
	m[stem] |= c | BaseForm
	root, third := stem, stem+"s"
	switch {
	case doubled:
		root += stem[len(stem)-1:]
	case strings.HasSuffix(stem, "e"):
		root = strings.TrimSuffix(stem, "e")
	case strings.HasSuffix(stem, "y") && !strings.HasSuffix(stem, "ay") && !strings.HasSuffix(stem, "ey"):
		third = strings.TrimSuffix(stem, "y") + "ies"
		m[strings.TrimSuffix(stem, "y")+"ied"] |= c | PastForm
	case strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "sh") || strings.HasSuffix(stem, "ch"):
		third = stem + "es"
	}
	m[third] |= c
	if !strings.HasSuffix(third, "ies") {
		m[root+"ed"] |= c | PastForm
	}
	m[root+"ing"] |= c | IngForm
}
