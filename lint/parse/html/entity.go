package html

import (
	"unicode/utf8"

	"github.com/copychief/copychief/lint/parse/scan"
	"golang.org/x/net/html"
)

// EntityRules says which character references are recognised. The rules differ between
// the three contexts.
type EntityRules uint8

// The contexts of character references.
const (
	InText      EntityRules = iota // HTML text: "&copy2" is "©2"
	InAttribute                    // HTML attribute: "?a=1&copy2" is unchanged
	InMarkdown                     // CommonMark: only with a semicolon
)

// The length of the longest reference name, and of the longest legacy name that needs
// no semicolon.
const (
	longestEntity = len("CounterClockwiseContourIntegral")
	longestLegacy = len("Aacute")
)

// Entity decodes the character reference at the beginning of s, which starts with "&".
// It returns the replacement and the length of the reference in bytes, or "", 0 if s
// does not begin with a reference.
func Entity(s []byte, rules EntityRules) (text string, n int) {
	if len(s) < 3 {
		return "", 0
	}
	if s[1] == '#' {
		return numericEntity(s, rules)
	}
	end := 1
	for end < len(s) && end <= longestEntity && scan.IsAlphanumeric(s[end]) {
		end++
	}
	closed := end < len(s) && s[end] == ';'
	if closed && end > 1 {
		if text := closedEntity(s[1:end]); text != "" {
			return text, end + 1
		}
	}
	if end == 1 || rules == InMarkdown || rules == InAttribute && closed {
		return "", 0
	}
	text, n = legacyEntity(s[:min(end, longestLegacy+1)])
	if rules == InAttribute && n > 0 && (n < end || end < len(s) && s[end] == '=') {
		return "", 0
	}
	return text, n
}

// closedEntity looks up a name that ends in a semicolon. The most common names need no
// allocation.
func closedEntity(name []byte) string {
	switch string(name) {
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "quot":
		return `"`
	case "nbsp":
		return "\u00a0"
	case "mdash":
		return "—"
	case "ndash":
		return "–"
	case "hellip":
		return "…"
	case "lsquo":
		return "‘"
	case "rsquo":
		return "’"
	case "ldquo":
		return "“"
	case "rdquo":
		return "”"
	case "semi":
		return ";"
	}
	// If only a part of the name is a reference, the rest and the semicolon remain:
	// "&ampx;" becomes "&x;".
	text := html.UnescapeString("&" + string(name) + ";")
	if text[len(text)-1] == ';' {
		return ""
	}
	return text
}

// legacyEntity finds the longest legacy reference at the beginning of s.
func legacyEntity(s []byte) (text string, n int) {
	text = html.UnescapeString(string(s))
	if len(text) == len(s) && text == string(s) {
		return "", 0
	}
	// No reference stands for an ASCII letter or digit, so the common suffix of both
	// strings is the part that was not replaced.
	n = len(s)
	for n > 1 && len(text) > 0 && scan.IsAlphanumeric(s[n-1]) && text[len(text)-1] == s[n-1] {
		n--
		text = text[:len(text)-1]
	}
	return text, n
}

// numericEntity decodes "&#8212;" and "&#x2014;". Invalid code points become U+FFFD;
// those of the C1 range are Windows-1252, as in all browsers.
func numericEntity(s []byte, rules EntityRules) (text string, n int) {
	i, base := 2, rune(10)
	if s[i] == 'x' || s[i] == 'X' {
		i, base = 3, 16
	}
	from, value := i, rune(0)
	for ; i < len(s); i++ {
		d := digit(s[i])
		if d >= base {
			break
		}
		if value <= utf8.MaxRune {
			value = value*base + d
		}
	}
	closed := i < len(s) && s[i] == ';'
	if i == from || rules == InMarkdown && !closed {
		return "", 0
	}
	if closed {
		i++
	}
	switch {
	case value == 0 || value > utf8.MaxRune || 0xd800 <= value && value <= 0xdfff:
		value = utf8.RuneError
	case 0x80 <= value && value <= 0x9f && rules != InMarkdown:
		return html.UnescapeString("&#" + string([]byte{'1', '0' + byte(value/10%10), '0' + byte(value%10)}) + ";"), i
	}
	return string(value), i
}

func digit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10
	}
	return 99
}
