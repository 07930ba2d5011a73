package headings

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed long_section.txtar
var longSectionDocs string

// LongSection flags a long section without subheadings.
var LongSection = &lint.Rule{
	Name:     "long-section",
	Family:   lint.HeadingsFamily,
	Summary:  "a long stretch of text has no heading in it",
	Severity: lint.Advice,
	Needs:    []lint.Need{lint.NeedsSizes},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, SEO Starter Guide (break up long text with headings, for readers; no number is documented)",
		URL:    "https://developers.google.com/search/docs/fundamentals/seo-starter-guide",
	},
	Articles:  true,
	Habit:     lint.Habit{Does: "have a section without subheadings over the limit"},
	Structure: true,
	Measure:   true,
	Docs:      longSectionDocs,
	New:       func() lint.Checker { return &longSection{MaxWords: 350} },
}

type longSection struct {
	MaxWords int `yaml:"max_words" doc:"words of running prose between two headings; up to half as many more are accepted"`
}

// Check counts the running prose of each section. An article without any subheading is
// left to missing-subheadings; references and other end matter are skipped.
func (r *longSection) Check(p *lint.Pass) {
	h, below, end, divided := headline(p.Doc), subtitle(p), bodyEnd(p.Doc), false
	for i := range p.Doc.Headings() {
		divided = divided || i != h && i != below
	}
	if !divided {
		return
	}
	unit, _ := language.UnitOf(p.Doc.Language)
	prose, most := language.ProseOf(p.Doc), unit.Of(r.MaxWords)
	for s := range p.Doc.Sections() {
		if s.Heading >= end {
			return
		}
		if prose.Count(s.From, s.To) <= withMargin(most) {
			continue // most sections
		}
		words := running(p.Doc, s.From, s.To)
		if words > withMargin(most) && !divides(p.Doc, s.From, s.To, withMargin(most)) &&
			!isList(p.Doc, s.From, s.To) && !isScheme(p.Doc, s) {
			r.report(p, s, words, most, unit)
		}
	}
}

// report places the finding on the heading of the section, or on the first block with
// words if the opening has no heading.
func (r *longSection) report(p *lint.Pass, s lint.Section, words, limit int, unit language.Unit) {
	prose, span, what := language.ProseOf(p.Doc), p.Doc.Top(), "The opening"
	if s.Heading != lint.None && s.Heading != headline(p.Doc) && s.Heading != subtitle(p) {
		b := &p.Doc.Blocks[s.Heading]
		span, what = b.Text.All(), "Section “"+lint.Clip(maxShown, b.Text.Plain())+"”"
	} else {
		for i := s.From; i < s.To; i++ {
			if b := &p.Doc.Blocks[i]; b.Prose() && len(prose.WordsIn(i)) > 0 {
				span = b.Text.All()
				break
			}
		}
	}
	about := span
	if s.To > s.From {
		about = span.Join(p.Doc.Blocks[s.From].Span).Join(p.Doc.Blocks[s.To-1].Span)
	}
	f := lint.Finding{
		Span: span, About: about,
		Message:  fmt.Sprintf("%s has %s %s, more than %s; add a subheading", what, lint.Thousands(words), unit.Name, lint.Thousands(limit)),
		Together: fmt.Sprintf("%%d sections have more than %s %s; add subheadings, first in this one of %s", lint.Thousands(limit), unit.Name, lint.Thousands(words)),
		Size:     words,
	}
	p.Report(f)
}

// withMargin returns a limit plus half of it. Editors who judged findings called none of nine
// sections of up to 1.4 times the limit worth dividing, and three of four of the longer ones.
func withMargin(limit int) int { return limit + limit/2 }

// manySteps is how many code blocks make a section a code walkthrough, whose steps may
// each have a heading.
const manySteps = 5

// fewWords is how many words of an item make it a name in a list rather than prose.
const fewWords = 5

// running counts the words of running prose in blocks [from, to). Tables, captions and
// footnotes do not count. Neither do items of a few words, entries of change logs, nor items that begin
// with a link or emphasised words: readers find such entries without a heading. In a code walkthrough, all
// explanatory words count.
func running(d *lint.Document, from, to int) int {
	unit, _ := language.UnitOf(d.Language)
	prose, words, code, notes := language.ProseOf(d), 0, 0, 0
	for i := from; i < to; i++ {
		n := prose.Count(i, i+1)
		switch b := &d.Blocks[i]; {
		case b.Footnote: // it is read where it is referred to
			notes += n
		case b.Kind == lint.Code:
			code++
		case b.Kind == lint.Paragraph, b.Kind == lint.Item && n > unit.Of(fewWords) && !entry(b) && !language.ChangeEntry(b):
			words += n
		default: // a table, a caption, an entry
		}
	}
	if code >= manySteps {
		return prose.Count(from, to) - notes
	}
	return words
}

// entry reports whether an item begins with a link or emphasised words, after an optional
// bracket.
func entry(b *lint.Block) bool {
	if len(b.Marks) == 0 || b.Marks[0].Start > len("[") {
		return false
	}
	kind := b.Marks[0].Kind
	return kind == lint.MarkLink || kind == lint.MarkStrong || kind == lint.MarkEmphasis
}
