// Package template finds the tags of template engines and MDX in a draft and masks
// them by bytes of the same number, so that Markdown and HTML parse as they would
// around the output of the tags, and every offset stays true.
//
// [Mask] is its one door. It scans the draft once from left to right, past code and
// comments, and settles for each tag what it is to a reader: an image, a link, the
// beginning or end of a quotation, a comment, or something whose output nobody knows.
// The builder later puts tags where the text runs through them.
//
// No engine is run and none is known by name: Liquid, Nunjucks, Jinja, Hugo and MDX
// share their brackets, and a tag that is not known is an object in the text. What is
// tried in vain is charged to a budget in proportion to the draft, so no input is slow.
//
// Markup that is no tag and that CommonMark does not know is masked on the same way:
// code in a pair of tags, formulas, lists of attributes, fences and titles of boxes,
// tags in brackets, comments of Obsidian and kramdown. One look at the draft for their
// first signs ([signs]) decides what is looked for at all.
package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// Tag is one template tag of the draft, already masked in the working copy.
type Tag struct {
	Span    lint.Span
	Own     bool      // it stood alone on its lines and was masked by blanks
	Literal lint.Text // its first string literal: the target of a link made of it

	Kind    Kind
	Link    lint.LinkKind // of source, where kind is linkTag
	Source  lint.Text     // an image's or link's target, a quotation's source
	Alt     lint.Text     // an image's alternative, a link's text
	hasAlt  bool
	caption lint.Text
	pair    string    // its name; that of the opening tag where it closes a pair
	Body    lint.Span // of code: what stands between the tags
	inline  bool      // it belongs to the text around, even if it has lines of its own
	Done    bool      // it stands in the document
}

// Kind says what a tag is to a reader.
type Kind uint8

// The kinds of tags.
const (
	Plain Kind = iota
	Note       // a comment: it puts nothing on the page
	Image
	Link
	Quote
	QuoteEnd
	Code       // a pair of tags with code between them
	Attributes // a list of attributes, of what stands before it; Alt is an alternative in it
	Admonition // the first line of an indented box
)

// Image returns the image that the tag puts on the page.
func (t *Tag) Image() lint.Image {
	return lint.Image{
		Origin: lint.ImageTemplate, Alt: t.Alt, HasAlt: t.hasAlt,
		Target: t.Source, Caption: t.caption, Span: t.Span,
	}
}

// Options say how template tags are to be read.
type Options struct {
	Shortcodes map[string]Shortcode // by name, beside the built-in ones
	Hosts      []string             // own hosts, for telling internal links from external ones
	Format     lint.Format          // of the draft
	MDX        bool                 // braces are expressions; imports and components are masked too
}

// Mask replaces template tags from offset from on by as many harmless bytes and
// appends the tags to tags, in order. src is changed in place.
//
// A tag alone on its lines becomes blanks, so that it separates paragraphs as
// the engines make it do; any other becomes letters, so that the link or the
// emphasis around it parses as it would around the tag's output. Code spans,
// fenced code and HTML comments are left alone: what stands there is shown or
// dropped, not run by the reader's eye.
func Mask(tags []Tag, src []byte, from int, o Options) []Tag {
	found := signsOf(src[from:], o)
	if found == 0 && !o.MDX {
		return tags
	}
	m := &masker{src: src, at: from, from: from, mdx: o.MDX, o: o, found: found, tags: tags, budget: 32 * (len(src) - from)}
	m.scan()
	m.pairQuotes()
	m.pairCode()
	m.blank()
	return m.tags
}

// masker scans a draft once from left to right. Whatever it tries in vain is
// charged to a budget proportional to the draft, so that no input makes it slow;
// with the budget spent, what is left is ordinary text.
type masker struct {
	src       []byte
	from      int
	at        int
	mdx       bool
	o         Options
	found     signs
	stops     [256]bool      // the bytes at which scanning stops
	wrappers  map[string]int // up to where tags in brackets of a name are closed
	tags      []Tag
	budget    int
	none      [closerCount]int // up to where a closer does not come again
	end       int              // of the paragraph last asked for
	curly     int              // the next closing brace, and the end of the line last asked for
	curlyLine int
	ticks     uint64 // lengths of backtick runs that nothing closes in this paragraph
}

func (m *masker) scan() {
	stop := len(m.src)
	if m.found == signTag && !m.mdx {
		stop = lastTag(m.src)
	}
	if m.found&^(signTag|signAttribute) == 0 && !m.mdx && m.at < stop && bare(m.src[m.at:stop]) {
		m.braces(stop)
		return
	}
	m.stops = m.found.stops()
	m.line()
	for m.at < stop {
		i := m.at
		for i < stop && !m.stops[m.src[i]] {
			i++
		}
		if m.at = i; i == stop {
			return
		}
		m.sign()
	}
}

// sign deals with the sign at which scanning has stopped, and goes on behind it.
func (m *masker) sign() {
	switch m.src[m.at] {
	case '\n':
		m.at++
		m.line()
	case '`':
		m.code()
	case '{':
		m.brace()
	case '<':
		m.angle()
	case '$':
		m.dollar()
	case '[':
		m.bracket()
	case '%':
		m.percent()
	case '\\':
		m.backslash()
	}
}

// bare reports whether s holds nothing in which a tag is left alone: no code, no
// comment.
func bare(s []byte) bool {
	return bytes.IndexByte(s, '`') < 0 && !bytes.Contains(s, []byte("~~~")) && !bytes.Contains(s, []byte("<!--"))
}

// braces masks the tags up to offset stop by a look at its braces alone.
func (m *masker) braces(stop int) {
	for m.at < stop {
		k := bytes.IndexByte(m.src[m.at:stop], '{')
		if k < 0 {
			return
		}
		m.at += k
		m.brace()
	}
}

// lastTag returns the offset behind the last sign that may open a tag.
func lastTag(src []byte) int {
	for i := len(src) - 1; i > 0; {
		i = bytes.LastIndexByte(src[:i], '{')
		if i < 0 {
			return 0
		}
		if c := src[i+1]; c == '{' || c == '%' || c == '#' {
			return i + 1
		}
	}
	return 0
}

// blank overwrites the tags. Tags beside one another on a line count as one when
// it comes to standing alone.
func (m *masker) blank() {
	for i := 0; i < len(m.tags); {
		j := i + 1
		for j < len(m.tags) && m.blanks(m.tags[j-1].Span.End, m.tags[j].Span.Start) {
			j++
		}
		own := m.startsLine(m.tags[i].Span.Start) && m.endsLine(m.tags[j-1].Span.End) && !m.belowHTML(m.tags[i].Span.Start)
		for k := i; k < j; k++ {
			m.tags[k].Own = own && !m.tags[k].inline
			m.overwrite(&m.tags[k])
		}
		i = j
	}
}

// overwrite masks one tag. Attributes become commas rather than letters, so that the
// emphasis before them still ends; the first line of an admonition becomes the sign of
// a list item whose text begins where that of the admonition does.
func (m *masker) overwrite(t *Tag) {
	span := m.src[t.Span.Start:t.Span.End]
	mask := byte('x')
	if t.Kind == Attributes {
		mask = ','
	}
	for p := range span {
		if !t.Own {
			span[p] = mask
		} else if span[p] != '\n' {
			span[p] = ' '
		}
	}
	if t.Kind == Admonition {
		copy(span, "+   ")
	}
}

// belowHTML reports whether the line before the one of offset i begins with an HTML
// tag. A blank line would end that block of HTML, and what the engine puts in place
// of the template tag does not.
func (m *masker) belowHTML(i int) bool {
	line := bytes.LastIndexByte(m.src[:i], '\n')
	if line < m.from {
		return false
	}
	before := m.src[m.from:line]
	before = bytes.TrimLeft(before[bytes.LastIndexByte(before, '\n')+1:], " \t")
	return len(before) > 1 && before[0] == '<' && (before[1] == '/' || scan.IsAlphanumeric(before[1]))
}

func (m *masker) blanks(i, j int) bool {
	for ; i < j; i++ {
		if m.src[i] != ' ' && m.src[i] != '\t' {
			return false
		}
	}
	return true
}

func (m *masker) startsLine(i int) bool {
	for i > m.from && (m.src[i-1] == ' ' || m.src[i-1] == '\t') {
		i--
	}
	return i == m.from || m.src[i-1] == '\n'
}

func (m *masker) endsLine(i int) bool {
	for i < len(m.src) && (m.src[i] == ' ' || m.src[i] == '\t' || m.src[i] == '\r') {
		i++
	}
	return i == len(m.src) || m.src[i] == '\n'
}
