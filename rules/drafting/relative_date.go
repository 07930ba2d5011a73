package drafting

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed relative_date.txtar
var relativeDateDocs string

// RelativeDate flags a date that is correct only for a while after publication.
var RelativeDate = &lint.Rule{
	Name:     "relative-date",
	Family:   lint.DraftingFamily,
	Summary:  "a date depends on the day on which the text is read",
	Severity: lint.Advice,
	Off:      true,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice: a name of a day or a date instead of “yesterday”",
	},
	Languages: wordpack.WithLists("relative-dates"),
	Articles:  true,
	Docs:      relativeDateDocs,
	New:       func() lint.Checker { return &relativeDate{} },
}

type relativeDate struct{}

// maxPlaces limits how many places the finding names.
const maxPlaces = 10

// Check reports all relative dates of an article as one finding, because they are
// corrected together. It skips paragraphs that contain a full date, which gives the reader
// the reference point, and questions, which are mostly examples.
func (relativeDate) Check(p *lint.Pass) {
	var f *lint.Finding
	n := 0
	last, full := lint.None, false // the block of the last hit, and whether it contains a full date
	prose := language.ProseOf(p.Doc)
	pack := wordpack.Of(p.Doc.Language)
	hits := lexicon.Of(pack, "relative-dates").Find(p.Doc)
	for i := range hits {
		h := &hits[i]
		block := &p.Doc.Blocks[h.Block]
		text := block.Text.String()
		if h.Voice != language.Author || !block.Prose() || block.Kind != lint.Paragraph && block.Kind != lint.Item ||
			belongs(text, h, pack) || text[prose.Sentences[h.Sentence].End-1] == '?' {
			continue
		}
		if h.Block != last {
			last, full = h.Block, dated(text, prose.WordsIn(h.Block), prose.KeysIn(h.Block), pack)
		}
		if full {
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

// belongs reports whether a phrase is part of a longer one or does not name a day: “last
// week of May”, “yesterday’s news”, “the next week”, “better than last year”.
func belongs(text string, h *lexicon.Hit, pack *wordpack.Pack) bool {
	if strings.HasSuffix(text[:h.Start], "-") {
		return true
	}
	before := strings.TrimRight(text[:h.Start], " ")
	if pack.Words("other-dates").HasWord(before[strings.LastIndexByte(before, ' ')+1:]) {
		return true
	}
	switch rest := text[h.End:]; {
	case strings.HasPrefix(rest, "’"), strings.HasPrefix(rest, "'"):
		mark := len("'")
		if rest[0] != '\'' {
			mark = len("’")
		}
		return slices.ContainsFunc(pack.List("possessives"), func(s string) bool { return strings.HasPrefix(rest[mark:], s) })
	case strings.HasPrefix(rest, " "):
		next, _, more := strings.Cut(rest[1:], " ")
		return more && slices.Contains(pack.List("date-of"), next)
	default:
		return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "/")
	}
}

// dated reports whether the words contain a year, or a month with a day.
func dated(text string, words []language.Word, keys []uint64, pack *wordpack.Pack) bool {
	months := pack.Words("months", "months-or-verbs", "months-short")
	for k := range words {
		word := text[words[k].Start:words[k].End]
		if len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20")) && strings.Trim(word, "0123456789") == "" {
			return true
		}
		if c := word[0]; c < 'A' || c > 'Z' || !months.Has(keys[k]) {
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
