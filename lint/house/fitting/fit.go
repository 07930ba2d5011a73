package fitting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/pronunciation"
	"github.com/copychief/copychief/lint/language/tagger"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// Fit returns a replacement in the form that fits a place of a draft, whatever the rule: the words
// around it stay right. text is empty if an article before it would have to change, if a word is
// doubled or would be, or if a full stop belongs to an abbreviation and perhaps also ends the
// sentence; why then says so. Otherwise why says what is doubtful about the place, if anything is.
func Fit(d *lint.Document, p *passage.Passage, s Spot, instead, lang string) (text, why string) {
	switch {
	case !fitsArticle(s, instead, lang):
		return "", "the article before it would have to change"
	case s.twice():
		return "", "the words are there twice"
	case s.repeats(instead):
		return "", "a word would be doubled"
	case defective(s, instead, lang):
		return "", "another verb comes before it"
	case pluralOwner(s, instead):
		return "", "the apostrophe after it belongs to a plural"
	}
	if articles := wordpack.Of(lang).Words("articles"); beginsWith(articles, instead) && !beginsWith(articles, s.Found()) {
		why = "it begins with an article" // “its US law”, “its the United States law”
	}
	if (Primary(languageOf(d)) != Primary(lang) || !inflect.Knows(lang)) && !SameLetters(s.Found(), instead) {
		why = "how words agree with others is not known in this language"
	}
	if text = keepStop(d, p, s, instead); text == "" {
		why = "the full stop may also end the sentence"
	}
	return text, why
}

// fitsArticle reports whether an indefinite article before a place may stay.
func fitsArticle(s Spot, instead, lang string) bool {
	pack := wordpack.Of(lang)
	before := s.WordBefore()
	if instead == "" || !passage.Contains(pack.List("indefinite-articles"), before) {
		return true
	}
	fits, known := pronunciation.FitsArticle(before, instead, lang)
	return fits && known && !beginsWith(pack.Words("function-words"), instead)
}

// repeats reports whether words at a place begin or end with the word next to it.
func (s Spot) repeats(words string) bool {
	list := strings.Fields(words)
	if len(list) == 0 {
		return false
	}
	same := func(a, b string) bool { return b != "" && strings.EqualFold(strings.Trim(a, "()“”\"'"), b) }
	return same(list[0], s.WordBefore()) || same(list[len(list)-1], s.WordAfter())
}

// twice reports whether the words that were found are repeated next to the place.
func (s Spot) twice() bool {
	found, before, after := s.Found(), strings.TrimSpace(s.Text[:s.Start]), strings.TrimSpace(s.Text[s.End:])
	n := len(found)
	return len(before) >= n && strings.EqualFold(before[len(before)-n:], found) ||
		len(after) >= n && strings.EqualFold(after[:n], found) || s.repeats(found)
}

// defective reports whether a replacement begins with a verb that has no infinitive, in the place of
// an infinitive: “should have the power to” would become “should can”. An adverb may be between.
func defective(s Spot, instead, lang string) bool {
	pack := wordpack.Of(lang)
	if !beginsWith(pack.Words("defective-verbs"), instead) || beginsWith(pack.Words("defective-verbs"), s.Found()) {
		return false
	}
	governs := pack.Words("before-infinitives")
	before := s.WordBefore()
	if governs.HasWord(before) {
		return true
	}
	further := Spot{Text: s.Text, Start: strings.LastIndex(s.Text[:s.Start], before), End: s.End}
	return before != "" && tagger.PossibleClasses(strings.ToLower(before)) == tagger.Other && governs.HasWord(further.WordBefore())
}

// Dangles reports whether a replacement ends in a preposition that what was found does not end in, and no
// word follows: “20 boats approximately.” does not become “20 boats about.”
func Dangles(s Spot, instead string) bool {
	last := func(text string) string { return strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:]) }
	prepositions := wordpack.Of("en").Words("prepositions")
	return s.WordAfter() == "" && prepositions.HasWord(last(instead)) && !prepositions.HasWord(last(s.Found()))
}

// pluralOwner reports whether an apostrophe follows that belongs to a plural, and the replacement
// is not a plural: “the users’ data”.
func pluralOwner(s Spot, instead string) bool {
	next, _ := utf8.DecodeRuneInString(s.Text[s.End:])
	return (next == '\'' || next == '’') && strings.HasSuffix(s.Found(), "s") != strings.HasSuffix(instead, "s")
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
func keepStop(d *lint.Document, p *passage.Passage, s Spot, instead string) string {
	after := s.Text[s.End:]
	if strings.HasSuffix(instead, ".") && strings.HasPrefix(after, ".") {
		return strings.TrimSuffix(instead, ".")
	}
	if !strings.HasSuffix(s.Found(), ".") || strings.HasSuffix(instead, ".") {
		return instead
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(after, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pi, unicode.Pf, unicode.Ps, unicode.Pe) || strings.ContainsRune(`"'*_`, r)
	}))
	ends := next == utf8.RuneError || endsSentence(d, p, s.End)
	switch {
	case ends && p.Block != lint.None && d.Blocks[p.Block].Kind == lint.Paragraph:
		return instead + "."
	case ends || unicode.IsUpper(next):
		return ""
	}
	return instead
}

// endsSentence reports whether a sentence ends at an offset, or only marks are between.
func endsSentence(d *lint.Document, p *passage.Passage, offset int) bool {
	if p.Block == lint.None {
		return false
	}
	for _, sentence := range language.ProseOf(d).SentencesIn(p.Block) {
		if int(sentence.Start) < offset && int(sentence.End) >= offset {
			rest := p.Text.Slice(offset, int(sentence.End))
			return !strings.ContainsFunc(rest, wordRune)
		}
	}
	return false
}

// SameLetters reports whether two texts differ only in case, spaces and signs.
func SameLetters(a, b string) bool {
	bare := func(r rune) rune {
		if !wordRune(r) {
			return -1
		}
		return unicode.ToLower(r)
	}
	return strings.Map(bare, a) == strings.Map(bare, b)
}

// Harmless reports whether a text can be put into any value of metadata as it is.
func Harmless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-' && r != '’'
	})
}
