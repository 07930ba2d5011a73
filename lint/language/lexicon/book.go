package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/internal/bloom"
	"github.com/copychief/copychief/lint/language/token"
)

// Book is the phrases of many lists, all of which are found in one pass over the words of a
// text. Unlike a [Lexicon], it finds every phrase at a place, since the phrases belong to different
// lists, and it compares them as they are written: diacritics and punctuation count, whereas case
// counts only if asked for. A space in a phrase stands for any white space; straight and curly
// apostrophes and quotation marks, and the kinds of hyphens, are equal.
//
// A book does not change after it is built; any number of goroutines may use it.
type Book struct {
	phrases []bookPhrase
	begun   map[uint64][]int32 // by first words (see leadKey): indices into phrases
	begins  bloom.Wide         // the first word, or the first two, of every phrase
	longest int                // number of leading words in the keys of begun
}

// bookPhrase is a phrase that is looked up by its words and then compared as text.
type bookPhrase struct {
	text  string
	lead  int  // bytes before its first word
	exact bool // case counts
}

// BookEntry is a phrase of a [Book].
type BookEntry struct {
	Phrase string
	Exact  bool // case counts
}

// Findable reports whether a phrase has a word, without which a [Book] does not find it.
func Findable(phrase string) bool {
	_, _, ok := token.Next(phrase, 0)
	return ok
}

// NewBook compiles phrases. Those without a word are never found.
func NewBook(entries []BookEntry) *Book {
	b := &Book{phrases: make([]bookPhrase, len(entries)), begun: make(map[uint64][]int32, len(entries)), begins: bloom.NewWide(len(entries))}
	var keys [mostLead]uint64
	for i, e := range entries {
		start, n := 0, 0
		for at := 0; n < mostLead; n++ {
			from, to, ok := token.Next(e.Phrase, at)
			if !ok {
				break
			}
			if n == 0 {
				start = from
			}
			keys[n], at = token.Key(e.Phrase[from:to]), to
		}
		b.phrases[i] = bookPhrase{e.Phrase, start, e.Exact}
		switch n {
		case 0:
			continue
		case 1:
			b.begins.Add(keys[0])
		default:
			b.begins.Add(token.PairKey(keys[0], keys[1]))
		}
		b.longest = max(b.longest, n)
		lead := leadKey(keys[:n])
		b.begun[lead] = append(b.begun[lead], int32(i))
	}
	return b
}

// BookHit is an occurrence of a phrase.
type BookHit struct {
	Entry      int // index into the entries
	Start, End int // offsets in the text
	Word       int // the index, in its block, of the word that it begins with
}

// InBlock calls yield for each occurrence of a phrase in block i of a document, by their
// beginnings. Phrases that begin with code or an address are left out.
func (b *Book) InBlock(d *lint.Document, i int, yield func(BookHit)) {
	p := language.ProseOf(d)
	b.find(d.Blocks[i].Text.String(), p.WordsIn(i), p.KeysIn(i), yield)
}

// InText calls yield for each occurrence of a phrase in a short text, such as a title.
func (b *Book) InText(text string, yield func(BookHit)) {
	const usual = 32 // words of a title or description
	words, keys := make([]language.Word, 0, usual), make([]uint64, 0, usual)
	for at := 0; ; {
		start, end, ok := token.Next(text, at)
		if !ok {
			break
		}
		words, keys = append(words, language.Word{Start: int32(start), End: int32(end)}), append(keys, token.Key(text[start:end]))
		at = end
	}
	b.find(text, words, keys, yield)
}

func (b *Book) find(text string, words []language.Word, keys []uint64, yield func(BookHit)) {
	for k, key := range keys {
		next := uint64(0)
		if k+1 < len(keys) {
			next = keys[k+1]
		}
		if !b.begins.Has(token.PairKey(key, next)) && !b.begins.Has(key) || words[k].Voice == language.Symbol {
			continue
		}
		for n := min(b.longest, len(keys)-k); n > 0; n-- {
			for _, i := range b.begun[leadKey(keys[k:k+n])] {
				p := &b.phrases[i]
				start := int(words[k].Start) - p.lead
				if start < 0 {
					continue
				}
				if end, ok := p.at(text, start); ok {
					yield(BookHit{int(i), start, end, k})
				}
			}
		}
	}
}

// at compares the phrase with a text from an offset on and returns where it ends.
func (p *bookPhrase) at(text string, i int) (end int, ok bool) {
	for k := 0; k < len(p.text); {
		want, size := utf8.DecodeRuneInString(p.text[k:])
		k += size
		got, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case n == 0:
			return 0, false
		case unicode.IsSpace(want):
			if !unicode.IsSpace(got) {
				return 0, false
			}
			for n > 0 && unicode.IsSpace(got) {
				i += n
				got, n = utf8.DecodeRuneInString(text[i:])
			}
			continue
		case got == '\u00ad': // soft hyphen
			i += n
			k -= size
			continue
		case got != want && !equivalent(got, want) && (p.exact || unicode.ToLower(got) != unicode.ToLower(want)):
			return 0, false
		}
		i += n
	}
	return i, wordEnds(text, i)
}

// wordEnds reports whether no word continues over an offset.
func wordEnds(text string, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return !inWord(before) || !inWord(after)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mn, r)
}

// equivalent reports whether two signs differ only in typography.
func equivalent(a, b rune) bool { return a >= ' ' && b >= ' ' && sign(a) == sign(b) && sign(a) != 0 }

func sign(r rune) rune {
	switch {
	case strings.ContainsRune(`'‘’ʼ`, r):
		return '\''
	case strings.ContainsRune(`"“”„`, r):
		return '"'
	case strings.ContainsRune("-\u2010\u2011", r):
		return '-'
	}
	return 0
}
