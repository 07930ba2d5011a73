package clause

import "github.com/copychief/copychief/lint/language/tagger"

// PartOfSpeech is the part of speech of a word, as far as the search for speakers needs it.
type PartOfSpeech uint8

// The parts of speech.
const (
	Unsettled  PartOfSpeech = iota // not asked, or no answer
	ProperNoun                     // NNP, NNPS
	CommonNoun                     // NN, NNS
	FiniteVerb                     // VBD, VBZ, VBP
	OtherPart
)

// Grammarian returns the parts of speech of a sentence's words and punctuation. If it is nil,
// lists and patterns decide alone.
type Grammarian func(words []string) []PartOfSpeech

// TagParts queries the language model that is part of the program, for words that nothing else
// settles.
func TagParts(words []string) []PartOfSpeech { return PartsOf(tagger.Tags(words)) }

// PartsOf converts tags of the Penn Treebank.
func PartsOf(tags []string) []PartOfSpeech {
	parts := make([]PartOfSpeech, len(tags))
	for i, tag := range tags {
		parts[i] = partOf(tag)
	}
	return parts
}

// partOf converts a tag of the Penn Treebank.
func partOf(tag string) PartOfSpeech {
	switch tag {
	case "NNP", "NNPS":
		return ProperNoun
	case "NN", "NNS":
		return CommonNoun
	case "VBD", "VBZ", "VBP":
		return FiniteVerb
	}
	return OtherPart
}
