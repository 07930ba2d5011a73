package headings

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed tacked_on.txtar
var tackedOnDocs string

// TackedOn flags a keyphrase that is appended to a subheading.
var TackedOn = &lint.Rule{
	Name:     "tacked-on-keyphrase",
	Family:   lint.HeadingsFamily,
	Summary:  "the keyphrase is tacked onto the end of a subheading",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Spam policies for web search: keyword stuffing (words out of context; headings are not named)",
		URL:    "https://developers.google.com/search/docs/essentials/spam-policies",
	},
	Needs:    []lint.Need{lint.NeedsSubject},
	Articles: true,
	Docs:     tackedOnDocs,
	New:      func() lint.Checker { return &tackedOn{} },
}

type tackedOn struct{}

// Check looks at the text after the last dash, colon or bar of each heading except the
// headline.
func (*tackedOn) Check(p *lint.Pass) {
	key := keyphrase.Overused(p.Doc)
	if key == nil {
		return
	}
	h := headline(p.Doc)
	for i, b := range p.Doc.Headings() {
		if i == h {
			continue
		}
		s := b.Text.String()
		from, to, colon := joint(s)
		if from <= 0 || !hung(key, s[to:]) {
			continue
		}
		tail := strings.TrimSpace(s[to:])
		f := lint.Finding{
			Span:    b.Text.Span(to, to+len(tail)),
			Message: fmt.Sprintf("%s “%s” is tacked on to this heading; delete it, or work it in", called(key), lint.Clip(maxShown, tail)),
			Related: key.Origin(nil),
			Fixes:   []lint.Fix{lint.Replace("Delete it", false, b.Text.Span(from, to+len(tail)), "")},
		}
		if colon && capitalised(tail) {
			f.Severity = lint.Advice // “Our guest: Angela Merkel” may be intended
		}
		p.Report(f)
	}
}

// called returns what a message calls a keyphrase.
func called(key *keyphrase.Keyphrase) string {
	if key.Inferred {
		return "Inferred keyphrase"
	}
	return "Keyphrase"
}

// joint returns the span of the last dash, colon or bar of a heading, including the white
// space around it; from is 0 if there is none with words on both sides.
func joint(s string) (from, to int, colon bool) {
	for i, r := range s {
		var width int
		switch r {
		case '—', '–':
			width = len("—")
		case '-', '|':
			if width = 1; i == 0 || s[i-1] != ' ' || !strings.HasPrefix(s[i+1:], " ") {
				continue // a hyphen
			}
		case ':':
			if width = 1; !strings.HasPrefix(s[i+1:], " ") {
				continue // a time
			}
		default:
			continue
		}
		from, to, colon = len(strings.TrimRightFunc(s[:i], unicode.IsSpace)), i+width, r == ':'
	}
	if from > 0 {
		to = len(s) - len(strings.TrimLeftFunc(s[to:], unicode.IsSpace))
	}
	return from, to, colon
}

// hung reports whether a text is exactly the keyphrase or a synonym. An article before it
// would make it part of the heading.
func hung(key *keyphrase.Keyphrase, text string) bool {
	if is(key.Phrase, text) {
		return true
	}
	for _, s := range key.Synonyms {
		if is(s, text) {
			return true
		}
	}
	return false
}

func is(phrase *keyphrase.Phrase, text string) bool {
	m := phrase.In(text)
	return m.Count == 1 && len(m.Words) > 0 &&
		strings.TrimFunc(text[:m.Words[0][0]], notWord) == "" &&
		strings.TrimFunc(text[m.Words[len(m.Words)-1][1]:], notWord) == "" &&
		len(strings.Fields(text)) <= len(strings.Fields(phrase.Text))
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// capitalised reports whether every word of a text begins with a capital.
func capitalised(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if !unicode.IsUpper([]rune(word)[0]) {
			return false
		}
	}
	return true
}
