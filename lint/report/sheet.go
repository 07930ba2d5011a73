package report

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/language/textwidth"
)

// Sheet is what people would rather look at in a draft than read about: its search result, the
// lengths of its sections, where the keyphrase is, and who says what. Its text is not escaped.
type Sheet struct {
	Path     string
	Words    int
	Unit     string // of Words, in the plural
	Minutes  float64
	Search   SearchResult
	Sections []SheetSection
	Phrase   SheetPhrase
	Quotes   []SheetQuote
}

// MostSheets is the largest number of drafts whose sheets a report shows. A report on a whole site
// would be too large to open.
const MostSheets = 500

// SheetSection is the text below a heading.
type SheetSection struct {
	Heading string // "" for the text before the first heading
	Level   int
	Words   int
	From    int       // words before it
	Span    lint.Span // of the section with its heading
}

// SheetPhrase says where the keyphrase is. Its Text is "" if there is none.
type SheetPhrase struct {
	Text     string
	Inferred bool
	At       []int // words before each occurrence
}

// SheetQuote is a quotation.
type SheetQuote struct {
	Text, Speaker, Place  string
	Line                  int // where Place is ""
	Words                 int
	Block                 bool // a block quotation
	Unnamed, Unattributed bool
}

// SheetOf returns the sheet of a document, which is not kept.
func SheetOf(d *lint.Document) Sheet {
	m := language.MetricsOf(d)
	s := Sheet{
		Path: strings.Clone(d.Source.Path), Words: m.Words, Unit: m.Unit.Name, Minutes: m.ReadingMinutes,
		Search: searchResultOf(d), Sections: sectionsOf(d), Phrase: phraseOf(d),
	}
	for _, q := range quotes.Of(d) {
		out := SheetQuote{
			Text: strings.Clone(q.Text), Words: q.Words, Block: q.BlockQuotation, Unnamed: q.Anonymous, Unattributed: q.Speaker == nil,
			Place: d.Source.Place(q.Span.Start), Line: d.Source.Position(q.Span.Start).Line,
		}
		if q.Speaker != nil {
			out.Speaker = strings.Clone(q.Speaker.Text)
		}
		s.Quotes = append(s.Quotes, out)
	}
	return s
}

func sectionsOf(d *lint.Document) (all []SheetSection) {
	prose := language.ProseOf(d)
	for s := range d.Sections() {
		out := SheetSection{Words: prose.Count(s.From, s.To), From: prose.Count(0, s.From)}
		first := s.From
		if s.Heading != lint.None {
			first = s.Heading
			b := &d.Blocks[s.Heading]
			out.Heading, out.Level = strings.Clone(b.Text.Plain()), b.Level
		}
		out.Span = d.Blocks[first].Span.Join(d.Blocks[max(first, s.To-1)].Span)
		all = append(all, out)
	}
	return all
}

// phraseOf finds the keyphrase that the draft declares, otherwise the one that it seems to have.
func phraseOf(d *lint.Document) (p SheetPhrase) {
	if k := language.KeyphraseOf(d); k != nil {
		p.Text = strings.Clone(k.Phrase.Text)
		for i := range k.Hits {
			p.At = append(p.At, wordsBefore(d, k.Hits[i].Block, k.Hits[i].Words[0]))
		}
		return p
	}
	in := language.InferenceOf(d)
	if in == nil || in.Certainty(d) < language.Certain {
		return p
	}
	p.Text, p.Inferred = strings.Clone(in.Phrase.Text), true
	prose := language.ProseOf(d)
	for i := range prose.Sentences {
		s := &prose.Sentences[i]
		b := &d.Blocks[s.Block]
		if b.Prose() && s.To > s.From && in.Phrase.In(b.Text.Sub(int(s.Start), int(s.End)).Plain()).All() {
			p.At = append(p.At, wordsBefore(d, int(s.Block), int(s.From)))
		}
	}
	return p
}

// wordsBefore returns how many words the article has before word k, which is in a block.
func wordsBefore(d *lint.Document, block, k int) int {
	prose := language.ProseOf(d)
	return prose.Count(0, block) + min(prose.Place(k), prose.Count(block, block+1))
}

// SearchResult is how a search result may show a draft.
type SearchResult struct {
	Title, Description SearchLine
	Address            string // the canonical address, or the slug
	// Passage is the beginning of the text, of which search engines show a part if there is no
	// description.
	Passage string
}

// SearchLine is a text of a search result.
type SearchLine struct {
	Text           string
	Pixels         float64 // its width on a desktop
	Desktop, Phone int     // bytes of it that are shown
	Guessed        bool    // the width of its letters is not known
}

const mostPassage = 320 // characters

// lineOf returns a text of a search result, of which some is shown.
func lineOf(text string, shown textwidth.Shown) SearchLine {
	return SearchLine{
		Text: text, Pixels: round(shown.Pixels), Guessed: !textwidth.Measures(text),
		Desktop: shown.Desktop, Phone: shown.Phone,
	}
}

func searchResultOf(d *lint.Document) SearchResult {
	title := strings.Clone(d.Title().Plain())
	description := strings.Clone(d.Meta.Description().Plain())
	r := SearchResult{
		Title: lineOf(title, textwidth.Title(title)), Description: lineOf(description, textwidth.Description(description)),
		Address: strings.Clone(d.Meta.Get(lint.RoleCanonical).Value().Plain()),
	}
	if r.Address == "" {
		r.Address = strings.Clone(d.Meta.Get(lint.RoleSlug).Value().Plain())
	}
	if r.Address == "" && !d.Can(lint.Packed) {
		r.Address = lint.SlugOf(d.Source.Path)
	}
	for _, b := range d.Paragraphs() {
		if r.Passage = strings.Clone(lint.Clip(mostPassage, b.Text.Plain())); r.Passage != "" {
			break
		}
	}
	return r
}
