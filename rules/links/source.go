package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// namesSource reports whether a paragraph says whose claim it is: "according to the
// Census Bureau", "Pew found", "the ministry says".
func namesSource(text string, words []language.Word, keys []uint64) bool {
	for k, key := range keys {
		if !reporting.Has(key) {
			continue
		}
		if w := words[k]; strings.EqualFold(text[w.Start:w.End], "according") {
			if k+2 < len(words) && vague(text, words[k+2:]) == 0 {
				return true
			}
			continue
		}
		if k > 0 && (isName(text, words[k-1:], keys[k-1:]) || isSource(text, words, k-1)) || k+1 < len(words) && isName(text, words[k:], keys[k:]) {
			return true
		}
	}
	return false
}

// reporting are the verbs with which one source speaks, and "according". Plural forms
// in the present ("Americans say") are left out: they tell of the many.
var reporting = language.NewWordSet("according",
	"shows", "showed", "suggests", "suggested", "finds", "found", "indicates", "indicated", "reveals", "revealed",
	"says", "said", "reports", "reported", "estimates", "estimated", "wrote", "writes", "notes", "noted", "published",
	"announced", "announces", "told", "surveyed", "polled", "calculates", "calculated", "counted", "counts", "concluded",
)

// own are the words with which authors speak of what they did or counted.
var own = language.NewWordSet("we", "our", "ours", "i", "my", "us", "we've", "we're", "we'd", "we'll", "i've", "i'm", "i'd", "i'll")

// isSource reports whether word k is something that figures come from: "the report",
// "site analytics", or an authority that was named before.
func isSource(text string, words []language.Word, k int) bool {
	word := text[words[k].Start:words[k].End]
	switch strings.ToLower(word) {
	case "report", "survey", "poll", "census", "analysis", "data", "analytics", "figures", "numbers", "logs", "count",
		"department", "agency", "ministry", "bureau", "office", "government", "company", "university", "institute",
		"organization", "organisation", "paper", "newspaper":
		return true
	}
	return isAuthority(word) && named(text, words, k)
}

// inquiries are words for the ways in which shares of people are found.
var inquiries = language.NewWordSet("poll", "polls", "polling", "pollster", "pollsters", "survey", "surveys", "surveyed", "census", "questionnaire", "study", "respondents")

// isName reports whether the first of two neighbouring words that is no verb is
// capitalised, with nothing but a space between them: "Pew found", "said Lund".
func isName(text string, words []language.Word, keys []uint64) bool {
	if text[words[0].End:words[1].Start] != " " {
		return false
	}
	w := words[0]
	if reporting.Has(keys[0]) {
		w = words[1]
	}
	word := text[w.Start:w.End]
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !isAuthority(word) && !pronoun(word)
}

func pronoun(word string) bool {
	switch strings.ToLower(word) {
	case "it", "this", "that", "they", "he", "she", "one", "some", "most", "many":
		return true
	}
	return false
}

// vague returns how many words behind "according to" speak of nobody in particular
// ("some experts"), or 0 where somebody is named, there or behind: "a study by Lund".
func vague(text string, words []language.Word) int {
	n := 0
	for ; n < len(words) && n < 4; n++ {
		word := text[words[n].Start:words[n].End]
		if isAuthority(word) {
			break
		}
		switch strings.ToLower(word) {
		case "a", "an", "some", "several", "many", "most", "recent", "new", "various", "numerous", "multiple", "one", "other", "leading", "all":
			continue
		}
		return 0
	}
	if n == len(words) || n == 4 {
		return 0
	}
	for k := n + 1; k < len(words) && k < n+9; k++ {
		if strings.ContainsAny(text[words[k-1].End:words[k].Start], ".!?") {
			break
		}
		word := text[words[k].Start:words[k].End]
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			return 0
		}
		if k == n+1 && (word == "by" || word == "from" || word == "at" || word == "of") {
			return 0
		}
	}
	return n + 1
}

// cites reports whether a text cites in brackets: "[3]", "(Lund 2019)", "(Lund et
// al., 2019)".
func cites(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] != '[' && text[i] != '(' {
			continue
		}
		end := strings.IndexAny(text[i+1:min(len(text), i+80)], ")]")
		if end <= 0 {
			continue
		}
		inner := text[i+1 : i+1+end]
		if text[i] == '[' && strings.Trim(inner, "0123456789, –-") == "" {
			return true
		}
		if text[i] == '(' && unicode.IsUpper(rune(inner[0])) && year(inner) {
			return true
		}
	}
	return false
}

// year reports whether s ends in a year, perhaps with a letter ("2019a").
func year(s string) bool {
	s = strings.TrimRight(s, "abc")
	if len(s) < 6 {
		return false
	}
	s = s[len(s)-5:]
	return s[0] == ' ' && (s[1] == '1' || s[1] == '2') && strings.Trim(s[1:], "0123456789") == ""
}
