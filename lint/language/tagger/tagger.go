// Package tagger gives the words of an English sentence their parts of speech.
//
// It is the averaged perceptron of the library prose, trained on news: a word gets the tag of the
// Penn Treebank whose weights, for the features of the word, have the highest sum. A word with the
// same tag nearly everywhere gets it without regard to its context.
//
// The weights are those of the library, in a file that is embedded in the program and read in place
// (see [dictionary]). The library unpacks and decodes them instead, which takes 50 ms and 40 MB,
// more than everything else that checking a single draft takes. A test writes the file from the
// library's data and compares the tags of both. A program that is built with the tag modelapart,
// such as the page for the browser, has no model until it is given the file (see [Read]).
//
// The trade-off: three megabytes of data in the repository, under the library's licence. Unlike in
// the library, words that occur twice in a sentence are tagged separately, and of equal sums the
// first counts, so that answers are reproducible.
package tagger

import (
	"errors"
	"hash/crc32"
	"strconv"
	"strings"
	"sync"
)

// Model is a model whose parts are in place in its encoding.
type Model struct {
	tags    []string   // by number
	certain dictionary // words that nearly always have the same tag
	weights dictionary // by feature
}

// checksum is that of the file. Another file, such as that of another version, would give other
// answers than the program was tested with.
const checksum = 0xa707a0b0

var loaded = sync.OnceValue(func() *Model {
	if model == "" {
		return nil
	}
	return readModel(model)
})

// BuiltIn returns the model that is part of the program, or nil if it was built without.
func BuiltIn() *Model { return loaded() }

// Read returns the model in a file, which must be the one that the program was built with.
func Read(file string) (*Model, error) {
	if crc32.ChecksumIEEE([]byte(file)) != checksum {
		return nil, errors.New("the language model is not the one that this program was built with")
	}
	return readModel(file), nil
}

// Tags returns the tag of each word of a sentence, by the model that is part of the program; see
// [Model.Tags].
func Tags(words []string) []string { return loaded().Tags(words) }

// Tags returns the tag of each word of a sentence, or nil if there is no model. Words are those of a
// text and its punctuation, with straight marks, in ASCII; they contain no white space. A word such
// as “Lee's” consists of several tokens, the first of which counts.
func (p *Model) Tags(words []string) []string {
	if p == nil {
		return nil
	}
	var tokens []string
	first := make([]int, len(words))
	for i, w := range words {
		first[i] = len(tokens)
		tokens = appendTokens(tokens, w)
	}
	all := p.tag(tokens)
	tags := make([]string, len(words))
	for i, w := range words {
		if w != "" {
			tags[i] = all[first[i]]
		}
	}
	return tags
}

// tag returns the tag of each token.
func (p *Model) tag(tokens []string) []string {
	c := &features{words: make([]string, 0, len(tokens)+4), last: "-START-", before: "-START2-"}
	c.words = append(c.words, c.last, c.before)
	for _, t := range tokens {
		c.words = append(c.words, normal(t))
	}
	c.words = append(c.words, "-END-", "-END2-")
	tags := make([]string, len(tokens))
	for i, word := range tokens {
		tag, known := p.fixed(word)
		if !known {
			tag = p.predict(c.of(i+2, word))
		}
		tags[i] = tag
		c.before, c.last = c.last, tag
	}
	return tags
}

// fixed returns the tag of a word that does not depend on its context.
func (p *Model) fixed(word string) (tag string, known bool) {
	switch {
	case word == "-":
		return "-", true
	case strings.HasPrefix(word, "@") || isAddress(word):
		return "NN", true
	case isTrace(word):
		return "-NONE-", true
	case isBracket(word):
		return word, true
	}
	for n := range p.certain.of([]byte(word)) {
		return p.tags[n], true
	}
	return "", false
}

// predict returns the tag with the highest sum of weights.
func (p *Model) predict(all [][]byte) (best string) {
	sums, seen := make([]int, len(p.tags)), make([]bool, len(p.tags))
	for _, feature := range all {
		for n, weight := range p.weights.of(feature) {
			sums[n] += weight
			seen[n] = true
		}
	}
	highest := -1
	for n := range sums {
		if seen[n] && (highest < 0 || sums[n] > sums[highest]) {
			highest = n
		}
	}
	if highest >= 0 {
		best = p.tags[highest]
	}
	return best
}

// features are what the weights of the model are about.
type features struct {
	words        []string // of the sentence in normal form, two more at either end
	last, before string   // the tags of the two tokens before
	text         []byte
	out          [][]byte
}

// of returns the features of a word, which is words[i] in its normal form.
func (f *features) of(i int, word string) [][]byte {
	f.text, f.out = f.text[:0], f.out[:0]
	w := f.words[i-2 : i+3]
	f.add("bias")
	f.add("i suffix", ending(word))
	f.add("i pref1", word[:1])
	f.add("i-1 tag", f.last)
	f.add("i-2 tag", f.before)
	f.add("i tag+i-2 tag", f.last, f.before)
	f.add("i word", w[2])
	f.add("i-1 tag+i word", f.last, w[2])
	f.add("i-1 word", w[1])
	f.add("i-1 suffix", ending(w[1]))
	f.add("i-2 word", w[0])
	f.add("i+1 word", w[3])
	f.add("i+1 suffix", ending(w[3]))
	f.add("i+2 word", w[4])
	return f.out
}

func (f *features) add(name string, values ...string) {
	from := len(f.text)
	f.text = append(f.text, name...)
	for _, v := range values {
		f.text = append(append(f.text, ' '), v...)
	}
	f.out = append(f.out, f.text[from:])
}

// ending returns the last three bytes of a word.
func ending(word string) string { return word[max(0, len(word)-3):] }

// normal returns the form in which the model knows a word.
func normal(word string) string {
	const year = 4 // digits
	_, err := strconv.Atoi(word)
	switch {
	case word == "":
		return ""
	case strings.Contains(word, "-") && word[0] != '-':
		return "!HYPHEN"
	case err == nil && len(word) == year:
		return "!YEAR"
	case word[0] >= '0' && word[0] <= '9':
		return "!DIGITS"
	}
	return strings.ToLower(word)
}
