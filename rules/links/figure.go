package links

import (
	"strings"

	"github.com/copychief/copychief/lint/language"
)

// A figure is a claim by its unit: a share in per cent, a large sum of money, a count of
// people, one in so many, so many times as much, a rank, a record. Dates, small prices,
// versions and ordinals are none.

// What the kinds of figures lack, as words of a message.
const (
	unsourcedFigure = "is a figure without its source"
	unsourcedSum    = "is a sum without its source"
	unsourcedCount  = "is a count without its source"
	unsourcedRatio  = "is a comparison without its source"
	unsourcedRank   = "is a ranking without its source"
	unsourcedRecord = "is a record without its source"
)

// Numbers from which on a figure is a claim; below, it is mostly a price or something
// that a writer has counted. Both are ours.
const (
	largeSum   = 1e6
	largeCount = 1000
)

// figureAt returns the figure in the author's words that word k, which is leading, begins
// or turns on, where it needs a source; otherwise a zero claim.
func figureAt(text string, words []language.Word, keys []uint64, k int) (c claim) {
	if words[k].Shape&language.Figure != 0 {
		if c = measured(text, words, keys, k); c.what != "" && k > 0 && limit(text, words, k) {
			return claim{}
		}
		return c
	}
	if c = ratio(text, words, keys, k); c.what == "" && ranking.Has(keys[k]) {
		c = rank(text, words, k)
	}
	if c.what == "" && k > 0 && extremes.Has(keys[k]) {
		c = record(text, words, k)
	}
	return c
}

// measured returns the claim that a number in figures makes.
func measured(text string, words []language.Word, keys []uint64, k int) claim {
	n, ok := numberAt(text, words, k)
	if !ok {
		return ratio(text, words, keys, k)
	}
	switch {
	case n.percent:
		if n.value <= 0 || n.value == 100 || n.value == 110 || n.next < len(words) && notFound(text[words[n.next].Start:words[n.next].End]) {
			return claim{}
		}
		return claim{start: n.start, end: n.end, what: unsourcedFigure}
	case n.money && n.value >= largeSum:
		return claim{start: n.start, end: n.end, what: unsourcedSum}
	case n.money || n.plain && n.value < 2100:
		return claim{}
	case n.value >= largeCount:
		if last := counted(text, words, n.next); last > 0 {
			return claim{start: n.start, end: int(words[last].End), what: unsourcedCount}
		}
	}
	return ratio(text, words, keys, k)
}

// notFound reports whether the word behind a share makes it a term or a price: "20
// percent time", "30 percent off".
func notFound(word string) bool {
	return word == "time" || word == "off" || word == "discount" || word == "APR" || word == "interest"
}

// counted returns the index of the word for people or companies that a number counts:
// "3,000 low-income families"; 0 where it counts something else.
func counted(text string, words []language.Word, from int) int {
	for k := from; k < min(len(words), from+5); k++ {
		word := text[words[k].Start:words[k].End]
		if !adjoins(text, words, k) || words[k].Voice != language.Author {
			return 0
		}
		if crowd(word) {
			return k
		}
		switch {
		case word == "of" || word == "the" || word == "and" || word == "or":
		case language.FunctionWord(word, "en"):
			return 0
		}
	}
	return 0
}

// crowd reports whether a word is for people whom one can count.
func crowd(word string) bool {
	if people(word) {
		return word != "internet" && word != "population"
	}
	switch strings.ToLower(word) {
	case "taxpayers", "residents", "immigrants", "refugees", "migrants", "soldiers", "troops", "volunteers", "subscribers", "members", "followers",
		"viewers", "listeners", "fans", "farmers", "nurses", "doctors", "smokers", "passengers", "travelers", "travellers", "homeowners",
		"seniors", "kids", "babies", "developers", "engineers", "scientists", "applicants", "recipients", "beneficiaries", "victims",
		"inmates", "prisoners", "tourists", "attendees", "demonstrators", "protesters", "supporters", "buyers", "graduates", "teens",
		"investigators", "officers", "individuals", "organizations", "organisations", "nonprofits", "deaths", "jobs", "survivors",
		"speakers", "retirees", "renters", "freelancers", "contractors", "personnel":
		return true
	}
	return false
}

// turning are the words behind the first of a ratio.
var turning = language.NewWordSet("in", "out", "times", "thirds", "quarters", "fifths", "third", "quarter", "as")

// ratio returns a claim such as "one in five voters", "two-thirds of users", "three times
// as likely".
func ratio(text string, words []language.Word, keys []uint64, k int) claim {
	if k+2 >= len(words) || !turning.Has(keys[k+1]) {
		return claim{}
	}
	first, second := text[words[k].Start:words[k].End], text[words[k+1].Start:words[k+1].End]
	switch second {
	case "in", "out", "times", "thirds", "quarters", "fifths", "third", "quarter":
	case "as":
		if first != "twice" && first != "Twice" {
			return claim{}
		}
	default:
		return claim{}
	}
	if words[k+2].Voice != language.Author || !adjoins(text, words, k+1) || !adjoins(text, words, k+2) {
		return claim{}
	}
	switch {
	case second == "in" || second == "out":
		of := k + 2
		for of < len(words) && (text[words[of].Start:words[of].End] == "every" || text[words[of].Start:words[of].End] == "of") {
			of++
		}
		if of < len(words) && numeral(first) && numeral(text[words[of].Start:words[of].End]) {
			if last := counted(text, words, of+1); last > 0 {
				return claim{start: int(words[k].Start), end: int(words[last].End), what: unsourcedRatio}
			}
		}
	case second == "times" && numeral(first):
		return likelier(text, words, k, k+2)
	case second == "as":
		return likelier(text, words, k, k+1)
	case second != "times" && text[words[k+2].Start:words[k+2].End] == "of":
		if last := counted(text, words, k+3); last > 0 {
			return claim{start: int(words[k].Start), end: int(words[last].End), what: unsourcedRatio}
		}
	}
	return claim{}
}

// likelier returns the claim of "twice as likely" and "three times more often", whose
// second word is word at.
func likelier(text string, words []language.Word, k, at int) claim {
	if at+1 >= len(words) {
		return claim{}
	}
	switch text[words[at].Start:words[at].End] {
	case "as", "more", "less":
	default:
		return claim{}
	}
	switch text[words[at+1].Start:words[at+1].End] {
	case "likely", "often", "common", "effective", "expensive", "deadly", "dangerous", "frequently", "many", "much", "productive", "popular":
		return claim{start: int(words[k].Start), end: int(words[at+1].End), what: unsourcedRatio}
	}
	return claim{}
}
