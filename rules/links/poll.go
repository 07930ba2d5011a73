package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language"
)

// asks reports whether word n names who asked: a name beside the poll ("Gallup poll",
// "a poll by Gallup"), a name that asked ("Gallup polled"), or the author ("our poll",
// "we asked").
func asks(text string, words []language.Word, n int) bool {
	word := text[words[n].Start:words[n].End]
	switch strings.ToLower(word) {
	case "poll", "polls", "survey", "surveys", "polling", "pollster", "pollsters":
		for k := max(0, n-4); k < n; k++ {
			before := text[words[k].Start:words[k].End]
			if strings.EqualFold(before, "our") || capitalised(before) && inSentence(text, words, k) {
				return true
			}
		}
		return conducted(text, words[n+1:])
	case "polled", "surveyed", "asked", "interviewed", "conducted":
		for k := max(0, n-3); k < n; k++ {
			before := text[words[k].Start:words[k].End]
			if strings.EqualFold(before, "we") || capitalised(before) && !determiner(before) {
				return true
			}
		}
		return conducted(text, words[n+1:])
	}
	return false
}

// conducted reports whether the next words say "by", "from" or "of" somebody with a name.
func conducted(text string, words []language.Word) bool {
	for k := 0; k+1 < len(words) && k < 4; k++ {
		switch strings.ToLower(text[words[k].Start:words[k].End]) {
		case "by", "from", "for":
			for n := k + 1; n < len(words) && n < k+5; n++ {
				if capitalised(text[words[n].Start:words[n].End]) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// inSentence reports whether a capital at word k is there for more than the beginning
// of a sentence.
func inSentence(text string, words []language.Word, k int) bool {
	word := text[words[k].Start:words[k].End]
	if determiner(word) {
		return false
	}
	before := strings.TrimRight(text[:words[k].Start], " \n\"“‘(")
	return before != "" && !strings.ContainsRune(".!?:", rune(before[len(before)-1])) || k+1 < len(words) && !adjective(word)
}

func determiner(word string) bool { return language.FunctionWord(word, "en") || adjective(word) }

// adjective reports whether a word that begins a sentence says of a poll only that
// there is one: "Recent polls", "New surveys".
func adjective(word string) bool {
	switch strings.ToLower(word) {
	case "new", "recent", "recently", "national", "public", "online", "opinion", "latest", "early", "current", "exit", "another", "several", "multiple",
		"numerous", "many", "most", "last", "annual", "according":
		return true
	}
	return false
}

// dates reports whether word n tells when: a month with a number beside it, a year, or a
// day counted from the article's own.
func dates(text string, words []language.Word, n int) bool {
	word := text[words[n].Start:words[n].End]
	if len(word) == 4 && (word[0] == '1' || word[0] == '2') && strings.Trim(word, "0123456789") == "" {
		return !strings.HasPrefix(text[words[n].End:], "%")
	}
	switch strings.ToLower(word) {
	case "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december":
		return capitalised(word)
	case "may":
		return capitalised(word) && n > 0
	case "yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	case "week", "month", "year", "weekend", "spring", "summer", "autumn", "winter":
		if n == 0 {
			return false
		}
		switch strings.ToLower(text[words[n-1].Start:words[n-1].End]) {
		case "last", "this", "past":
			return true
		}
	}
	return false
}

// samples reports whether word n is a number of people who were asked: "1,024 adults",
// "a sample of 900", "n = 900".
func samples(text string, words []language.Word, n int) bool {
	word := text[words[n].Start:words[n].End]
	if c := word[0]; c < '0' || c > '9' {
		return false
	}
	if strings.HasPrefix(text[words[n].End:], "%") || n+1 < len(words) && isPercent(text[words[n+1].Start:words[n+1].End]) {
		return false
	}
	for k := max(0, n-3); k < n; k++ {
		switch strings.ToLower(text[words[k].Start:words[k].End]) {
		case "sample", "n", "asked", "polled", "surveyed", "interviewed":
			return true
		}
	}
	for k := n + 1; k < len(words) && k <= n+4; k++ {
		switch w := strings.ToLower(text[words[k].Start:words[k].End]); {
		case w == "per" || w == "percent":
			return false
		case people(w), w == "interviews", w == "participants", w == "responses", w == "residents", w == "individuals", w == "members", w == "executives":
			return true
		}
	}
	return false
}

func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
