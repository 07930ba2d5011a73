package links

import (
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// rank returns the claim of "ranks third" and "is ranked No. 4 in the nation"; word k is
// the verb.
func rank(text string, words []language.Word, k int) claim {
	for n := k + 1; n < min(len(words), k+4); n++ {
		word := text[words[n].Start:words[n].End]
		switch {
		case ordinal(word), strings.HasSuffix(text[:words[n].Start], "#"),
			strings.EqualFold(text[words[n-1].Start:words[n-1].End], "no") && word[0] >= '1' && word[0] <= '9':
			return claim{start: int(words[k].Start), end: int(words[n].End), what: unsourcedRank}
		case strings.EqualFold(word, "as"), strings.EqualFold(word, "the"), strings.EqualFold(word, "is"), strings.EqualFold(word, "no"), strings.EqualFold(word, "at"):
		default:
			return claim{}
		}
	}
	return claim{}
}

func ordinal(word string) bool {
	switch strings.ToLower(word) {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last":
		return true
	}
	if c := word[0]; c < '1' || c > '9' || len(word) < 3 {
		return false
	}
	switch word[len(word)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// record returns the claim of a superlative with a number: "the lowest rate since 1990",
// "the largest fine in 30 years". The superlative is word k.
func record(text string, words []language.Word, k int) claim {
	const far = 8 // words up to the number
	for n := k + 1; n+1 < min(len(words), k+far); n++ {
		if strings.ContainsAny(text[words[n-1].End:words[n].Start], ",;:(—–") {
			return claim{}
		}
		next := text[words[n+1].Start:words[n+1].End]
		switch text[words[n].Start:words[n].End] {
		case "since":
			if len(next) == 4 && (next[0] == '1' || next[0] == '2') {
				return claim{start: int(words[k].Start), end: int(words[n+1].End), what: unsourcedRecord}
			}
		case "in", "of":
			for last := n + 2; last < min(len(words), n+6); last++ {
				switch text[words[last].Start:words[last].End] {
				case "years", "decades", "months", "quarters":
					return claim{start: int(words[k].Start), end: int(words[last].End), what: unsourcedRecord}
				}
			}
		}
	}
	return claim{}
}
