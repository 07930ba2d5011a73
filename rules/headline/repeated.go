package headline

import (
	_ "embed"
	"errors"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

//go:embed repeated.txtar
var repeatedDocs string

// Repeated flags a body that repeats the headline at its beginning.
var Repeated = &lint.Rule{
	Name:     "repeated-headline",
	Family:   lint.HeadlineFamily,
	Summary:  "the body opens with the headline again",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editing practice: a headline appears once, above its article",
	},
	Articles:  true,
	Habit:     lint.Habit{Does: "repeat the headline in the text"},
	Structure: true,
	Docs:      repeatedDocs,
	New:       func() lint.Checker { return &repeated{} },
}

type repeated struct {
	FrontMatterTitle string `yaml:"front_matter_title" choice:"|renders-h1" doc:"renders-h1 where the site sets the front matter title above the body"`
}

// Init validates the option for how the site shows the title.
func (r *repeated) Init() error {
	if r.FrontMatterTitle != "" && r.FrontMatterTitle != "renders-h1" {
		return errors.New("front_matter_title must be renders-h1, or empty")
	}
	return nil
}

const (
	// opening is how many blocks are searched for the headline: in a pasted page, a byline and
	// a date often come first.
	opening = 3
	// leastWords is the minimum number of words of a repetition outside an H1: a greeting or a
	// one-word label may be repeated on purpose.
	leastWords = 3
)

// Check compares the first blocks of the body with the headlines before them.
func (r *repeated) Check(p *lint.Pass) {
	title, h1, section := titleField(p.Doc), lint.None, false
	for i, seen := 0, 0; i < len(p.Doc.Blocks) && seen < opening; i++ {
		b := &p.Doc.Blocks[i]
		if b.Kind != lint.Heading && b.Kind != lint.Paragraph || !b.Prose() {
			seen++
			continue
		}
		if b.Level == 1 && h1 == lint.None {
			h1 = i
			if r.rendersTitle(p.Doc) && r.report(p, b, title, 1) {
				return
			}
			continue
		}
		if b.Kind == lint.Paragraph && section {
			seen++
			continue // what the first section says is not its opening
		}
		if h1 != lint.None && r.report(p, b, p.Doc.Blocks[h1].Text, leastWords) || r.report(p, b, title, leastWords) {
			return
		}
		section = section || b.Kind == lint.Heading
		if b.Text.Len() > len(string(lint.Object)) { // has text besides an image
			seen++
		}
	}
}

// titleField returns the headline in the metadata. HTML's title element does not count: it
// appears in the browser tab, not above the article.
func titleField(d *lint.Document) lint.Text {
	if d.Meta.InHead() {
		return lint.Text{}
	}
	if f := d.Meta.Get(lint.RoleHeadline); f.Present() {
		return f.Value()
	}
	return d.Meta.Title()
}

func (r *repeated) rendersTitle(d *lint.Document) bool {
	return r.FrontMatterTitle != "" && !d.Meta.InHead()
}

// report flags block b if it is the headline or begins with a line that is.
func (r *repeated) report(p *lint.Pass, b *lint.Block, headline lint.Text, least int) bool {
	n, words := repetition(headline.String(), b.Text.String())
	if words < least || isHashtag(b.Text.String()) || n < b.Text.Len() && !lineEnds(p.Doc.Source, b.Text, n) {
		return false
	}
	if b.Level == 0 && (linked(p.Doc, b) || n == b.Text.Len() && (aloneInSection(p.Doc, b) || labelsList(p.Doc, b)) || leads(headline.String(), b.Text.String())) {
		return false
	}
	own := b.Level > 1 && divides(p.Doc, b)
	message := "The headline is repeated in this line; delete it"
	switch {
	case b.Level == 0 && p.Doc.Meta.Span.End > 0 && headline.All().Start < p.Doc.Meta.Span.End && !r.rendersTitle(p.Doc):
		message = "The headline is repeated in this line; delete it, or make it the H1 if the page shows none"
	case b.Level == 1:
		message = "This H1 repeats the title, which the site sets above it; delete it"
	case b.Level > 1:
		message = "This heading repeats the headline; delete it"
		if own {
			message = "This heading repeats the headline; say what its section is about"
		}
	}
	f := lint.Finding{Span: b.Text.Span(0, n), Message: message}
	if headline.Placed() {
		f.Related = []lint.Related{{Span: headline.All(), Message: "the headline"}}
	}
	tag, _, _ := strings.Cut(p.Doc.Source.Slice(b.Span), ">")
	styled := strings.HasPrefix(tag, "<") && strings.Contains(tag, "=") // which style sheets and scripts may refer to
	if n == b.Text.Len() && len(b.Marks) == 0 && !b.Explicit && !own && !styled {
		f.Fixes = []lint.Fix{lint.Replace("Delete the repetition", false, withBreaks(p.Doc, b.Span), "")}
	}
	p.Report(f)
	return true
}

// isHashtag reports whether a line is a hashtag: “#harbour”.
func isHashtag(line string) bool {
	line = strings.TrimLeftFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && r != '#' }) // an emoji
	tag, is := strings.CutPrefix(strings.TrimSpace(line), "#")
	return is && tag != "" && tag[0] != '#' && !strings.ContainsAny(tag, " \n")
}

// divides reports whether a heading below the title has a section of its own: text comes
// before it, or subheadings would lose their place without it.
func divides(d *lint.Document, b *lint.Block) bool {
	after := false
	for i := range d.Blocks {
		switch other := &d.Blocks[i]; {
		case other == b:
			after = true
		case other.Kind == lint.Heading && after:
			return other.Level > b.Level
		case !after && other.Kind != lint.Heading && other.Prose() && !other.Text.Blank():
			return true
		}
	}
	return false
}

// lineEnds reports whether a source line ends at offset n of a text, ignoring white space.
// This finds a headline pasted directly above the first paragraph.
func lineEnds(s *lint.Source, t lint.Text, n int) bool {
	if r := t.Slice(n, n+1); r != " " && r != "\n" {
		return false
	}
	return strings.ContainsAny(s.Slice(t.Span(n, n+1)), "\r\n")
}

// withBreaks extends the span of a block over the line breaks after it, so that deleting
// it leaves no gap, in formats where line breaks separate blocks.
func withBreaks(d *lint.Document, s lint.Span) lint.Span {
	for b := d.Source.Bytes; d.Can(lint.ParagraphsByLines) && s.End < len(b) && (b[s.End] == '\n' || b[s.End] == '\r'); {
		s.End++
	}
	return s
}
