package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// namesSource reports whether a sentence says whose claim it is: "according to the
// Census Bureau", "Pew found", "the ministry says", or that it is the author's own.
func namesSource(text string, words []language.Word) bool {
	for k, w := range words {
		word := text[w.Start:w.End]
		if strings.EqualFold(word, "according") && k+2 < len(words) && vague(text, words[k+2:]) == 0 {
			return true
		}
		if !reports(word) {
			continue
		}
		if k > 0 && (isName(text, words[k-1], w) || isSource(text, words, k-1)) || k+1 < len(words) && isName(text, w, words[k+1]) {
			return true
		}
	}
	return false
}

// own reports whether a sentence speaks of what its author did or counted.
func own(text string, words []language.Word) bool {
	for _, w := range words {
		switch strings.ToLower(text[w.Start:w.End]) {
		case "we", "our", "ours", "i", "my", "us", "we’ve", "we've", "we’re", "we're", "we’d", "we'd", "we’ll", "we'll", "i’ve", "i've", "i’m", "i'm", "i’d", "i'd":
			return true
		}
	}
	return false
}

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

// isInquiry reports whether a word names a way in which shares of people are found.
func isInquiry(word string) bool {
	switch strings.ToLower(word) {
	case "poll", "polls", "polling", "pollster", "pollsters", "survey", "surveys", "surveyed", "census", "questionnaire", "study", "respondents":
		return true
	}
	return false
}

// isName reports whether the one of two neighbouring words that is no verb is
// capitalised, with nothing but a space between them: "Pew found", "said Lund".
func isName(text string, a, b language.Word) bool {
	if text[a.End:b.Start] != " " {
		return false
	}
	if reports(text[a.Start:a.End]) {
		a = b
	}
	word := text[a.Start:a.End]
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

// reports reports whether a word is a verb with which one source speaks. Plural
// forms in the present ("Americans say") are left out: they tell of the many.
func reports(word string) bool {
	switch strings.ToLower(word) {
	case "shows", "showed", "suggests", "suggested", "finds", "found", "indicates", "indicated", "reveals", "revealed",
		"says", "said", "reports", "reported", "estimates", "estimated", "wrote", "writes", "notes", "noted", "published",
		"announced", "announces", "told", "surveyed", "polled", "calculates", "calculated", "counted", "counts", "concluded":
		return true
	}
	return false
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
