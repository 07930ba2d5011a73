package engine

import (
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

// fold replaces line breaks with spaces, so that a message is a single line.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= ' ' && c != 0xC2 && c != 0xE2:
			continue
		case c < ' ', strings.HasPrefix(s[i:], "\u0085"), strings.HasPrefix(s[i:], "\u2028"), strings.HasPrefix(s[i:], "\u2029"):
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// oneLine formats the value of a panic.
func oneLine(failure any) string { return fold(fmt.Sprint(failure)) }

// quoteName puts a name from a draft in quotation marks, truncated.
func quoteName(name string) string {
	const most = 41
	return "“" + fold(lint.Clip(most, name)) + "”"
}
