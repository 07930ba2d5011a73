package quotes

import "github.com/copychief/copychief/lint/language/tagger"

// partOfSpeech is the part of speech of a word, as far as the search for speakers needs it.
type partOfSpeech uint8

const (
	unsettledPart partOfSpeech = iota // not asked, or no answer
	properNoun                        // NNP, NNPS
	commonNoun                        // NN, NNS
	finiteVerb                        // VBD, VBZ, VBP
	otherPart
)

// grammarian returns the parts of speech of a sentence's words and punctuation. If it is nil,
// lists and patterns decide alone.
type grammarian func(words []string) []partOfSpeech

// tagParts queries the language model, for words that nothing else settles.
func tagParts(words []string) []partOfSpeech {
	parts := make([]partOfSpeech, len(words))
	for i, tag := range tagger.Tags(words) {
		parts[i] = partOf(tag)
	}
	return parts
}

// partOf converts a tag of the Penn Treebank.
func partOf(tag string) partOfSpeech {
	switch tag {
	case "NNP", "NNPS":
		return properNoun
	case "NN", "NNS":
		return commonNoun
	case "VBD", "VBZ", "VBP":
		return finiteVerb
	}
	return otherPart
}
