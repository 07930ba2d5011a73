package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/script"
)

// word is a word of a text, or a symbol that is read as one, such as $ and %.
type word struct {
	key        uint32 // hash of the folded word, never 0
	start, end int    // bytes of the text
	marks      marks
}

// marks are flags about what is next to a word.
type marks uint8

const (
	stopAfter   marks = 1 << iota // a sentence ends after it
	signAfter                     // punctuation follows
	signBefore                    // punctuation precedes it, or it is at the start of the text
	aside                         // in brackets: not spoken
	lastOfBlock                   // it is the last word of the text
)

// splitter splits a text into words.
type splitter struct {
	text  string
	at    int
	sign  bool // punctuation, or the start of the text, since the last word
	depth int  // of square brackets
	until int  // end of a remark in parentheses
}

// next returns the next word; ok is false after the last one.
func (s *splitter) next() (w word, ok bool) {
	start, end := s.find()
	if start == end {
		return word{}, false
	}
	start -= minus(s.text, start)
	w = word{start: start, end: end, key: keyOf(s.text[start:end])}
	if s.sign {
		w.marks |= signBefore
	}
	if s.depth > 0 || start < s.until {
		w.marks |= aside
	}
	s.at = end
	w.marks |= s.after()
	return w, true
}

// minus returns the length of the minus sign before the number at i; 0 if there is none, or
// if it may be a hyphen.
func minus(text string, i int) int {
	if i == 0 || text[i] < '0' || text[i] > '9' {
		return 0
	}
	before, ok := strings.CutSuffix(text[:i], "-")
	if !ok {
		if before, ok = strings.CutSuffix(text[:i], "−"); !ok {
			return 0
		}
	}
	if r, _ := utf8.DecodeLastRuneInString(before); before != "" && !unicode.IsSpace(r) && r != '(' {
		return 0
	}
	return i - len(before)
}

// find skips to the next word and returns its range, which is empty if there is none.
func (s *splitter) find() (start, end int) {
	for s.at < len(s.text) {
		r, n := decode(s.text, s.at)
		if wordRune(r) {
			return s.at, s.at + wordLength(s.text[s.at:])
		}
		if symbol(r) {
			return s.at, s.at + n
		}
		s.pass(r)
		s.at += n
	}
	return s.at, s.at
}

// after returns the marks for the text between a word and the next one.
func (s *splitter) after() (m marks) {
	s.sign = false
	for s.at < len(s.text) {
		r, n := decode(s.text, s.at)
		if wordRune(r) || symbol(r) {
			return m
		}
		switch r {
		case '.', '!', '?', '…', '。', '！', '？':
			m |= stopAfter | signAfter
		case ',', ';', ':', '—', '–', '-', '(', ')', '[', ']', '\n', '、', '，':
			m |= signAfter
		}
		s.pass(r)
		s.at += n
	}
	return m | stopAfter | signAfter | lastOfBlock
}

// pass updates the state for punctuation that is skipped.
func (s *splitter) pass(r rune) {
	switch r {
	case '[':
		if room := s.text[s.at:min(len(s.text), s.at+longestAside)]; s.depth > 0 || strings.IndexByte(room, ']') > 0 {
			s.depth++
		}
	case ']':
		s.depth = max(0, s.depth-1)
	case '(':
		if end := strings.IndexByte(s.text[s.at:min(len(s.text), s.at+40)], ')'); end > 0 && remark(s.text[s.at+1:s.at+end]) {
			s.until = s.at + end
		}
	}
	if !unicode.IsSpace(r) && r != '"' && r != '“' && r != '”' {
		s.sign = true
	}
}

// longestAside is the maximum length of text in square brackets, in bytes; if no closing bracket
// follows within it, the opening one is a mistake.
const longestAside = 200

func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// wordRune reports whether a word may begin with r.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r)
}

// symbol reports whether r is a symbol that is read aloud.
func symbol(r rune) bool {
	switch r {
	case '$', '€', '£', '¥', '%', '&', '+', '=', '@':
		return true
	}
	return false
}

// invisible reports whether r is invisible in a word: a soft hyphen, a joiner.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff'
}

// wordLength returns the length in bytes of the word at the start of s: letters and digits,
// with apostrophes between letters and commas or points between digits.
func wordLength(s string) int {
	last, n := decode(s, 0)
	if script.Spaceless(last) {
		return n
	}
	for i := n; i < len(s); {
		r, n := decode(s, i)
		switch {
		case wordRune(r) && !script.Spaceless(r):
			last = r
			i += n
			continue
		case invisible(r) && i+n < len(s):
			i += n
			if next, _ := decode(s, i); wordRune(next) || invisible(next) {
				continue
			}
			return i
		}
		if i+n >= len(s) {
			return i
		}
		next, _ := decode(s, i+n)
		joined := apostrophe(r) && unicode.IsLetter(last) && unicode.IsLetter(next) ||
			(r == ',' || r == '.') && digit(last) && digit(next)
		if !joined {
			return i
		}
		i += n
		last = r
	}
	return len(s)
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '＇' }
