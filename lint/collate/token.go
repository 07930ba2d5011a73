package collate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a text, or a sign that means one, such as $ and %.
type word struct {
	key        uint32 // hash of the folded word, never 0
	start, end int    // bytes of the text
	marks      marks
}

// marks says what stands beside a word.
type marks uint8

const (
	stopAfter   marks = 1 << iota // a sentence ends behind it
	signAfter                     // some punctuation stands behind it
	signBefore                    // some punctuation stands before it, or the text begins
	aside                         // in brackets: no part of what was said
	lastOfBlock                   // the text ends behind it
)

// splitter walks the words of a text.
type splitter struct {
	text  string
	at    int
	sign  bool // punctuation, or the beginning, since the last word
	depth int  // of square brackets
	until int  // end of a remark in round brackets
}

// next returns the next word; ok is false behind the last. The marks behind the word
// are those up to the next one.
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
	w.marks |= s.behind()
	return w, true
}

// minus returns the length of the sign of minus before the number at i; 0 where there is
// none, or something before it that it may join to the number.
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

// find skips to the next word and returns where it stands, both ends alike where there
// is none.
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

// behind looks at what stands between a word and the next one.
func (s *splitter) behind() (m marks) {
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

// pass notes punctuation that is passed by.
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

// longestAside is how many bytes may stand between square brackets; behind more, the
// opening one is taken for a slip.
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

// symbol reports whether r is a sign that is read aloud.
func symbol(r rune) bool {
	switch r {
	case '$', '€', '£', '¥', '%', '&', '+', '=', '@':
		return true
	}
	return false
}

// invisible reports whether r shows nothing within a word: a soft hyphen, a joiner.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff'
}

// wordLength returns the bytes of the word that s begins with: letters and digits, with
// an apostrophe between letters and a comma or point between digits.
func wordLength(s string) int {
	last, n := decode(s, 0)
	if alone(last) {
		return n
	}
	for i := n; i < len(s); {
		r, n := decode(s, i)
		switch {
		case wordRune(r) && !alone(r):
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

// alone reports whether a letter is of a script that puts no spaces between words.
func alone(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
