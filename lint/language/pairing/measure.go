package pairing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isInch reports whether a " is the inch sign: after a number while no quotation is open, or after
// feet (6' 2"). A number at the end of a name (S3) is no measure, nor is one before a quotation in a
// script without spaces between words (§4.2"同层").
func isInch(s *scanner, at int, before, after rune) bool {
	if !unicode.IsNumber(before) {
		return false
	}
	if isFeet(s, at) {
		return true
	}
	number := strings.TrimRightFunc(s.text[:at], func(r rune) bool { return unicode.IsNumber(r) || r == '.' || r == ',' })
	named, _ := utf8.DecodeLastRuneInString(number)
	switch {
	case s.count[Straight]+s.count[Curly] > 0, unicode.IsUpper(named):
		return false
	}
	return !ideographic(after) || strings.Count(s.text[at+1:], `"`)%2 == 0
}

// isFeet reports whether a number that follows feet ends at an offset: the 2 of 6’ 2”.
func isFeet(s *scanner, at int) bool {
	i := at
	for i > 0 && at-i < 6 {
		r, n := utf8.DecodeLastRuneInString(s.text[:i])
		if !unicode.IsNumber(r) {
			break
		}
		i -= n
	}
	rest := strings.TrimRight(s.text[max(0, i-5):i], " ")
	for _, foot := range [...]string{"'", "’", "′"} {
		if head, ok := strings.CutSuffix(rest, foot); ok && head != "" && unicode.IsDigit(rune(head[len(head)-1])) {
			return true
		}
	}
	return false
}

// isCurlyInch reports whether a ” or “ that ends at offset end is the inch sign (a 27” screen,
// 10½”): it follows a number, and either no speech is open or another mark ends the speech.
func isCurlyInch(s *scanner, at, end int) bool {
	before, after := s.around(at, end)
	if !unicode.IsNumber(before) {
		return false
	}
	if s.count[Curly]+s.count[Straight] == 0 {
		return true
	}
	if !isFeet(s, at) && (after != ' ' && after != '-' || s.text[at:end] != "”") {
		return false
	}
	next := strings.IndexAny(s.text[end:], "“”„")
	return next >= 0 && strings.HasPrefix(s.text[end+next:], "”")
}

// isGershayim reports whether a " between Hebrew letters marks an abbreviation. Such a mark precedes
// the last letter; if more letters follow, it may be a quotation mark after a prefix, which
// another mark closes.
func isGershayim(s *scanner, at int, before, after rune) bool {
	if !unicode.Is(unicode.Hebrew, before) || !unicode.Is(unicode.Hebrew, after) {
		return false
	}
	if lastLetter(s.text[at+1:]) {
		return true
	}
	others := 0
	const most = 16 // signs examined, so that a long paragraph does not take quadratic time
	for i := at + 1; others < most; i++ {
		n := strings.IndexByte(s.text[i:], '"')
		if n < 0 {
			return others%2 == 0
		}
		i += n
		if before, _ := s.around(i, i); !unicode.Is(unicode.Hebrew, before) || !lastLetter(s.text[i+1:]) {
			others++
		}
	}
	return true
}

// lastLetter reports whether a text begins with exactly one Hebrew letter.
func lastLetter(text string) bool {
	letters := 0
	for _, r := range text {
		if !unicode.Is(unicode.Hebrew, r) {
			break
		}
		if letters++; letters > 1 {
			return false
		}
	}
	return letters == 1
}
