package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Escape replaces characters that a terminal or a log would interpret with visible escapes:
// C0 and C1 controls including DEL and ESC, line and paragraph separators, bidirectional
// overrides and isolates (U+202A to U+202E, U+2066 to U+2069), and bytes that are not UTF-8.
// Other text is unchanged.
func Escape(s string) string {
	if Clean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(escaped(s[i:i+size], r))
		i += size
	}
	return b.String()
}

// Clean reports whether nothing in s needs escaping.
func Clean(s string) bool {
	for i, r := range s {
		if Acts(r) || r == utf8.RuneError && badByte(s[i:]) {
			return false
		}
	}
	return true
}

// escaped returns the visible form of a character with bytes raw.
func escaped(raw string, r rune) string {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf(`\x%02x`, raw[0])
	case !Acts(r):
		return raw
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < 0x80:
		return fmt.Sprintf(`\x%02x`, r)
	}
	return fmt.Sprintf(`\u%04x`, r)
}

// Acts reports whether a terminal or a log would interpret r instead of showing it.
func Acts(r rune) bool {
	switch {
	case r < 0x20, 0x7f <= r && r <= 0x9f:
		return true
	case r < 0x2028:
		return false
	}
	return r <= 0x202e || 0x2066 <= r && r <= 0x2069 || r == 0xfeff
}

// badByte reports whether s begins with a byte that is not UTF-8.
func badByte(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	return size == 1
}

// Guard breaks the prefixes of commands of GitHub Actions in a line: two colons at its
// beginning, after white space, and the older "##[" anywhere.
func Guard(line string) string {
	body := strings.TrimLeft(line, " \t")
	if strings.HasPrefix(body, "::") {
		line = line[:len(line)-len(body)] + `\x3a` + body[1:]
	}
	return strings.ReplaceAll(line, "##[", `\x23#[`)
}
