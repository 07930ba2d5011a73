package quotes

import (
	"strings"
	"sync"

	tagging "github.com/jdkato/prose/v2"
)

// partOfSpeech is what a word is in its sentence, as far as the search for
// speakers wants to know.
type partOfSpeech uint8

const (
	unsettledPart partOfSpeech = iota // not asked, or no answer
	properNoun                        // NNP, NNPS
	commonNoun                        // NN, NNS
	finiteVerb                        // VBD, VBZ, VBP
	otherPart
)

// grammarian tells the parts of speech of a sentence's words and marks. Without
// one (nil) the lists and patterns decide alone.
type grammarian func(words []string) []partOfSpeech

// model is the language model: a tagger trained on news. Loading it takes 150 to
// 400 ms, more than checking a hundred drafts; so it is loaded for the first word
// that nothing else settles, and by most runs never. Its extractor of names is
// left out: twice the load, for what the tags tell already.
var model = sync.OnceValue(func() *tagging.Model {
	d, err := tagging.NewDocument("", tagging.WithSegmentation(false), tagging.WithExtraction(false))
	if err != nil {
		return nil
	}
	return d.Model
})

// tagParts asks the model. It is given words joined by single spaces, in ASCII:
// it straightens typographic marks, and its tokens carry no offsets; without its
// segmentation, which reads its training data anew on every call. A word may come
// back as several tokens (Lee's): its first one counts.
func tagParts(words []string) []partOfSpeech {
	m := model()
	if m == nil {
		return nil
	}
	text := strings.Join(words, " ")
	d, err := tagging.NewDocument(text, tagging.UsingModel(m), tagging.WithSegmentation(false), tagging.WithExtraction(false))
	if err != nil {
		return nil
	}
	parts := make([]partOfSpeech, 0, len(words))
	left := "" // of the word that the next token goes on with
	for _, t := range d.Tokens() {
		if left == "" {
			if len(parts) == len(words) {
				return nil
			}
			left = words[len(parts)]
			parts = append(parts, partOf(t.Tag))
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

// partOf translates a tag of the Penn Treebank.
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
