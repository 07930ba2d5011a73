package drafting

import (
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/copychief/copychief/lint/language/wordpack"
)

// spelling holds the words of dates in all languages that have lists of them.
type spelling struct {
	months map[string]time.Month
	among  map[string]bool // words that may appear between the parts of a date
}

var spellings = sync.OnceValue(func() spelling {
	pack := wordpack.Shared()
	s := spelling{map[string]time.Month{}, map[string]bool{}}
	for name, number := range pack.Table("date-months") {
		if n, err := strconv.Atoi(number); err == nil {
			s.months[name] = time.Month(n)
		}
	}
	for _, word := range pack.List("date-words") {
		s.among[word] = true
	}
	return s
})

// spelledOut reads a date with the name of a month, its parts in any order, with or
// without a time, a zone and a day of the week: RFC 2822, the format in which JavaScript
// prints a date, “Jan 2nd, 2024”, “2. Januar 2024”. If no day is given, it is the first of
// the month. A word that cannot be part of a date means that the text is not a date.
func spelledOut(text string) (day time.Time, is bool) {
	text, _, _ = strings.Cut(text, "(") // JavaScript repeats the zone by name
	year, month, dayOfMonth := 0, time.Month(0), 0
	for i, token := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		word := strings.ToLower(strings.TrimRight(token, "."))
		number, rest := digits(word)
		switch {
		case rest == word && month == 0 && spellings().months[word] != 0:
			month = spellings().months[word]
		case rest == word && (spellings().among[word] || i == 0 && letters(word) || zone(token)):
		case rest == word:
			return time.Time{}, false
		case clock(word):
		case len(word)-len(rest) == 4 && rest == "" && year == 0:
			year = number
		case dayOfMonth == 0 && number >= 1 && number <= 31 && ordinal(rest):
			dayOfMonth = number
		default:
			return time.Time{}, false
		}
	}
	if year < 1000 || month == 0 {
		return time.Time{}, false
	}
	dayOfMonth = max(dayOfMonth, 1)
	day = time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC)
	if day.Month() != month {
		return time.Time{}, false
	}
	return day, true
}

// letters reports whether a word consists of letters only, as the name of a day does.
func letters(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// ordinal reports whether the text after the number of a day is an ordinal suffix: st, nd,
// er.
func ordinal(rest string) bool { return len(rest) <= 3 && letters(strings.Trim(rest, "ºª")) }

// clock reports whether a word is a time of day: “10:00”, “10:00:30.5”, “3pm”, “18h30”.
func clock(word string) bool {
	if word != strings.TrimRight(word, "apmh") && strings.Trim(strings.TrimRight(word, "apmh"), "0123456789:.") == "" {
		return true
	}
	return strings.Contains(word, ":") && possibleClock(word) && strings.Trim(word, "0123456789:.") == ""
}

// zone reports whether a token is a time zone or another part of a time: GMT, CEST,
// GMT+0100, +01:00, PM.
func zone(token string) bool {
	name := strings.TrimRight(token, "0123456789:")
	if len(name) < len(token) && !strings.HasSuffix(name, "+") && !strings.HasSuffix(name, "-") {
		return false
	}
	name = strings.TrimRight(name, "+-")
	if wordpack.Shared().Words("clock-halves").HasWord(strings.ToLower(name)) {
		return true
	}
	return len(name) <= 5 && name == strings.ToUpper(name) && letters(name)
}
