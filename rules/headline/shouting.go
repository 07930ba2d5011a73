package headline

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/casing"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed shouting.txtar
var shoutingDocs string

// Shouting flags a headline in capitals or with repeated punctuation marks.
var Shouting = &lint.Rule{
	Name:     "shouting-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the headline shouts: words in capitals, repeated marks",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: capitals are for acronyms, and one mark is enough",
	},
	Articles: true,
	Habit:    lint.Habit{Does: "set the headline in capitals"},
	Docs:     shoutingDocs,
	New:      func() lint.Checker { return &shouting{MaxCapitals: 2} },
}

type shouting struct {
	MaxCapitals int `yaml:"max_capitals" doc:"words in capitals, acronyms aside, that a headline may have"`
}

// Check looks at the headlines of a draft; one finding covers both.
func (r *shouting) Check(p *lint.Pass) {
	for text := range wordings(p.Doc) {
		if r.capitals(p, text) || marks(p, text) {
			return
		}
	}
}

// capitals reports words in capitals. If there are enough of them, the body is searched to
// see which ones are acronyms.
func (r *shouting) capitals(p *lint.Pass, text lint.Text) bool {
	s := text.String()
	if fewCapitals(s, 2*(r.MaxCapitals+1)) {
		return false
	}
	n := 0
	for i, j := range casing.EachWord(s) {
		if capital(s[i:j]) {
			n++
		}
	}
	if n <= r.MaxCapitals || caseless(s) {
		return false
	}
	const looked = 24 // words; headlines have fewer
	shouted, seen, from, to := 0, 0, -1, 0
	for i, j := range casing.EachWord(s) {
		if !capital(s[i:j]) {
			continue
		}
		if seen++; seen > looked {
			break
		}
		if acronym(p.Doc, s[i:j]) {
			continue
		}
		if shouted++; from < 0 {
			from = i
		}
		to = j
	}
	if shouted <= r.MaxCapitals {
		return false
	}
	span := place(p.Doc, text)
	if text.Placed() {
		span = text.Span(from, to)
	}
	p.Report(lint.Finding{
		Span:    span,
		Message: fmt.Sprintf("Headline has %d words in capitals; write them in lower case", shouted),
	})
	return true
}

// caseless reports whether most letters of a text have no capitals, as in Japanese or Arabic: words
// of the Latin script in it are names and abbreviations.
func caseless(s string) bool {
	without, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if !unicode.IsUpper(r) && !unicode.IsLower(r) {
				without++
			}
		}
	}
	return 2*without > all
}

// fewCapitals reports whether a text has fewer than some capitals; every non-ASCII
// character counts as one.
func fewCapitals(s string, some int) bool {
	n := 0
	for i := range len(s) {
		if c := s[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			n++
		}
	}
	return n < some
}

// capital reports whether a word is in capitals: two letters or more, no digit.
func capital(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// acronym reports whether a word in capitals is an acronym: the body uses it in capitals
// and never in lower case, or it is short and not a function word. A keyword of the code
// in the draft passes for one.
func acronym(d *lint.Document, word string) bool {
	if strings.Contains(word, ".") {
		return true
	}
	if utf8.RuneCountInString(word) <= 3 {
		if wordpack.Shared().Words("acronyms-or-words").HasWord(word) {
			return true
		}
		return !language.FunctionWord(word, d.Language)
	}
	if keyword(d, word) {
		return true
	}
	small, large := strings.ToLower(word), false
	for _, b := range d.Prose() {
		if b.Kind == lint.Heading {
			continue
		}
		if casing.HasWord(b.Text.String(), small) {
			return false
		}
		large = large || casing.HasWord(b.Text.String(), word)
	}
	return large
}

// keyword reports whether the code of a draft has a word of the language, such as SELECT, in capitals
// or in lower case.
func keyword(d *lint.Document, word string) bool {
	small := strings.ToLower(word)
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind == lint.Code && (casing.HasWord(b.Text.String(), word) || casing.HasWord(b.Text.String(), small)) {
			return true
		}
	}
	return false
}

// loud is the number of marks in a row that shout.
const loud = 3

// marks reports the first run of exclamation and question marks after a word.
func marks(p *lint.Pass, text lint.Text) bool {
	s := text.String()
	if strings.IndexByte(s, '!') < 0 && strings.IndexByte(s, '?') < 0 {
		return false
	}
	for at := 0; ; {
		i := strings.IndexAny(s[at:], "!?")
		if i < 0 {
			return false
		}
		i += at
		at = i + 1
		for at < len(s) && (s[at] == '!' || s[at] == '?') {
			at++
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if at-i < loud || !counts(before) || at < len(s) && casing.StartsWord(s[at:]) {
			continue // “?!” is a tone of voice, “!!” common in some languages
		}
		span := place(p.Doc, text)
		f := lint.Finding{Message: fmt.Sprintf("Headline has “%s”; one mark is enough", lint.Clip(maxShown, s[i:at]))}
		if text.Placed() {
			span = text.Span(i, at)
			one := "!"
			if strings.Contains(s[i:at], "?") {
				one = "?"
			}
			f.Fixes = []lint.Fix{lint.Replace("Replace with “"+one+"”", false, span, one)}
		}
		f.Span = span
		p.Report(f)
		return true
	}
}
