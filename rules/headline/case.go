package headline

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed case.txtar
var caseDocs string

// Case flags a headline that does not follow the house's capitalisation style.
var Case = &lint.Rule{
	Name:     "headline-case",
	Family:   lint.HeadlineFamily,
	Summary:  "the headline is not in the house’s case",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House style: sentence case, or title case as the Associated Press or Chicago write it",
	},
	Off:       true,
	Languages: wordpack.WithLists("title-small"),
	Articles:  true,
	Habit:     lint.Habit{Does: "write the headline in another case"},
	Docs:      caseDocs,
	New:       func() lint.Checker { return &headlineCase{Style: sentenceStyle} },
}

type headlineCase struct {
	Style string `yaml:"style" choice:"sentence|ap|chicago" doc:"sentence, ap or chicago"`
}

// The styles.
const (
	sentenceStyle = "sentence"
	apStyle       = "ap"
	chicagoStyle  = "chicago"
)

// Init validates the style.
func (r *headlineCase) Init() error {
	switch r.Style {
	case sentenceStyle, apStyle, chicagoStyle:
		return nil
	}
	return errors.New("style must be sentence, ap or chicago")
}

// Check looks at every word of each headline, up to a bar, which usually separates the
// name of the site. A headline entirely in capitals is left to shouting-headline.
func (r *headlineCase) Check(p *lint.Pass) {
	for text := range wordings(p.Doc) {
		s, _, _ := strings.Cut(text.String(), " | ")
		if !strings.ContainsFunc(s, unicode.IsLower) {
			continue
		}
		var wrong []word
		words, doubted := wordsOf(s), 0
		for k := range words {
			w := &words[k]
			switch want := r.want(p.Doc, s, words, k); {
			case want == upper && w.small, want == lower && w.capital:
				wrong = append(wrong, *w)
			case want == either && w.capital && w.opens == opensNothing && !w.fixed:
				doubted++
			}
		}
		// If one of two capitals may belong to a name, the two words are probably one name.
		if len(wrong) > 0 && (r.Style != sentenceStyle || doubted*2 <= len(wrong) || words[0].small) {
			r.report(p, text, wrong)
		}
	}
}

// want returns the case that word k should have.
func (r *headlineCase) want(d *lint.Document, s string, words []word, k int) letterCase {
	w, lists := &words[k], caseLists.Of(d.Language)
	switch {
	case w.fixed:
		return either
	case w.opens == opensHeadline:
		return upper
	case r.Style == sentenceStyle:
		return lists.sentenceCase(d, s, w)
	case w.opens == opensPart, k == len(words)-1:
		return upper
	case w.joined:
		return either
	}
	before := ""
	if k > 0 {
		before = words[k-1].folded
	}
	return lists.titleCase(r.Style, w.folded, before)
}

func (r *headlineCase) report(p *lint.Pass, text lint.Text, wrong []word) {
	name := map[string]string{sentenceStyle: "sentence", apStyle: "AP", chicagoStyle: "Chicago"}[r.Style]
	const shown = 3
	var list []string
	fix := lint.Fix{Title: "Write it in " + name + " case"}
	for i, w := range wrong {
		turned := w.turned()
		if i < shown {
			list = append(list, "“"+lint.Clip(maxShown, turned)+"”")
		} else if i == shown {
			list = append(list, "…")
		}
		if text.Placed() {
			fix.Edits = append(fix.Edits, lint.Edit{Span: text.Span(w.start, w.end), New: turned})
		}
	}
	f := lint.Finding{
		Span:    place(p.Doc, text),
		Message: fmt.Sprintf("Headline is not in %s case; write %s", name, strings.Join(list, ", ")),
	}
	if text.Placed() {
		f.Span = text.Span(wrong[0].start, wrong[len(wrong)-1].end)
		f.Fixes = []lint.Fix{fix}
	}
	p.Report(f)
}

// word is one word of a headline.
type word struct {
	start, end     int
	text, folded   string
	small, capital bool // starts with a lower-case letter; has only an initial capital
	fixed          bool // has its own spelling: iPhone, NASA, cloud.gov, 3rd, @handle
	joined         bool // a hyphen joins it to the previous word
	opens          first
}

// first says what a word is at the start of.
type first uint8

const (
	opensNothing  first = iota
	opensPart           // after a colon, a dash or an opening mark
	opensHeadline       // or a sentence in it
)

// turned returns the word with the case of its first letter changed.
func (w *word) turned() string {
	r, n := utf8.DecodeRuneInString(w.text)
	if w.small {
		return string(unicode.ToUpper(r)) + w.text[n:]
	}
	return string(unicode.ToLower(r)) + w.text[n:]
}

// wordsOf returns the words of a headline.
func wordsOf(s string) (list []word) {
	last, quoted := 0, false
	const most = 100 // words; each is looked up in the body
	for i, j := range eachWord(s) {
		if len(list) == most {
			break
		}
		w := word{start: i, end: j, text: s[i:j], folded: strings.ToLower(s[i:j])}
		letter, n := utf8.DecodeRuneInString(w.text)
		w.small = unicode.IsLower(letter)
		w.capital = unicode.IsUpper(letter) && !strings.ContainsFunc(w.text[n:], unicode.IsUpper) && (len(w.text) > n || w.text == "A")
		gap := s[last:i]
		quoted = quoted && !strings.ContainsAny(gap, "”\"") || strings.HasSuffix(gap, "“") || strings.HasSuffix(gap, ` "`)
		w.fixed = quoted || !w.small && !w.capital || strings.ContainsFunc(w.text, unicode.IsDigit) || strings.Contains(w.text, ".") ||
			w.small && strings.ContainsFunc(w.text, unicode.IsUpper) || strings.HasSuffix(gap, "@") || strings.HasSuffix(gap, "#") ||
			strings.HasSuffix(gap, "/") || strings.HasSuffix(gap, "`")
		w.joined = gap == "-" || gap == "‑"
		w.opens = opens(gap, last == 0)
		if w.opens == opensHeadline && language.Abbreviates(s[:last]+".") && strings.HasPrefix(gap, ". ") {
			w.opens = opensNothing
		}
		list = append(list, w)
		last = j
	}
	return list
}

// opens returns what begins after a gap between two words.
func opens(gap string, start bool) first {
	switch {
	case start, strings.ContainsAny(gap, "?!"), strings.HasPrefix(gap, ". "):
		return opensHeadline
	case strings.ContainsAny(gap, ":—–(“") || strings.Contains(gap, " - "):
		return opensPart
	}
	return opensNothing
}
