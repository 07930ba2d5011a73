package quotes

import (
	"strings"
	"sync"

	tagging "github.com/jdkato/prose/v2"
)

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

// model is the language model: a tagger trained on news. Loading it takes 50 to 100 ms, more than
// checking a hundred drafts, so it is loaded for the first word that nothing else settles; most
// runs never load it. The named-entity extractor of the library is left out: the tags already
// provide what it would add.
var model = sync.OnceValue(newTagger)

// tagParts queries the model. The words are passed joined by single spaces and in ASCII, because
// the library straightens typographic marks and its tokens carry no offsets. It only splits the
// text into tokens; its segmentation into sentences is off, because it rereads its training data
// on every call. A word may come back as several tokens (Lee's); its first token counts.
func tagParts(words []string) []partOfSpeech {
	m := model()
	if m == nil {
		return nil
	}
	text := strings.Join(words, " ")
	d, err := tagging.NewDocument(text, tagging.UsingModel(&tagging.Model{}),
		tagging.WithTagging(false), tagging.WithSegmentation(false), tagging.WithExtraction(false))
	if err != nil {
		return nil
	}
	tokens := d.Tokens()
	tags := m.tag(tokens)
	parts := make([]partOfSpeech, 0, len(words))
	left := "" // rest of the word that the next token continues
	for i, t := range tokens {
		if left == "" {
			if len(parts) == len(words) {
				return nil
			}
			left = words[len(parts)]
			parts = append(parts, partOf(tags[i]))
		}
		rest, ok := strings.CutPrefix(left, t.Text)
		if !ok {
			return nil
		}
		left = rest
	}
	if len(parts) != len(words) {
		return nil
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
