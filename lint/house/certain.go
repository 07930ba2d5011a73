package house

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/pronunciation"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// fitting is a replacement at its place.
type fitting struct {
	text string // "" if it does not fit there
	safe bool   // nothing around it makes it doubtful
}

// fit returns a replacement as it fits a place of a draft, whatever the rule: the words around it
// stay right. There is none where an article before it would have to change, where a word stands
// there twice or would, or where a full stop belongs to an abbreviation and perhaps to the sentence.
func fit(d *lint.Document, p *passage, s spot, instead, lang string) (f fitting) {
	if !fitsArticle(s, instead, lang) || s.twice() || s.repeats(instead) || pluralOwner(s, instead) {
		return fitting{}
	}
	f = fitting{keepStop(d, p, s, instead), true}
	if articles := wordpack.Of(lang).Words("articles"); beginsWith(articles, instead) && !beginsWith(articles, s.found()) {
		f.safe = false // “its US law”, “its the United States law”
	}
	if (primary(languageOf(d)) != primary(lang) || !inflect.Knows(lang)) && !sameLetters(s.found(), instead) {
		f.safe = false // how words agree with others there is not known
	}
	return f
}

// fitsArticle reports whether an indefinite article before a place may stay.
func fitsArticle(s spot, instead, lang string) bool {
	pack := wordpack.Of(lang)
	before := s.wordBefore()
	if instead == "" || !contains(pack.List("indefinite-articles"), before) {
		return true
	}
	fits, known := pronunciation.FitsArticle(before, instead, lang)
	return fits && known && !beginsWith(pack.Words("function-words"), instead)
}

// repeats reports whether words at a place begin or end with the word that stands beside it.
func (s spot) repeats(words string) bool {
	list := strings.Fields(words)
	if len(list) == 0 {
		return false
	}
	same := func(a, b string) bool { return b != "" && strings.EqualFold(strings.Trim(a, "()“”\"'"), b) }
	return same(list[0], s.wordBefore()) || same(list[len(list)-1], s.wordAfter())
}

// twice reports whether what was found stands beside the place once more.
func (s spot) twice() bool {
	found, before, after := s.found(), strings.TrimSpace(s.text[:s.start]), strings.TrimSpace(s.text[s.end:])
	n := len(found)
	return len(before) >= n && strings.EqualFold(before[len(before)-n:], found) ||
		len(after) >= n && strings.EqualFold(after[:n], found) || s.repeats(found)
}

// pluralOwner reports whether an apostrophe follows that belongs to a plural, and the replacement
// is none: “the users’ data”.
func pluralOwner(s spot, instead string) bool {
	next, _ := utf8.DecodeRuneInString(s.text[s.end:])
	return (next == '\'' || next == '’') && strings.HasSuffix(s.found(), "s") != strings.HasSuffix(instead, "s")
}

// languageOf returns the language of a draft.
func languageOf(d *lint.Document) string {
	if d.Language == "" {
		return "en"
	}
	return d.Language
}

func beginsWith(words *token.Set, text string) bool {
	begin, _, _ := strings.Cut(text, " ")
	return words.HasWord(begin)
}

// keepStop returns a replacement with the full stop that ends the sentence, where that is the one
// of an abbreviation: “in the U.S. She left”. It is "" where the full stop may be only one of the two.
func keepStop(d *lint.Document, p *passage, s spot, instead string) string {
	after := s.text[s.end:]
	if strings.HasSuffix(instead, ".") && strings.HasPrefix(after, ".") {
		return strings.TrimSuffix(instead, ".")
	}
	if !strings.HasSuffix(s.found(), ".") || strings.HasSuffix(instead, ".") {
		return instead
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe) || strings.ContainsRune(`"'*_`, r)
	}))
	ends := next == utf8.RuneError || endsSentence(d, p, s.end)
	switch {
	case ends && p.block != lint.None && d.Blocks[p.block].Kind == lint.Paragraph:
		return instead + "."
	case ends || unicode.IsUpper(next):
		return ""
	}
	return instead
}

// endsSentence reports whether a sentence ends at an offset, or only marks are between.
func endsSentence(d *lint.Document, p *passage, offset int) bool {
	if p.block == lint.None {
		return false
	}
	for _, sentence := range language.ProseOf(d).SentencesIn(p.block) {
		if int(sentence.Start) < offset && int(sentence.End) >= offset {
			rest := p.text.Slice(offset, int(sentence.End))
			return !strings.ContainsFunc(rest, wordRune)
		}
	}
	return false
}

// sameLetters reports whether two texts differ only in case, spaces and signs.
func sameLetters(a, b string) bool {
	bare := func(r rune) rune {
		if !wordRune(r) {
			return -1
		}
		return unicode.ToLower(r)
	}
	return strings.Map(bare, a) == strings.Map(bare, b)
}

// harmless reports whether a text can be put into any value of metadata as it is.
func harmless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-' && r != '’'
	})
}
