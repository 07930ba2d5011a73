package detect

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint/language/internal/hashtable"
	"github.com/copychief/copychief/lint/language/internal/swar"
)

// counter collects the evidence of a text.
type counter struct {
	scores  [mostLanguages]int32
	letters [scripts]int // non-ASCII letters by script
	words   int          // words that begin with an ASCII letter
	blocks  int          // blocks before the current one
	last    scriptRange  // of the last letter

	// If a language is watched (an index into tables.tags), its distinct words in the text are
	// counted, up to the size of seen.
	watched  int
	watching bool
	distinct int
	seen     [8]*uint8
}

// longestClue is the greatest length in bytes of a word that is looked up.
const longestClue = 32

// text adds the words and letters of a text.
func (c *counter) text(s string) {
	t := lists()
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			if lower := b | 0x20; lower < 'a' || lower > 'z' {
				i++
				continue
			}
			if end := c.plainWord(t, s, i); end > i {
				i = end
				continue
			}
		} else if r, n := utf8.DecodeRuneInString(s[i:]); c.last.scriptOf(r) == noScript {
			if r == '¿' || r == '¡' {
				c.add(t.letters.Get(letterHash(r)))
			}
			i += n
			continue
		}
		i = c.word(t, s, i)
	}
}

// plainWord is [counter.word] for a word of ASCII letters only, as nearly all are in texts in Latin
// letters. It processes eight letters at a time. For other words, it returns i.
func (c *counter) plainWord(t *tables, s string, i int) (end int) {
	hash, capitals := uint64(0), 0
	for end = i; ; {
		eight := uint64(0)
		if len(s)-end >= 8 {
			eight = swar.Load(s, end)
		} else {
			eight = swar.LoadShort(s[end:])
		}
		n := bits.TrailingZeros64(swar.NotLetters(eight)) >> 3
		letters := uint64(1)<<(8*n) - 1 // all bits if n is 8
		capitals += bits.OnesCount64(^eight & swar.LowerBits & letters)
		if n > 0 {
			hash = hashtable.Mix(hash, (eight|swar.LowerBits)&letters)
		}
		if end += n; n < 8 {
			break
		}
	}
	if end < len(s) && s[end] >= utf8.RuneSelf {
		return i
	}
	if address(s, i, end) {
		return pastAddress(s, end)
	}
	c.words++
	if capitals < 2 && end-i < longestClue { // otherwise an acronym
		if clue := t.plain.Get(hash); clue.weight != 0 {
			c.add(clue)
			c.watch(clue)
		}
	}
	return end
}

// pastAddress returns the end of the address that contains the word that ends at offset end.
func pastAddress(s string, end int) int {
	if n := strings.IndexAny(s[end:], " \n\t"); n >= 0 {
		return end + n
	}
	return len(s)
}

// word adds the word that begins at offset i and returns its end. A word that is joined to others
// by a slash, a full stop or the like is part of an address or a file name and is not counted.
func (c *counter) word(t *tables, s string, i int) (end int) {
	before := c.letters
	var buffer [longestClue + utf8.UTFMax]byte
	folded, capitals, end := c.fold(buffer[:0], s, i)
	if address(s, i, end) {
		c.letters = before
		return pastAddress(s, end)
	}
	if s[i] < utf8.RuneSelf {
		c.words++
	}
	if capitals < 2 && len(folded) < longestClue { // otherwise an acronym
		if clue, ok := t.words[string(folded)]; ok {
			c.add(clue)
			c.watch(clue)
		}
	}
	if !ascii(folded) {
		for _, r := range string(folded) {
			if r >= utf8.RuneSelf {
				c.add(t.letters.Get(letterHash(r)))
			}
		}
	}
	return end
}

// fold appends the beginning of the word at offset i in lower case, and counts its letters by
// script and its capitals.
func (c *counter) fold(folded []byte, s string, i int) (_ []byte, capitals, end int) {
	for i < len(s) {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		sc := c.last.scriptOf(r)
		if sc == noScript && (n == 1 || !unicode.Is(unicode.Mn, r)) {
			break
		}
		lower := r | 0x20
		if n > 1 {
			lower = sc.lower(r)
			c.letters[sc]++
		}
		if lower != r {
			capitals++
		}
		if len(folded) < longestClue {
			folded = utf8.AppendRune(folded, lower)
		}
		i += n
	}
	return folded, capitals, i
}

func ascii(word []byte) bool {
	for _, b := range word {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// address reports whether the word s[start:end] is part of an address, a path or an identifier.
func address(s string, start, end int) bool {
	if s[start] < utf8.RuneSelf && (start > 0 && digit(s[start-1]) || end < len(s) && digit(s[end])) {
		return true
	}
	const ties = "/_@\\.:#"
	if end+1 < len(s) && s[end] != ' ' && strings.IndexByte(ties, s[end]) >= 0 && wordByte(s[end+1]) && s[end+1] < utf8.RuneSelf {
		return true
	}
	return start > 0 && s[start-1] != ' ' && strings.IndexByte("/_@\\#", s[start-1]) >= 0 && start > 1 && s[start-2] > ' '
}

func digit(b byte) bool { return '0' <= b && b <= '9' }

func wordByte(b byte) bool {
	lower := b | 0x20
	return 'a' <= lower && lower <= 'z' || '0' <= b && b <= '9' || b == '/' || b >= utf8.RuneSelf
}

func (c *counter) add(clue clue) {
	for _, l := range clue.languages {
		c.scores[l] += clue.weight
	}
}

// watch records a word of the watched language.
func (c *counter) watch(clue clue) {
	if !c.watching || c.distinct == len(c.seen) || !slices.Contains(clue.languages, uint8(c.watched)) {
		return
	}
	if word := &clue.languages[0]; !slices.Contains(c.seen[:c.distinct], word) {
		c.seen[c.distinct] = word
		c.distinct++
	}
}

// units returns the amount of text counted, in words.
func (c *counter) units() int {
	n := c.words
	for s := cyrillic; s < scripts; s++ {
		n += c.letters[s] / s.lettersPerWord()
	}
	return n
}

// english reports whether English is so far ahead that more text would not change the result.
func (c *counter) english() bool {
	const (
		enough = 24 // words
		before = 2  // blocks: the first may be a notice about the translation
		ahead  = 3  // times as much as the next
	)
	if c.words < enough || c.blocks < before || c.units() > c.words {
		return false
	}
	english := c.scores[lists().english]
	if english < int32(c.words) {
		return false
	}
	for i, score := range c.scores {
		if score*ahead > english && i != lists().english {
			return false
		}
	}
	return true
}
