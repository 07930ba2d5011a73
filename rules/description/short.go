package description

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/inflect"
)

//go:embed short.txtar
var shortDocs string

// Short flags a description that uses little of the available space.
var Short = &lint.Rule{
	Name:     "short-description",
	Family:   lint.DescriptionFamily,
	Summary:  "the meta description leaves most of its room unused",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, Control your snippets in search results (asks for informative descriptions; documents no length)",
		URL:    "https://developers.google.com/search/docs/appearance/snippet",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "have a short description"},
	Measure:  true,
	Lifetime: lint.WhileCurrent,
	Docs:     shortDocs,
	New:      func() lint.Checker { return &short{MinCharacters: 70} },
}

type short struct {
	MinCharacters int `yaml:"min_characters" doc:"characters; up to a tenth fewer are accepted"`
}

// Check counts the characters of a description that has content. One that tells more than the
// headline does may be as short as it is; in scripts without spaces, half as many will do.
func (r *short) Check(p *lint.Pass) {
	text := p.Doc.Meta.Description()
	if !written(text) || templated(text) || standsIn(p.Doc.Meta.Get(lint.RoleDescription).Name) {
		return
	}
	wanted := r.MinCharacters * density(text.String()) / 100
	least := wanted - wanted/10 // a convention: no editor adds three characters
	n := utf8.RuneCountInString(text.String())
	if n >= least {
		if n >= 2*least {
			return
		}
		n = utf8.RuneCountInString(text.Plain()) // without the white space between lines
	}
	if n >= least || says(p.Doc, text.Plain()) || !spaced(text.String()) && 2*n >= least {
		return
	}
	if _, is := copiedHeadline(p.Doc, text); is {
		return // copied-description says so
	}
	p.Report(lint.Finding{
		Span:    place(p.Doc, text),
		Message: fmt.Sprintf("Description (%d of %d characters) says little beyond the headline; add what the reader will learn", n, wanted),
	})
}

// says reports whether a description says something: it has two words that are neither in
// the headlines nor function words. Then it may be as short as it is.
func says(d *lint.Document, description string) bool {
	const few = 2 // editors called 5 of 12 findings worth the time where two words were new, and all 7 where fewer were
	known := map[string]bool{}
	for _, title := range []string{d.Title().Plain(), d.Headline().Plain()} {
		for word := range strings.FieldsFuncSeq(title, border) {
			known[inflect.Stem(word, d.Language)] = true
		}
	}
	said := 0
	for word := range strings.FieldsFuncSeq(description, border) {
		if stem := inflect.Stem(word, d.Language); !known[stem] && !language.FunctionWord(word, d.Language) {
			known[stem] = true
			said++
		}
	}
	return said >= few
}

// spaced reports whether spaces separate the words of a text.
func spaced(text string) bool { return density(text) > 50 }

func border(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// density returns how many characters of the script that a text is in say as much as a hundred
// Latin ones. The figures are rounded medians over descriptions in 30 languages and their English
// originals: Arabic and Hebrew leave out vowels, and a Chinese character is a word or half of one.
func density(text string) int {
	han, syllables, abjad, all := 0, 0, 0, 0
	for _, r := range text {
		all++
		switch {
		case r < unicode.MaxLatin1:
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			syllables++
		case unicode.In(r, unicode.Arabic, unicode.Hebrew):
			abjad++
		}
	}
	switch {
	case 2*(han+syllables) > all && syllables > 0:
		return 50
	case 2*han > all:
		return 40
	case 2*abjad > all:
		return 85
	}
	return 100
}
