package collate

import "strings"

// negation reports whether a folded word turns a sentence round.
func negation(word string) bool {
	switch word {
	case "not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "nowhere", "without",
		"hardly", "barely", "scarcely", "cannot", "unless":
		return true
	}
	return strings.HasSuffix(word, "n't")
}

// sound reports whether a folded word is no word but a noise: it may go wherever it
// stands.
func sound(word string) bool {
	switch word {
	case "um", "umm", "uh", "uhh", "er", "erm", "ah", "eh", "hm", "hmm", "mm", "mhm":
		return true
	}
	return false
}

// fillers are words that mean nothing where punctuation sets them off.
var fillers = [...][]string{
	{"you", "know"}, {"i", "mean"}, {"sort", "of"}, {"kind", "of"},
	{"well"}, {"like"}, {"so"}, {"right"}, {"okay"}, {"ok"}, {"yeah"}, {"oh"}, {"look"}, {"actually"}, {"basically"},
}
