package engine

import (
	"fmt"
	"strings"
)

// fold turns line breaks into spaces: a message is one line whatever it quotes.
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

// oneLine words what a panic was called with.
func oneLine(failure any) string { return fold(fmt.Sprint(failure)) }

// shown puts a name from a draft between quotation marks, cut to a length that a
// message bears.
func shown(name string) string {
	const most = 40
	if r := []rune(name); len(r) > most {
		name = string(r[:most]) + "…"
	}
	return "“" + fold(name) + "”"
}
