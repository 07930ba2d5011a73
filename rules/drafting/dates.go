package drafting

import (
	"strings"
	"time"
)

// dateOf returns the calendar day that a text names; is reports whether the text is a date
// at all. The day is zero if the date is ambiguous or incomplete ("3/4/2024", "2024", a
// number of seconds).
func dateOf(text string) (day time.Time, is bool) {
	if text[0] >= '0' && text[0] <= '9' {
		if day, is := calendarDay(text); is {
			return day, true
		}
		if numeric(text) {
			return time.Time{}, true
		}
	}
	if generated(text) {
		return time.Time{}, true
	}
	return spelledOut(text)
}

// generated reports whether a text is a keyword that the generator replaces by a date, as
// in Eleventy and Quarto.
func generated(text string) bool {
	switch strings.ToLower(text) {
	case "last modified", "created", "git last modified", "git created", "today", "now", "last-modified", "auto":
		return true
	}
	return false
}

// calendarDay reads "2006-01-02" or "2006/1/2", with or without a time after it; ok is
// false if the calendar has no such day.
func calendarDay(text string) (day time.Time, ok bool) {
	year, rest := digits(text)
	if len(text)-len(rest) != 4 || rest == "" || rest[0] != '-' && rest[0] != '/' {
		return time.Time{}, false
	}
	sign := rest[0]
	month, tail := digits(rest[1:])
	if tail == "" || tail[0] != sign {
		return time.Time{}, false
	}
	dayOfMonth, clock := digits(tail[1:])
	if clock != "" && clock[0] != 'T' && clock[0] != 't' && clock[0] != ' ' {
		return time.Time{}, false
	}
	day = time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0, time.UTC)
	// time.Date normalises days that do not exist. A year before 1000 is the zero value of
	// some program.
	ok = day.Day() == dayOfMonth && int(day.Month()) == month && year >= 1000 && possibleClock(clock)
	return day, ok
}

// possibleClock reports whether the text after a day is a valid time of day, if it begins
// with digits at all.
func possibleClock(clock string) bool {
	clock = strings.TrimLeft(clock, "Tt ")
	hour, rest := digits(clock)
	if rest == clock {
		return true
	}
	if !strings.HasPrefix(rest, ":") {
		return hour <= 24
	}
	minute, _ := digits(rest[1:])
	return hour <= 24 && minute <= 59
}

// digits reads up to nine digits off the start of a text.
func digits(text string) (number int, rest string) {
	i := 0
	for i < len(text) && i < 9 && text[i] >= '0' && text[i] <= '9' {
		number = number*10 + int(text[i]-'0')
		i++
	}
	return number, text[i:]
}

// numeric reports whether a text is a numeric date that is ambiguous or incomplete:
// "3/4/2024", "03.04.2024", "2024-05", "20240503", a Unix time.
func numeric(text string) bool {
	head, _, _ := strings.Cut(text, " ")
	var parts [3]int
	n, rest := 0, head
	for n < len(parts) && rest != "" {
		var tail string
		if parts[n], tail = digits(rest); tail == rest {
			return false
		}
		n++
		if rest = tail; rest != "" && strings.IndexByte("/.-", rest[0]) >= 0 {
			rest = rest[1:]
		} else if rest != "" && n == 1 && strings.Trim(rest, "0123456789") == "" {
			return len(head) <= 13 // a Unix time in milliseconds at most
		}
	}
	switch n {
	case 1:
		return len(head) == 4 || len(head) == 8 || len(head) >= 9
	case 2:
		return parts[0] >= 1000 && parts[1] >= 1 && parts[1] <= 12
	}
	a, b := parts[0], parts[1]
	return rest == "" && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12)
}
