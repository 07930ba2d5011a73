package language

import (
	_ "embed"
	"strings"
	"sync"
)

// class says what a word may be near a quotation; a word may have several.
type class uint32

const (
	sayVerb  class = 1 << iota // introduces speech: said, wrote
	callVerb                   // takes words of somebody's in marks: called, denounced
	baseForm                   // of a verb: speech only after "they", "would", "to"
	pastForm
	ingForm
	nounCue // statement, tweet: cues before a colon
	pronounWord
	relativeWord
	determiner
	preposition
	conjunction
	auxiliary // and adverbs, which stand in the same places
	modal
	titleWord
	abbreviation
	dayWord
	fillWord
	personNoun
	bodyNoun
	namelessNoun
	namingWord
	pluralToo // "claims": a verb of the list and a noun in the plural
	goOn      // "went": a verb of saying with "on"
	muteVerb  // "makes": takes words in marks and says nothing
)

const (
	cueVerb  = sayVerb | callVerb
	headNoun = personNoun | bodyNoun | namelessNoun
	// closed are the words that no noun phrase goes on with.
	closed = pronounWord | relativeWord | determiner | preposition | conjunction | auxiliary
)

//go:embed cue.txt
var cueList string

var classNames = [...]struct {
	name  string
	class class
}{
	{"nouncue", nounCue},
	{"pronoun", pronounWord}, {"relative", relativeWord}, {"det", determiner}, {"prep", preposition},
	{"conj", conjunction}, {"aux", auxiliary}, {"modal", modal}, {"title", titleWord}, {"abbr", abbreviation},
	{"day", dayWord}, {"fill", fillWord}, {"person", personNoun}, {"body", bodyNoun}, {"nameless", namelessNoun},
	{"naming", namingWord}, {"plural", pluralToo}, {"goon", goOn | sayVerb},
}

// cueClasses reads the list once, when the first quotation is met.
var cueClasses = sync.OnceValue(func() map[string]class {
	m := make(map[string]class, 2048)
	for line := range strings.Lines(cueList) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || name == "#" {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			switch name {
			case "say":
				addVerb(m, w, sayVerb)
			case "call":
				addVerb(m, w, callVerb)
			case "mute":
				addVerb(m, w, callVerb|muteVerb)
			default:
				m[w] |= classNamed(name)
			}
		}
	}
	return m
})

func classNamed(name string) class {
	for _, c := range classNames {
		if c.name == name {
			return c.class
		}
	}
	return 0
}

// addVerb adds all forms of a verb as the list writes it.
func addVerb(m map[string]class, w string, c class) {
	if strings.Contains(w, "/") {
		f := strings.Split(w, "/")
		m[f[0]] |= c | baseForm
		m[f[1]] |= c
		m[f[2]] = m[f[2]]&^baseForm | c | pastForm
		m[f[3]] = m[f[3]]&^baseForm | c | pastForm
		m[f[4]] |= c | ingForm
		return
	}
	stem, doubled := strings.CutSuffix(w, "+")
	m[stem] |= c | baseForm
	root, third := stem, stem+"s"
	switch {
	case doubled:
		root += stem[len(stem)-1:]
	case strings.HasSuffix(stem, "e"):
		root = strings.TrimSuffix(stem, "e")
	case strings.HasSuffix(stem, "y") && !strings.HasSuffix(stem, "ay") && !strings.HasSuffix(stem, "ey"):
		third = strings.TrimSuffix(stem, "y") + "ies"
		m[strings.TrimSuffix(stem, "y")+"ied"] |= c | pastForm
	case strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "sh") || strings.HasSuffix(stem, "ch"):
		third = stem + "es"
	}
	m[third] |= c
	if !strings.HasSuffix(third, "ies") {
		m[root+"ed"] |= c | pastForm
	}
	m[root+"ing"] |= c | ingForm
}
