package pairing

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint/language/token"
)

// isValue reports whether a straight mark at an offset begins a string of a program, and sets its end.
// Code without backticks is neither a quotation nor anything that typography is for. It is known by
// what is right before the mark: the bracket of a call (print("x", "y")), an operator (name = "x"), or
// a path that prose never writes (log?.info "x"). Three marks in a row are a string of many lines.
func isValue(s *scanner, at int) bool {
	text := s.text
	if strings.HasPrefix(text[at:], `"""`) {
		s.value = at + 3
		return true
	}
	next := s.value > 0 && at > s.value && at-s.value < 4 && strings.Trim(text[s.value:at], ", ") == ""
	if at < 2 || !next && !beginsString(text[:at]) {
		return false
	}
	n := strings.IndexAny(text[at+1:], "\n"+text[at:at+1])
	if n < 0 || text[at+1+n] == '\n' {
		return false
	}
	end := at + 1 + n + 1
	if end < len(text) && (token.IsLetter(text[end]) || token.IsDigit(text[end])) {
		return false
	}
	s.value = end
	return true
}

// beginsString reports whether the string of a program follows a text.
func beginsString(before string) bool {
	switch last := before[len(before)-1]; last {
	case '(', '[':
		c := before[len(before)-2]
		return token.IsLetter(c) || token.IsDigit(c) || c == '_'
	case ' ':
		word := before[strings.LastIndexAny(before[:len(before)-1], " \n")+1 : len(before)-1]
		return isOperator(word) || containsAny(word, "?.", "::", "->")
	}
	return false
}

func isOperator(word string) bool {
	switch word {
	case "=", "==", "===", "!=", "!==", ":=", "+=", "=>", "->", "<<", "||", "&&", "=~":
		return true
	}
	return false
}

func containsAny(word string, signs ...string) bool {
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(word, sign) })
}
