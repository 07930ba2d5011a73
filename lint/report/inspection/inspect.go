package inspection

import (
	"io"
	"math"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/quotes"
	"github.com/copychief/copychief/lint/report"
)

// Inspection describes how copychief sees drafts. Documents are summarised when they are
// added, and not kept.
type Inspection struct{ documents []documentJSON }

// Add adds a document, with what it is read as.
func (i *Inspection) Add(d *lint.Document, k lint.Kind) {
	out := documentOf(d)
	out.Kind = k.String()
	i.documents = append(i.documents, out)
}

// Len returns the number of documents.
func (i *Inspection) Len() int { return len(i.documents) }

// JSON writes the documents, in the order in which they were added, in version 1 of the
// inspect format. The error is from w.
func (i *Inspection) JSON(w io.Writer) error {
	return report.Encode(w, struct {
		Version   int            `json:"version"`
		Documents []documentJSON `json:"documents"`
	}{report.Version, report.List(i.documents)})
}

type documentJSON struct {
	Path     string        `json:"path"`
	Format   string        `json:"format"`
	Language string        `json:"language"`
	Kind     string        `json:"kind"`
	Meta     metaJSON      `json:"meta"`
	Subject  *subjectJSON  `json:"subject"` // null if no keyphrase is declared and none can be inferred
	Metrics  metricsJSON   `json:"metrics"`
	Headings []headingJSON `json:"headings"`
	Links    []linkJSON    `json:"links"`
	Images   []imageJSON   `json:"images"`
	Quotes   []QuoteJSON   `json:"quotes"`
}

type metaJSON struct {
	Title       *valueJSON  `json:"title"`
	Headline    *valueJSON  `json:"headline"`
	Description *valueJSON  `json:"description"`
	Keyphrase   *valueJSON  `json:"keyphrase"`
	Synonyms    []valueJSON `json:"synonyms"`
	Slug        *valueJSON  `json:"slug"`
	Date        *valueJSON  `json:"date"`
	Updated     *valueJSON  `json:"updated"`
	Authors     []valueJSON `json:"authors"`
	Tags        []valueJSON `json:"tags"`
	Image       *valueJSON  `json:"image"`
}

// valueJSON is a value with its place; span is null for a value that is not in the draft: a
// slug from the file name, a keyphrase from the command line.
type valueJSON struct {
	Value string           `json:"value"`
	Span  *report.SpanJSON `json:"span"`
}

type headingJSON struct {
	Level int             `json:"level"`
	Text  string          `json:"text"`
	Span  report.SpanJSON `json:"span"`
}

type linkJSON struct {
	Text   string          `json:"text"`
	Target string          `json:"target"`
	Kind   string          `json:"kind"`
	Rel    []string        `json:"rel"`
	Span   report.SpanJSON `json:"span"`
}

type imageJSON struct {
	Alt        *string         `json:"alt"`
	Decorative bool            `json:"decorative"`
	Target     string          `json:"target"`
	Span       report.SpanJSON `json:"span"`
}

// QuoteJSON is a quotation.
type QuoteJSON struct {
	Text      string          `json:"text"`
	Span      report.SpanJSON `json:"span"`
	Speaker   *MentionJSON    `json:"speaker"`
	Cue       *MentionJSON    `json:"cue"`
	Anonymous bool            `json:"anonymous"`
	Sources   []string        `json:"sources"` // targets of the links in its paragraph
}

// MentionJSON is a name or a verb of saying beside a quotation.
type MentionJSON struct {
	Text string          `json:"text"`
	Span report.SpanJSON `json:"span"`
}

func documentOf(d *lint.Document) documentJSON {
	out := documentJSON{
		Path:     d.Source.Path,
		Format:   d.Format.String(),
		Language: d.Language,
		Meta:     metaOf(d),
		Subject:  subjectOf(d),
		Metrics:  metricsOf(d),
		Headings: []headingJSON{},
		Links:    make([]linkJSON, len(d.Links)),
		Images:   []imageJSON{},
		Quotes:   []QuoteJSON{},
	}
	for _, b := range d.Headings() {
		out.Headings = append(out.Headings, headingJSON{b.Level, b.Text.Plain(), report.Place(d, b.Span)})
	}
	for i := range d.Links {
		l := &d.Links[i]
		out.Links[i] = linkJSON{l.Text.Plain(), l.Target.String(), l.Kind.String(), report.List(l.Rel), report.Place(d, l.Span)}
	}
	for i := range d.Images {
		if m := &d.Images[i]; m.Origin != lint.ImageMeta {
			out.Images = append(out.Images, imageOf(d, m))
		}
	}
	for _, q := range quotes.Of(d) {
		out.Quotes = append(out.Quotes, QuoteOf(d, &q))
	}
	return out
}

func metaOf(d *lint.Document) metaJSON {
	one := func(role lint.Role) *valueJSON { return value(d, d.Meta.Get(role).Value()) }
	all := func(role lint.Role) []valueJSON {
		out := []valueJSON{}
		for _, t := range d.Meta.Get(role).Values {
			if v := value(d, t); v != nil {
				out = append(out, *v)
			}
		}
		return out
	}
	m := metaJSON{
		Title:       value(d, d.Title()),
		Headline:    value(d, d.Headline()),
		Description: one(lint.RoleDescription),
		Keyphrase:   one(lint.RoleKeyphrase),
		Synonyms:    all(lint.RoleSynonyms),
		Slug:        one(lint.RoleSlug),
		Date:        one(lint.RoleDate),
		Updated:     one(lint.RoleUpdated),
		Authors:     all(lint.RoleAuthors),
		Tags:        all(lint.RoleTags),
		Image:       one(lint.RoleImage),
	}
	if m.Slug == nil && !d.Can(lint.Packed) {
		m.Slug = &valueJSON{Value: lint.SlugOf(d.Source.Path)}
	}
	return m
}

// value returns a text with its place, or nil if there is no text.
func value(d *lint.Document, t lint.Text) *valueJSON {
	s := t.Plain()
	if s == "" {
		return nil
	}
	v := &valueJSON{Value: s}
	if t.Placed() {
		span := report.Place(d, t.All())
		v.Span = &span
	}
	return v
}

func imageOf(d *lint.Document, m *lint.Image) imageJSON {
	out := imageJSON{Decorative: m.Decorative, Target: m.Target.String(), Span: report.Place(d, m.Span)}
	if m.HasAlt {
		alt := m.Alt.Plain()
		out.Alt = &alt
	}
	return out
}

// QuoteOf returns a quotation of a document, which is not kept.
func QuoteOf(d *lint.Document, q *quotes.Quote) QuoteJSON {
	mention := func(m *quotes.Mention) *MentionJSON {
		if m == nil {
			return nil
		}
		return &MentionJSON{m.Text, report.Place(d, m.Span)}
	}
	out := QuoteJSON{
		Text:      q.Text,
		Span:      report.Place(d, q.Span),
		Speaker:   mention(q.Speaker),
		Cue:       mention(q.Cue),
		Anonymous: q.Anonymous,
		Sources:   make([]string, len(q.Links)),
	}
	for i, l := range q.Links {
		out.Sources[i] = d.Links[l].Target.String()
	}
	return out
}

func characters(t lint.Text) int { return utf8.RuneCountInString(t.Plain()) }

// round rounds to two decimals, which is more precise than any of the measures.
func round(x float64) float64 { return math.Round(x*100) / 100 }
