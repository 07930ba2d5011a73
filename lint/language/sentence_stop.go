package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// stop is a position between two words where a sentence may end.
type stop struct {
	mark int // offset of the first closing mark, or of the line feed
	end  int // offset after the closing mark and the quotation marks and brackets that follow it

	asks     bool // ? or ! is among the marks
	trailing bool // it is an ellipsis
	wide     bool // an ideographic or other mark that is never part of an abbreviation
	quoted   bool // quotation marks or brackets close after it
	spaced   bool // white space follows
	twice    bool // another closing mark follows those brackets: "etc.)."
	carried  bool // a comma, a dash or the like follows: the sentence continues
	note     bool // a note reference follows, and white space after it
	line     bool // a line feed follows
	closing  bool // together with line: a closing mark precedes the line feed
}

// findStop looks for a closing mark or a line feed in s[from:to], the gap
// between two words.
func findStop(s string, from, to int) (g stop, ok bool) {
	if to-from == 2 && s[from:to] == ". " { // the most common gap
		return stop{mark: from, end: from + 1, spaced: true}, true
	}
	i := from
	before := rune(0)
	for i < to {
		r, n := decode(s, i)
		if r == '\n' {
			return stop{mark: i, end: trimEnd(s, from, i), line: true, spaced: true}, true
		}
		if terminates(r) {
			g = stop{mark: i}
			i = g.marks(s, i, to)
			if opensBracket(before) && i < to && closesBracket(s[i]) {
				before = 0 // "(!)" and "[…]" are remarks inside a sentence
				continue
			}
			g.follow(s, i, to)
			return g, true
		}
		before, i = r, i+n
	}
	return g, false
}

// marks reads closing marks from offset i on, ". . ." among them, and returns the
// offset after them.
func (g *stop) marks(s string, i, to int) int {
	dots := 0
	for i < to {
		r, n := decode(s, i)
		switch {
		case r == '.':
			dots++
		case r == '…':
			g.trailing = true
		case r == '!', r == '?', r == '‼', r == '⁇', r == '⁈', r == '⁉':
			g.asks = true
		case terminates(r):
			g.wide = true
		case r == ' ' && i+1 < to && s[i+1] == '.':
		default:
			g.trailing = (g.trailing || dots > 1) && !g.asks
			return i
		}
		i += n
	}
	g.trailing = (g.trailing || dots > 1) && !g.asks
	return i
}

// follow reads the text after the closing marks.
func (g *stop) follow(s string, i, to int) {
	for i < to {
		r, n := decode(s, i)
		if noteSign(r) {
			g.note = true
			i += n
			continue
		}
		if !closes(r) && !terminates(r) {
			break
		}
		g.twice = g.twice || g.quoted && terminates(r)
		g.quoted = g.quoted || closes(r)
		g.asks = g.asks || r == '!' || r == '?'
		i += n
	}
	g.end = i
	if noteMark(s[i:]) {
		g.note, g.spaced = true, true
		return
	}
	for i < to {
		r, n := decode(s, i)
		if !unicode.IsSpace(r) {
			g.carried = continues(r)
			return
		}
		g.spaced = true
		if r == '\n' {
			g.line, g.closing = true, true
			return
		}
		i += n
	}
}

func decode(s string, i int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// terminates reports whether r may end a sentence.
func terminates(r rune) bool {
	switch r {
	case '.', '!', '?', '…':
		return true
	case '‼', '⁇', '⁈', '⁉', '。', '｡', '．', '！', '？', '؟', '۔', '।', '॥', '։', '።', '၊', '။', '។', '៕':
		return true
	}
	return false
}

// noteSign reports whether r, after a closing mark, is a note reference. The placeholder of a
// template tag in that position also counts as one.
func noteSign(r rune) bool {
	switch r {
	case '†', '‡', '§', '¶', lint.Object:
		return true
	}
	return false
}

// noteMark reports whether s begins with the number or key of a note in brackets, followed by
// white space (“[1] ”, “[1][2] ”, “[@key] ”, “(1) ”), or with a superscript number.
func noteMark(s string) bool {
	from := s
	for {
		rest := strings.TrimLeft(s, "¹²³⁰⁴⁵⁶⁷⁸⁹")
		if len(rest) > 2 && (rest[0] == '[' || rest[0] == '(') {
			closing := byte(']')
			if rest[0] == '(' {
				closing = ')'
			}
			end := strings.IndexByte(rest[:min(len(rest), 64)], closing)
			if end < 2 || !noteKey(rest[1:end]) {
				return false
			}
			rest = rest[end+1:]
		}
		if rest == s {
			break
		}
		s = rest
	}
	return len(s) < len(from) && s != "" && (s[0] == ' ' || s[0] == '\n')
}

// noteKey reports whether s is the number of a note or the key of a source.
func noteKey(s string) bool {
	return len(s) <= 3 && strings.Trim(s, "0123456789") == "" || s[0] == '@' || s[0] == '^'
}

// continues reports whether r after a closing mark means that the sentence continues (SContinue of
// UAX #29).
func continues(r rune) bool {
	switch r {
	case ',', ';', ':', '-', '–', '—', '、', '，', '；', '：', '،':
		return true
	}
	return false
}

// closes reports whether r, right after a closing mark, belongs to it. Which quotation marks close
// depends on the language; in that position all of them do.
func closes(r rune) bool {
	switch r {
	case '"', '\'', ')', ']', '}', '”', '’', '“', '‘', '»', '«', '›', '‹', '」', '』', '）', '】', '*', '_':
		return true
	}
	return false
}

func opensBracket(r rune) bool { return r == '(' || r == '[' }

func closesBracket(c byte) bool { return c == ')' || c == ']' }

func skipSpace(s string, i int) int { return len(s) - len(trimSpace(s[i:])) }

func trimSpace(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

func trimSpaceRight(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// trimEnd returns the end of s[from:to] without trailing white space.
func trimEnd(s string, from, to int) int { return from + len(trimSpaceRight(s[from:to])) }
