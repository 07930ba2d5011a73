package tagger

import (
	"math"
	"strings"
)

// Classes is a set of broad parts of speech.
type Classes uint8

// The classes.
const (
	Noun Classes = 1 << iota
	Verb
	Adjective
	Other
)

// ClassOf returns the class of a tag.
func ClassOf(tag string) Classes {
	switch {
	case strings.HasPrefix(tag, "NN"):
		return Noun
	case strings.HasPrefix(tag, "VB"):
		return Verb
	case strings.HasPrefix(tag, "JJ"):
		return Adjective
	}
	return Other
}

// ClassesOf returns what a word usually is, whatever its context: the class of its only tag, or
// those with at least a quarter of the greatest weight. It is 0 for a word that the model does not
// know, and for all words if the program was built without a model.
func ClassesOf(word string) Classes {
	const share = 4
	return loaded().classes(word, share)
}

// PossibleClasses returns what a word may be, however rarely.
func PossibleClasses(word string) Classes { return loaded().classes(word, math.MaxInt) }

// classes returns the classes of tags with at least 1/share of the greatest weight.
func (p *Model) classes(word string, share int) (all Classes) {
	if p == nil {
		return 0
	}
	if tag, known := p.fixed(word); known {
		return ClassOf(tag)
	}
	heaviest := 0
	key := []byte("i word " + normal(word))
	for _, weight := range p.weights.of(key) {
		heaviest = max(heaviest, weight)
	}
	for n, weight := range p.weights.of(key) {
		if weight > 0 && weight >= heaviest/share {
			all |= ClassOf(p.tags[n])
		}
	}
	return all
}
