package readability

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint/language/pronunciation"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// surroundings are the words before and after a phrase in its block, in lower case.
type surroundings struct{ before, after string }

// around returns the words around the text [start, end), or "" where a mark is between.
func around(text string, start, end int) surroundings {
	var s surroundings
	if before := strings.TrimRight(text[:start], " \n"); len(before) < start {
		s.before = strings.ToLower(before[1+strings.LastIndexFunc(before, notInWord):])
	}
	rest := strings.TrimLeft(text[end:], " \n")
	if len(rest) < len(text)-end {
		n := strings.IndexFunc(rest, notInWord)
		if n < 0 {
			n = len(rest)
		}
		s.after = strings.ToLower(rest[:n])
	}
	return s
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}

// reword returns what a phrase becomes between the words around it, or "" if its replacement
// does not fit there: “an end result” would become “an result”, “listen to in order to learn”
// “listen to to learn”.
func reword(language, with string, s surroundings) string {
	pack := wordpack.Of(language)
	first, _, _ := strings.Cut(with, " ")
	_, last, ok := cutLast(with)
	if !ok {
		last = with
	}
	switch {
	case first == s.before, last == s.after:
		return ""
	case s.before != "" && pack.Words("wordy-articles").HasWord(s.before):
		if fits, known := pronunciation.FitsArticle(s.before, first, language); !fits || !known {
			return ""
		}
	}
	return with
}

// cutLast splits a text at its last space.
func cutLast(text string) (before, last string, ok bool) {
	i := strings.LastIndexByte(text, ' ')
	if i < 0 {
		return "", "", false
	}
	return text[:i], text[i+1:], true
}
