package pronunciation

import (
	"math/bits"
	"strconv"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// longestCounted limits the number of letters of a word that are examined.
const longestCounted = 40

// spoken is a word prepared for counting syllables: lower-case letters without diacritics, and a
// bit for each letter that is a vowel.
type spoken struct {
	buf    [longestCounted]byte
	n      int // letters in buf
	vowels uint64
}

func (x *spoken) letters() []byte { return x.buf[:x.n] }

// Syllables counts the syllables of words.
type Syllables struct {
	known map[string]uint8 // the words for which the rules are wrong
}

// SyllablesOf returns the counter for the words of a language (a BCP 47 tag; "" is English). Only
// the list of exceptions depends on the language; the rules are those of English.
func SyllablesOf(tag string) Syllables { return Syllables{knownSyllables.Of(tag)} }

// Count estimates the number of syllables of an English word: its groups of vowels, minus silent
// ones, plus syllable breaks within a group, unless the word is listed. A number counts as one, an
// acronym as its letters (W as three), any word as at least one.
func (k Syllables) Count(word string) int {
	var x spoken
	capitals, digits := 0, 0
	for i := 0; i < len(word) && x.n < longestCounted; i++ {
		c := word[i]
		switch {
		case token.IsLetter(c):
			if c < 'a' {
				capitals++
				c |= 0x20
			}
			x.add(c)
		case token.IsDigit(c):
			digits++
		case c >= utf8.RuneSelf:
			x.addPlain(word, i)
		}
	}
	if digits > 0 && x.n < 3 || x.n == 0 {
		return 1
	}
	if capitals > 1 && capitals == x.n && x.n <= 5 && !x.pronounced() {
		return spelled(x.letters())
	}
	if n := k.known[string(x.letters())]; n > 0 {
		return int(n)
	}
	n := x.groups() + x.tail()
	if x.vowels&(x.vowels>>1) != 0 {
		n += x.partings()
	}
	return max(1, n)
}

func (x *spoken) add(c byte) {
	switch c {
	case 'y':
		if x.n == 0 {
			break
		}
		fallthrough
	case 'a', 'e', 'i', 'o', 'u':
		x.vowels |= 1 << x.n
	}
	x.buf[x.n] = c
	x.n++
}

// groups counts the groups of vowels.
func (x *spoken) groups() int { return bits.OnesCount64(x.vowels &^ (x.vowels << 1)) }

// consonant reports whether the letter at position fromEnd from the end exists and is not a vowel.
func (x *spoken) consonant(fromEnd int) bool {
	i := x.n - fromEnd
	return i >= 0 && x.vowels&(1<<i) == 0
}

// addPlain adds the letter at i without its diacritics, if it is in Latin-1; any other non-ASCII
// character is ignored.
func (x *spoken) addPlain(word string, i int) {
	const plain = "aaaaaaacaaaaiiiidnooooo*ouuuuyts" // é is never silent
	if word[i] == 0xc3 && i+1 < len(word) {
		x.add(plain[(word[i+1]-0x80)&0x1f])
	}
}

// pronounced reports whether capitals can be read as a word: NASA can, FBI and
// UN cannot.
func (x *spoken) pronounced() bool {
	if x.n < 4 {
		return false
	}
	n := x.groups()
	return n > 1 || n == 1 && x.n > 4
}

func spelled(w []byte) int {
	n := len(w)
	for _, c := range w {
		if c == 'w' {
			n += 2
		}
	}
	return n
}

// tail returns how many more syllables (fewer, if negative) the end of a word has than groups of
// vowels.
func (x *spoken) tail() int {
	switch w := x.letters(); w[len(w)-1] {
	case 'e':
		if x.consonant(2) && (w[len(w)-2] != 'l' || !x.consonant(3)) {
			return -1
		}
	case 'd':
		return x.pastTense()
	case 's':
		return x.plural()
	case 'y':
		if ends(w, "iety") {
			return 1
		}
		return x.silentBefore("ely") + x.silentBefore("efully")
	case 'l':
		return x.silentBefore("eful")
	case 't':
		if ends(w, "dnt") || ends(w, "snt") {
			return 1 // "didn’t", not "don’t"
		}
		if ends(w, "iest") && len(w) > 5 || ends(w, "ient") && !soft(w, len(w)-4) {
			return 1
		}
		return x.silentBefore("ement")
	case 'g':
		if len(w) > 4 && ends(w, "ing") && !x.consonant(4) && w[len(w)-4] != 'u' {
			return 1
		}
	case 'm':
		if ends(w, "ism") || ends(w, "asm") {
			return 1
		}
	case 'a':
		if len(w) > 3 && w[len(w)-2] == 'e' {
			return 1
		}
	case 'r':
		if len(w) > 4 && ends(w, "ier") {
			return 1
		}
	}
	return 0
}

// pastTense: "walked", but "wanted" and "handled".
func (x *spoken) pastTense() int {
	w := x.letters()
	if !ends(w, "ed") || !x.consonant(3) {
		return 0
	}
	switch c := w[len(w)-3]; {
	case c == 't', c == 'd':
		return 0
	case c == 'l' && x.consonant(4) && w[len(w)-4] != 'l' && w[len(w)-4] != 'r':
		return 0
	}
	return -1
}

// plural: "makes", but "boxes" and "tables".
func (x *spoken) plural() int {
	w := x.letters()
	switch {
	case ends(w, "isms"):
		return 1
	case ends(w, "ss"):
		return x.silentBefore("eless") + x.silentBefore("eness")
	case ends(w, "ements"):
		return x.silentBefore("ements")
	}
	if !ends(w, "es") || !x.consonant(3) || sibilant(w, 3) || w[len(w)-3] == 'l' && x.consonant(4) {
		return 0
	}
	return -1
}

// silentBefore returns -1 if a word has this ending and the e before it is silent: "lately",
// "useful", "statement".
func (x *spoken) silentBefore(end string) int {
	if x.n > len(end)+1 && ends(x.letters(), end) && x.consonant(len(end)+1) {
		return -1
	}
	return 0
}

// partings counts syllables that begin within a group of vowels.
func (x *spoken) partings() int {
	n, w := 0, x.letters()
	for pairs := x.vowels & (x.vowels >> 1); pairs != 0; pairs &= pairs - 1 {
		i := bits.TrailingZeros64(pairs)
		if i == 0 {
			continue
		}
		before := w[i-1]
		switch a, b := w[i], w[i+1]; {
		case a == 'i' && (b == 'a' || b == 'o' || b == 'u') && !soft(w, i),
			a == 'u' && b == 'a' && before != 'q' && before != 'g',
			a == 'u' && b == 'o' && before != 'q',
			a == 'e' && b == 'o' && before != 'g' && (i+2 == len(w) || w[i+2] != 'p'):
			n++
		}
	}
	return n
}

// soft reports whether the i at offset i only softens the consonant before it: "nation",
// "special", "region".
func soft(w []byte, i int) bool {
	if i == 0 {
		return false
	}
	switch w[i-1] {
	case 't', 'c', 's', 'g', 'x':
		return true
	}
	return false
}

func ends(w []byte, tail string) bool {
	return len(w) >= len(tail) && string(w[len(w)-len(tail):]) == tail
}

// sibilant reports whether -es is pronounced after this letter: "boxes", "changes".
func sibilant(w []byte, fromEnd int) bool {
	switch w[len(w)-fromEnd] {
	case 's', 'x', 'z', 'c', 'g':
		return true
	case 'h':
		return len(w) > fromEnd && (w[len(w)-fromEnd-1] == 'c' || w[len(w)-fromEnd-1] == 's')
	}
	return false
}

// knownSyllables are the syllable counts of words for which the rules are wrong.
var knownSyllables = wordpack.NewFact(func(p *wordpack.Pack) map[string]uint8 {
	known := map[string]uint8{}
	for word, value := range p.Table("syllables") {
		if n, err := strconv.ParseUint(value, 10, 8); err == nil {
			known[word] = uint8(n)
		}
	}
	return known
})
