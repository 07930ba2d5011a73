package house

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/tagger"
)

// spot is a part of a text: where a phrase stands, or would stand.
type spot struct {
	text       string
	start, end int
	at         places
}

func (s spot) found() string { return s.text[s.start:s.end] }

// with returns the spot with other words in it.
func (s spot) with(words string) spot {
	return spot{s.text[:s.start] + words + s.text[s.end:], s.start, s.start + len(words), s.at}
}

// begins reports whether the spot is at the beginning of a sentence.
func (s spot) begins() bool { return begins(s.text, s.start) }

// mayBegin reports whether a word in lower case may have a capital: in a headline and at the
// beginning of a sentence.
func (s spot) mayBegin() bool { return s.at&(inHeadline|inTitle|inHeadings) != 0 || s.begins() }

// begins reports whether an offset is at the beginning of a sentence: only marks stand
// between it and the end of the sentence before.
func begins(text string, i int) bool {
	before := strings.TrimRightFunc(text[:i], func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Ps, unicode.Pd) || r == '"' || r == '\'' || r == lint.Object
	})
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:") || strings.HasSuffix(before, "…")
}

// wordBefore returns the word before the spot, if only a space is between.
func (s spot) wordBefore() string {
	before := strings.TrimRight(s.text[:s.start], " \n\u00a0")
	if len(before) == s.start {
		return ""
	}
	return before[strings.LastIndexFunc(before, notInWord)+1:]
}

// wordAfter returns the word after the spot, if only a space is between.
func (s spot) wordAfter() string {
	after := strings.TrimLeft(s.text[s.end:], " \n\u00a0")
	if len(after) == len(s.text)-s.end {
		return ""
	}
	if i := strings.IndexFunc(after, notInWord); i >= 0 {
		return after[:i]
	}
	return after
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-'’", r)
}

// joined reports whether the words are part of a longer one: of a compound with a hyphen, a name
// with a sign inside, a path or an address.
func (s spot) joined() bool { return s.joinedBefore() || s.joinedAfter() }

func (s spot) joinedBefore() bool {
	sign, n := utf8.DecodeLastRuneInString(s.text[:s.start])
	if strings.ContainsRune("@#_\\", sign) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:s.start-n])
	return strings.ContainsRune(joints+".'’", sign) && wordRune(before)
}

func (s spot) joinedAfter() bool {
	sign, n := utf8.DecodeRuneInString(s.text[s.end:])
	after, _ := utf8.DecodeRuneInString(s.text[s.end+n:])
	return n > 0 && (sign == '_' || strings.ContainsRune(joints+".:@\\'’", sign) && wordRune(after))
}

// joints are signs that join two words to one, on either side.
const joints = "-\u2010\u2011/&+="

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// slug reports whether the words are part of a technical name: small letters with several hyphens.
func (s spot) slug() bool {
	part := func(r rune) bool { return !wordRune(r) && r != '-' }
	start := strings.LastIndexFunc(s.text[:s.start], part)
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(s.text[start:])
		start += n
	}
	end := len(s.text)
	if i := strings.IndexFunc(s.text[s.end:], part); i >= 0 {
		end = s.end + i
	}
	whole := s.text[max(start, 0):end]
	return strings.Count(whole, "-") > strings.Count(s.found(), "-")+1 && whole == strings.ToLower(whole)
}

// tag returns the part of speech of a word of the spot, as a tag of the Penn Treebank, or "". It is
// for English.
func (s spot) tag(word int) string {
	_, tag := s.tags(word)
	return tag
}

// tags returns the tags of the word before a word of the spot and of that word.
func (s spot) tags(word int) (before, own string) {
	from := strings.LastIndexAny(s.text[:s.start], ".!?") + 1
	to := len(s.text)
	if i := strings.IndexAny(s.text[s.end:], ".!?"); i >= 0 {
		to = s.end + i + 1
	}
	words := strings.Fields(strings.Map(plainSign, s.text[from:to]))
	k := len(strings.Fields(s.text[from:s.start])) + word
	if r, _ := utf8.DecodeLastRuneInString(s.text[from:s.start]); s.start > from && !unicode.IsSpace(r) {
		k-- // a mark is directly before the words
	}
	if k < 0 || k >= len(words) {
		return "", ""
	}
	all := tagger.Tags(words)
	if k > 0 {
		before = all[k-1]
	}
	return before, all[k]
}

// plainSign returns a sign that the tagger knows.
func plainSign(r rune) rune {
	switch {
	case r < utf8.RuneSelf, unicode.IsSpace(r):
		return r
	case r == '’' || r == '‘':
		return '\''
	case r == '“' || r == '”':
		return '"'
	case unicode.IsLetter(r):
		return 'x'
	}
	return '-'
}
