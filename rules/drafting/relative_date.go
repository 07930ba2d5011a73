package drafting

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed relative_date.txtar
var relativeDateDocs string

//go:embed relative_dates.txt
var relativeDateList string

// RelativeDate flags a date that is true only for a while after publication.
var RelativeDate = &lint.Rule{
	Name:     "relative-date",
	Family:   lint.DraftingFamily,
	Summary:  "a date depends on the day on which the text is read",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: a name of a day or a date instead of “yesterday”",
	},
	Languages: []string{"en"},
	Docs:      relativeDateDocs,
	New:       func() lint.Checker { return &relativeDate{} },
}

type relativeDate struct{}

var relativeDates = sync.OnceValue(func() *language.Lexicon {
	return language.NewLexicon(language.ReadEntries(relativeDateList))
})

// maxPlaces bounds how many places the finding names.
const maxPlaces = 10

// Check makes one finding of all such dates of an article: they are mended together.
// A paragraph that holds a date in full tells the reader what it needs, and questions
// are mostly examples.
func (relativeDate) Check(p *lint.Pass) {
	var f *lint.Finding
	n := 0
	last, told := lint.None, false // the block that was looked at last, and whether it holds a date
	prose := language.ProseOf(p.Doc)
	hits := relativeDates().Find(p.Doc)
	for i := range hits {
		h := &hits[i]
		block := &p.Doc.Blocks[h.Block]
		text := block.Text.String()
		if h.Voice != language.Author || !block.Prose() || block.Kind != lint.Paragraph && block.Kind != lint.Item ||
			belongs(text, h) || text[prose.Sentences[h.Sentence].End-1] == '?' {
			continue
		}
		if h.Block != last {
			last, told = h.Block, dated(text, prose.WordsIn(h.Block))
		}
		if told {
			continue
		}
		span := block.Text.Span(h.Start, h.End)
		if n++; n > 1 {
			if n <= maxPlaces {
				f.Related = append(f.Related, lint.Related{Span: span, Message: "and this"})
			}
			continue
		}
		f = &lint.Finding{
			Span:    span,
			Message: fmt.Sprintf("“%s” will be wrong when it is read later; give the date", text[h.Start:h.End]),
		}
	}
	if f == nil {
		return
	}
	if n > 1 {
		f.Message = fmt.Sprintf("“%s” and %d more will be wrong when they are read later; give the dates", p.Doc.Source.Slice(f.Span), n-1)
	}
	p.Report(*f)
}

// belongs reports whether a phrase is part of another, or tells a story rather than the
// day: “last week of May”, “yesterday’s news”, “the next week”, “better than last year”.
func belongs(text string, h *language.LexiconHit) bool {
	rest := text[h.End:]
	before := strings.TrimRight(text[:h.Start], " ")
	return strings.HasPrefix(rest, " of ") || strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "/") ||
		strings.HasSuffix(text[:h.Start], "-") || endsInWord(before, "the") || endsInWord(before, "every") || endsInWord(before, "than") || endsInWord(before, "each")
}

func endsInWord(text, word string) bool {
	n := len(text) - len(word)
	return n >= 0 && strings.EqualFold(text[n:], word) && (n == 0 || text[n-1] == ' ')
}

// dated reports whether the words hold a year, or a month with a day.
func dated(text string, words []language.Word) bool {
	for k := range words {
		word := text[words[k].Start:words[k].End]
		if len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20")) && strings.Trim(word, "0123456789") == "" {
			return true
		}
		if !month(word) {
			continue
		}
		if k+1 < len(words) && day(text[words[k+1].Start:words[k+1].End]) || k > 0 && day(text[words[k-1].Start:words[k-1].End]) {
			return true
		}
	}
	return false
}

// day reports whether a word begins with a digit: 3, 21st.
func day(word string) bool { return word[0] >= '0' && word[0] <= '9' && len(word) <= 4 }

func month(word string) bool {
	switch word {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}
