package demand

import (
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/house/condition"
	"github.com/copychief/copychief/lint/house/declaration"
	"github.com/copychief/copychief/lint/house/finding"
	"github.com/copychief/copychief/lint/house/passage"
	"github.com/copychief/copychief/lint/house/phrase"
	"github.com/copychief/copychief/lint/language/pronunciation"
)

// subjectSchema is what a rule requires or forbids.
type subjectSchema struct {
	Field    strict.Text   `yaml:"field" doc:"name of a front matter field"`
	Type     strict.Text   `yaml:"type" doc:"what its values are: text, date, list, number, boolean, url, or path of a file that exists"`
	Values   []strict.Text `yaml:"values" doc:"the values that are meant"`
	Pattern  strict.Text   `yaml:"pattern" doc:"a regular expression (RE2) for the whole value"`
	Min      strict.Text   `yaml:"min" doc:"the least: of a number or date itself, of a list its entries, of other values their characters"`
	Max      strict.Text   `yaml:"max" doc:"the most, like min"`
	Optional bool          `yaml:"optional" doc:"check the field only where it is there"`

	Heading  []strict.Text `yaml:"heading" doc:"text of a heading, or several of which one is enough"`
	Level    int           `yaml:"level" doc:"level of that heading, 1 to 6; any level unless set"`
	Headings []strict.Text `yaml:"headings" doc:"texts of headings, in this order"`
	Link     []strict.Text `yaml:"link" doc:"a host or path that a link leads to, or several of which one is enough"`
	Rel      strict.Text   `yaml:"rel" doc:"a relation of a link, such as sponsored"`
	Image    bool          `yaml:"image" doc:"an image"`
	Phrase   []strict.Text `yaml:"phrase" doc:"a phrase, or several of which one is enough"`
	Start    strict.Text   `yaml:"start" doc:"how one of the first three blocks begins"`
	End      strict.Text   `yaml:"end" doc:"how one of the last three blocks begins"`
}

// subjects are the keys; a rule has exactly one of them.
func subjects() []string {
	return []string{"field", "heading", "headings", "link", "rel", "image", "phrase", "start", "end"}
}

// readSubject returns the one of those keys that is set. The key is that of the kind.
func readSubject(c *declaration.Compiler, s *subjectSchema, key string) string {
	var set []string
	for i, is := range []bool{s.Field.Node != nil, len(s.Heading) > 0, len(s.Headings) > 0, len(s.Link) > 0,
		s.Rel.Node != nil && len(s.Link) == 0, s.Image, len(s.Phrase) > 0, s.Start.Node != nil, s.End.Node != nil} {
		if is {
			set = append(set, subjects()[i])
		}
	}
	if len(set) == 0 && c.Unread {
		return ""
	}
	if len(set) != 1 {
		what := "nothing"
		if len(set) > 0 {
			what = strings.Join(set, " and ")
		}
		c.Fail(c.At, "rule %s: “%s” names %s; give it one of: %s", strict.Quoted(c.Name), key, what, strings.Join(subjects(), ", "))
		return ""
	}
	if set[0] != "field" {
		for _, t := range []strict.Text{s.Type, s.Pattern, s.Min, s.Max} {
			if t.Node != nil {
				c.Fail(t.Node, "this is for fields; rule %s is about %s", strict.Quoted(c.Name), pronunciation.WithArticle(set[0], "en"))
			}
		}
	}
	if s.Level != 0 && (s.Level < 1 || s.Level > 6 || set[0] != "heading") {
		c.Fail(c.At, "rule %s: “level” is the level of a heading, from 1 to 6", strict.Quoted(c.Name))
	}
	return set[0]
}

// demand is a thing that a rule requires or forbids.
type demand struct {
	kind     string // the key
	field    *fieldTest
	heading  []string
	level    int
	headings []string
	link     *condition.Link
	phrases  *phrase.Words
	words    []string // the phrases, for messages
	begins   string
}

// newDemand compiles what a rule requires or forbids; it is nil if something is wrong.
func newDemand(c *declaration.Compiler, s *subjectSchema, key string) *demand {
	d := &demand{kind: readSubject(c, s, key)}
	switch d.kind {
	case "":
		return nil
	case "field":
		d.field = newFieldTest(c, s, key == "require")
	case "heading":
		for _, t := range s.Heading {
			d.heading = append(d.heading, declaration.OneLine(c.Decoder, t, phrase.Longest))
		}
		d.level = s.Level
	case "headings":
		for _, t := range s.Headings {
			d.headings = append(d.headings, declaration.OneLine(c.Decoder, t, phrase.Longest))
		}
	case "link", "rel":
		d.link = condition.NewLink(c, s.Link, s.Rel)
	case "phrase":
		d.phrases = c.NewWords(&declaration.Located{}, &declaration.Matching{})
		for _, t := range s.Phrase {
			if text, ok := c.Phrase(t); ok {
				d.words = append(d.words, text)
				c.Add(d.phrases, &phrase.Term{Phrase: text}, false, false, t.Node)
			}
		}
	case "start":
		d.begins = declaration.OneLine(c.Decoder, s.Start, phrase.Longest)
	case "end":
		d.begins = declaration.OneLine(c.Decoder, s.End, phrase.Longest)
	}
	return d
}

// what describes the thing for messages and summaries.
func (d *demand) what() string {
	switch d.kind {
	case "field":
		return "field “" + d.field.name + "”"
	case "heading":
		return "heading " + strings.ReplaceAll(finding.Few(d.heading), ",", " or")
	case "headings":
		return "order of headings " + finding.Few(d.headings)
	case "link", "rel":
		return "link to " + d.link.Shown
	case "phrase":
		return "phrase " + strings.ReplaceAll(finding.Few(d.words), ",", " or")
	case "start":
		return "“" + d.begins + "” at the beginning"
	case "end":
		return "“" + d.begins + "” at the end"
	}
	return "image"
}

// headingsOf returns the headings of a draft with one of some texts, in any case.
func headingsOf(d *lint.Document, level int, texts ...string) (all []*lint.Block) {
	for _, b := range d.Headings() {
		if passage.Contains(texts, b.Text.Plain()) && (level == 0 || b.Level == level) {
			all = append(all, b)
		}
	}
	return all
}

// near is the number of blocks that count as the beginning or end of a draft.
const near = 3

// edge returns the first or last blocks of a draft in which an author writes.
func edge(d *lint.Document, end bool) (all []*lint.Block) {
	for _, b := range d.Prose() {
		if b.Kind != lint.Heading && !b.Text.Blank() {
			all = append(all, b)
		}
	}
	if end {
		slices.Reverse(all)
	}
	return all[:min(near, len(all))]
}

// places returns where the thing is in a draft.
func (d *demand) places(doc *lint.Document) (all []lint.Span) {
	switch d.kind {
	case "field":
		if f := passage.FieldOf(doc, d.field.name); f != nil && len(f.Values) > 0 && !f.Values[0].Blank() {
			return []lint.Span{f.Whole}
		}
	case "heading":
		for _, b := range headingsOf(doc, d.level, d.heading...) {
			all = append(all, b.Text.All())
		}
	case "link", "rel":
		for _, k := range d.link.In(doc) {
			all = append(all, k.Span)
		}
	case "image":
		for i := range doc.Images {
			all = append(all, doc.Images[i].Span)
		}
	case "phrase":
		return d.phrases.Places(doc)
	case "start", "end":
		for _, b := range edge(doc, d.kind == "end") {
			if plain := b.Text.Plain(); len(plain) >= len(d.begins) && strings.EqualFold(plain[:len(d.begins)], d.begins) {
				all = append(all, b.Text.All())
			}
		}
	}
	return all
}
