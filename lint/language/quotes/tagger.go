package quotes

import (
	"bytes"
	"encoding/gob"
	"regexp"
	"strconv"
	"strings"

	"github.com/mingrammer/commonregex"

	tagging "github.com/jdkato/prose/v2"
)

// tagger is the averaged perceptron of the library prose: it gives each token the tag of the
// Penn Treebank whose weights, for the features of the token, have the highest sum. It is
// computed here because the library decodes the weights to maps, which takes 40 MB, more than
// the rest of a run over five hundred drafts. Unlike there, words that occur twice are tagged
// separately, and of equal sums the first counts, so that answers are reproducible.
type tagger struct {
	tags    []string          // by number
	numbers map[string]int    // of the tags
	certain map[string]string // tags of words that nearly always have the same one
	weights *weights
	noWord  *regexp.Regexp // traces of omitted words, as the treebank writes them
	bracket *regexp.Regexp // brackets, as the treebank writes them
}

// newTagger reads the model that is part of the library. It returns nil if it cannot.
func newTagger() *tagger {
	const folder = "model/AveragedPerceptron/"
	t := &tagger{
		numbers: map[string]int{},
		noWord:  regexp.MustCompile(`^(?:0|\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$`),
		bracket: regexp.MustCompile(`^\-[A-Z]{3}\-$`),
	}
	if !readAsset(folder+"classes.gob", &t.tags) || !readAsset(folder+"tags.gob", &t.certain) {
		return nil
	}
	for i, tag := range t.tags {
		t.numbers[tag] = i
	}
	data, err := tagging.Asset(folder + "weights.gob")
	if err != nil {
		return nil
	}
	if t.weights = newWeights(data); t.weights == nil {
		return nil
	}
	return t
}

func readAsset(name string, value any) bool {
	data, err := tagging.Asset(name)
	return err == nil && gob.NewDecoder(bytes.NewReader(data)).Decode(value) == nil
}

// tag returns the tag of each token.
func (t *tagger) tag(tokens []tagging.Token) []string {
	c := &features{words: make([]string, 0, len(tokens)+4), last: "-START-", before: "-START2-"}
	c.words = append(c.words, c.last, c.before)
	for i := range tokens {
		c.words = append(c.words, normal(tokens[i].Text))
	}
	c.words = append(c.words, "-END-", "-END2-")
	tags := make([]string, len(tokens))
	for i := range tokens {
		word := tokens[i].Text
		tag, known := t.fixed(word)
		if !known {
			tag = t.predict(c.of(i+2, word))
		}
		tags[i] = tag
		c.before, c.last = c.last, tag
	}
	return tags
}

// fixed returns the tag of a word that does not depend on its context.
func (t *tagger) fixed(word string) (tag string, known bool) {
	switch {
	case word == "-":
		return "-", true
	case strings.HasPrefix(word, "@") || commonregex.LinkRegex.MatchString(word) || commonregex.EmailRegex.MatchString(word):
		return "NN", true
	case t.noWord.MatchString(word):
		return "-NONE-", true
	case t.bracket.MatchString(word):
		return word, true
	}
	tag, known = t.certain[word]
	return tag, known
}

// predict returns the tag with the highest sum of weights.
func (t *tagger) predict(all [][]byte) (best string) {
	sums, seen := make([]float64, len(t.tags)), make([]bool, len(t.tags))
	for _, feature := range all {
		for tag, weight := range t.weights.of(feature) {
			if n, known := t.numbers[string(tag)]; known {
				sums[n] += weight
				seen[n] = true
			}
		}
	}
	highest := -1
	for n := range sums {
		if seen[n] && (highest < 0 || sums[n] > sums[highest]) {
			highest = n
		}
	}
	if highest >= 0 {
		best = t.tags[highest]
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
