package report

import (
	"strings"
)

// Harmless returns escaped text so that Markdown shows it as it is.
func Harmless(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '<':
			b.WriteString("&lt;")
		case c == '&':
			b.WriteString("&amp;")
		case c == '|':
			b.WriteString("&#124;")
		case c == '@', c == '#', c == '!', c == '~', c == '$', c == '%':
			b.WriteString(`\` + string(c) + "<!-- -->")
		case c == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteString(":<!-- -->")
		case c == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteString(".<!-- -->")
		case strings.IndexByte("\\`*_{}[]()>+=^", c) >= 0:
			b.WriteString(`\` + string(c))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
