package anchor

import (
	_ "embed"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copychief/copychief/lint/language/script"
)

// letters lists letters of alphabets with their usual spellings in Latin letters, one letter
// a line. A hyphen stands for no letter.
//
//go:embed letters.txt
var letters string

// The largest number of Latin letters for a character of a script without a list.
const (
	mostOfSyllable = 6
	mostOfLetter   = 3
)

// romanised yields the lengths of the beginnings of an id that may stand for a letter of
// another script: its spellings where they are listed; for a character that is a syllable,
// anything that can be one; otherwise up to three letters.
func romanised(r rune, id string) iter.Seq[int] {
	return func(yield func(int) bool) {
		if line, listed := spellingsOf(unicode.ToLower(r)); listed {
			for spelling := range strings.FieldsSeq(line) {
				if spelling = strings.Trim(spelling, "-"); strings.HasPrefix(id, spelling) && !yield(len(spelling)) {
					return
				}
			}
			return
		}
		syllable := script.Syllabic(r)
		most := mostOfLetter
		if syllable {
			most = mostOfSyllable
		}
		for n := range min(most, len(id)) + 1 {
			if latinLetters(id[:n]) && (!syllable || isSyllable(id[:n])) && !yield(n) {
				return
			}
		}
	}
}

// spellingsOf returns the line of a letter in the list, or that of its base letter.
func spellingsOf(r rune) (line string, listed bool) {
	base, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(r)))
	for _, r := range [...]rune{r, base} {
		if _, rest, found := strings.Cut(letters, "\n"+string(r)+" "); found {
			line, _, _ = strings.Cut(rest, "\n")
			return line, true
		}
	}
	return "", false
}

func latinLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// isSyllable reports whether Latin letters can be a syllable of Chinese, Japanese or Korean:
// up to two consonants, vowels, and up to two consonants.
func isSyllable(s string) bool {
	const vowels = "aeiouvy"
	vowel := func(r rune) bool { return strings.ContainsRune(vowels, r) }
	start := strings.IndexFunc(s, vowel)
	if start < 0 {
		return s == "n"
	}
	end := strings.LastIndexFunc(s, vowel) + 1
	middle := strings.Trim(s[start:end], vowels)
	return start <= 2 && len(s)-end <= 2 && (middle == "" || middle == "w")
}
