package fitting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Spot is a part of a text: the place of a phrase, or of its replacement.
type Spot struct {
	Text       string
	Start, End int
	At         passage.Places
}

// Found returns the words at the spot.
func (s Spot) Found() string { return s.Text[s.Start:s.End] }

// With returns the spot with other words in it.
func (s Spot) With(words string) Spot {
	return Spot{s.Text[:s.Start] + words + s.Text[s.End:], s.Start, s.Start + len(words), s.At}
}

// Trimmed returns the spot without the white space at its ends.
func (s Spot) Trimmed() Spot {
	found := s.Found()
	s.Start += len(found) - len(strings.TrimLeftFunc(found, unicode.IsSpace))
	s.End = max(s.Start, s.End-len(found)+len(strings.TrimRightFunc(found, unicode.IsSpace)))
	return s
}

// Without returns the spot and a replacement without the white space that both have at an end, so that
// what is left is compared with the words beside it.
func (s Spot) Without(instead string) (Spot, string) {
	for {
		a, n := utf8.DecodeRuneInString(s.Found())
		b, k := utf8.DecodeRuneInString(instead)
		if n == 0 || k == 0 || !unicode.IsSpace(a) || !unicode.IsSpace(b) {
			break
		}
		s.Start, instead = s.Start+n, instead[k:]
	}
	for {
		a, n := utf8.DecodeLastRuneInString(s.Found())
		b, k := utf8.DecodeLastRuneInString(instead)
		if n == 0 || k == 0 || !unicode.IsSpace(a) || !unicode.IsSpace(b) {
			break
		}
		s.End, instead = s.End-n, instead[:len(instead)-k]
	}
	return s, instead
}

// Glues reports whether a replacement would join its first or last word with the one beside it, since
// a space of what was found is not in it.
func (s Spot) Glues(instead string) bool {
	found := s.Found()
	spaceBefore := strings.TrimLeftFunc(found, unicode.IsSpace) != found && strings.TrimLeftFunc(instead, unicode.IsSpace) == instead
	spaceAfter := strings.TrimRightFunc(found, unicode.IsSpace) != found && strings.TrimRightFunc(instead, unicode.IsSpace) == instead
	before, _ := utf8.DecodeLastRuneInString(s.Text[:s.Start])
	after, _ := utf8.DecodeRuneInString(s.Text[s.End:])
	first, _ := utf8.DecodeRuneInString(instead)
	last, _ := utf8.DecodeLastRuneInString(instead)
	return spaceBefore && wordRune(before) && wordRune(first) || spaceAfter && wordRune(after) && wordRune(last)
}

// Begins reports whether the spot is at the beginning of a sentence.
func (s Spot) Begins() bool { return begins(s.Text, s.Start) }

// MayBegin reports whether a word in lower case may have a capital: in a headline and at the
// beginning of a sentence.
func (s Spot) MayBegin() bool {
	return s.At&(passage.Headline|passage.Title|passage.Headings) != 0 || s.Begins()
}

// begins reports whether an offset is at the beginning of a sentence: only marks are between
// it and the end of the sentence before.
func begins(text string, i int) bool {
	before := strings.TrimRightFunc(text[:i], func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Ps, unicode.Pd) || r == '"' || r == '\'' || r == lint.Object
	})
	if cut, ok := strings.CutSuffix(before, "."); ok && abbreviated(cut) {
		return false
	}
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:") || strings.HasSuffix(before, "…")
}

// abbreviated reports whether a text ends in an abbreviation after which a sentence goes on: “Mr”.
func abbreviated(before string) bool {
	word := before[strings.LastIndexFunc(before, func(r rune) bool { return notInWord(r) && r != '.' })+1:]
	return word != "" && slices.Contains(wordpack.Of("en").List("abbreviations-within"), word)
}

// WordBefore returns the word before the spot, if only a space is between.
func (s Spot) WordBefore() string {
	before := strings.TrimRight(s.Text[:s.Start], " \n\u00a0")
	if len(before) == s.Start {
		return ""
	}
	return before[strings.LastIndexFunc(before, notInWord)+1:]
}

// WordAfter returns the word after the spot, if only a space is between.
func (s Spot) WordAfter() string {
	after := strings.TrimLeft(s.Text[s.End:], " \n\u00a0")
	if len(after) == len(s.Text)-s.End {
		return ""
	}
	if i := strings.IndexFunc(after, notInWord); i >= 0 {
		return after[:i]
	}
	return after
}

// Boundary reports whether no word continues over an offset of a text.
func Boundary(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || i == len(text) || !wordRune(before) || !wordRune(after)
}

func notInWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-'’", r)
}

// IsJoined reports whether the words are part of a longer one: of a compound with a hyphen, a name
// with a sign inside, a path or an address.
func (s Spot) IsJoined() bool { return s.joinedBefore() || s.joinedAfter() }

func (s Spot) joinedBefore() bool {
	sign, n := utf8.DecodeLastRuneInString(s.Text[:s.Start])
	if strings.ContainsRune("@#_\\", sign) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s.Text[:s.Start-n])
	return strings.ContainsRune(joints+".'’", sign) && wordRune(before)
}

func (s Spot) joinedAfter() bool {
	sign, n := utf8.DecodeRuneInString(s.Text[s.End:])
	after, _ := utf8.DecodeRuneInString(s.Text[s.End+n:])
	return n > 0 && (sign == '_' || strings.ContainsRune(joints+".:@\\'’", sign) && wordRune(after))
}

// joints are signs that join two words to one, on either side.
const joints = "-\u2010\u2011/&+="

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// IsSlug reports whether the words are part of a technical name: lower-case letters with several
// hyphens.
func (s Spot) IsSlug() bool {
	part := func(r rune) bool { return !wordRune(r) && r != '-' }
	start := strings.LastIndexFunc(s.Text[:s.Start], part)
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(s.Text[start:])
		start += n
	}
	end := len(s.Text)
	if i := strings.IndexFunc(s.Text[s.End:], part); i >= 0 {
		end = s.End + i
	}
	whole := s.Text[max(start, 0):end]
	return strings.Count(whole, "-") > strings.Count(s.Found(), "-")+1 && whole == strings.ToLower(whole)
}

// Tag returns the part of speech of a word of the spot, as a tag of the Penn Treebank, or "". It is
// for English.
func (s Spot) Tag(word int) string {
	_, tag := s.Tags(word)
	return tag
}

// Tags returns the tags of the word before a word of the spot and of that word.
func (s Spot) Tags(word int) (before, own string) {
	from := strings.LastIndexAny(s.Text[:s.Start], ".!?") + 1
	to := len(s.Text)
	if i := strings.IndexAny(s.Text[s.End:], ".!?"); i >= 0 {
		to = s.End + i + 1
	}
	words := strings.Fields(strings.Map(plainSign, s.Text[from:to]))
	k := len(strings.Fields(s.Text[from:s.Start])) + word
	if r, _ := utf8.DecodeLastRuneInString(s.Text[from:s.Start]); s.Start > from && !unicode.IsSpace(r) {
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
