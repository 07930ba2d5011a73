// Package template finds the tags of template engines and MDX in a draft and masks them
// with the same number of bytes, so that Markdown and HTML parse as they would around
// the output of the tags, and every offset stays valid.
//
// [Mask] is its only entry point. It scans the draft once from left to right, skips
// code and comments, and determines what each tag is to a reader: an image, a link, the
// beginning or end of a quotation, a comment, or something with unknown output. The
// builder later inserts the tags into the text around them.
//
// Markup that is not a template tag and that CommonMark does not know is masked in the
// same pass: code in a pair of tags, formulas, lists of attributes, fences and titles
// of admonitions, tags in brackets, comments of Obsidian and kramdown. One search of
// the draft for their first characters ([signs]) determines which kinds the scan looks
// for.
//
// The trade-off: no engine is run, and the package does not distinguish engines.
// Liquid, Nunjucks, Jinja, Hugo and MDX share their brackets, and an unknown tag is an
// object in the text. The cost of failed attempts is charged to a budget in proportion
// to the length of the draft, so no input is slow.
package template

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// Tag is one template tag of the draft, already masked in the working copy.
type Tag struct {
	Span    lint.Span
	Own     bool      // whether it was alone on its lines and was masked by blanks
	Literal lint.Text // its first string literal: the target of a link that contains it

	Kind    Kind
	Link    lint.LinkKind // of Source, for a link
	Source  lint.Text     // target of an image or a link, source of a quotation
	Alt     lint.Text     // alt text of an image, text of a link
	hasAlt  bool
	caption lint.Text
	pair    string    // its name; for a closing tag, that of the opening tag
	Body    lint.Span // for code: the span between the tags
	inline  bool      // it belongs to the text around it, even if it is on separate lines
	Done    bool      // it has been written to the document
}

// Kind says what a tag is to a reader.
type Kind uint8

// The kinds of tags.
const (
	Plain Kind = iota
	Note       // a comment: it adds nothing to the page
	Image
	Link
	Quote
	QuoteEnd
	Code       // a pair of tags with code between them
	Attributes // the attributes of the element before it; Alt is the alt text among them
	Admonition // the first line of an admonition, whose content is indented
)

// Image returns the image that the tag puts on the page.
func (t *Tag) Image() lint.Image {
	return lint.Image{
		Origin: lint.ImageTemplate, Alt: t.Alt, HasAlt: t.hasAlt,
		Target: t.Source, Caption: t.caption, Span: t.Span,
	}
}

// Options say how template tags are read.
type Options struct {
	Shortcodes map[string]Shortcode // by name, in addition to the built-in ones
	Hosts      []string             // the site's own hosts, to tell internal links from external ones
	Format     lint.Format          // of the draft
	MDX        bool                 // braces are expressions; imports and components are masked too
}

// Mask replaces the template tags from offset from on with the same number of harmless
// bytes and appends the tags to tags, in order. It changes src in place.
//
// A tag alone on its lines becomes blanks, so that it separates paragraphs as it does
// in the output of the engines; any other tag becomes letters, so that the link or the
// emphasis around it parses as it would around the tag's output. Code spans, fenced
// code and HTML comments are not masked: readers see their content unchanged or not at
// all.
func Mask(tags []Tag, src []byte, from int, o Options) []Tag {
	found := signsOf(src[from:], o)
	if found == 0 && !o.MDX {
		return tags
	}
	m := &masker{src: src, at: from, from: from, mdx: o.MDX, o: o, found: found, tags: tags, budget: 32 * (len(src) - from)}
	m.scan()
	m.pairQuotes()
	pairCode(m)
	m.blank()
	return m.tags
}

// masker scans a draft once from left to right. It has the position, the search for closers
// and the tags that were found; each kind of markup has a file of functions that are called
// at its first character, and report whether they have masked it. The cost of failed attempts
// is charged to a budget proportional to the length of the draft, so that no input is slow;
// once the budget is spent, the rest is plain text.
type masker struct {
	src       []byte
	from      int
	at        int
	mdx       bool
	o         Options
	found     signs
	stops     [256]bool      // the bytes at which the scan stops
	wrappers  map[string]int // by name of bracket tags: the offset up to which they have closing tags
	tags      []Tag
	budget    int
	none      [closerCount]int // by closer: the offset up to which it does not occur again
	end       int              // end of the paragraph that was last computed
	curly     int              // the next closing brace, and the end of the line that was last computed
	curlyLine int
	ticks     uint64 // lengths of backtick runs that have no closing run in this paragraph
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
	maskLine(m)
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

// sign processes the byte at which the scan has stopped, and continues after it.
func (m *masker) sign() {
	switch m.src[m.at] {
	case '\n':
		m.at++
		maskLine(m)
	case '`':
		skipCode(m)
	case '{':
		m.brace()
	case '<':
		m.angle()
	case '$':
		maskDollar(m)
	case '[':
		maskBracket(m)
	case '%':
		maskPercent(m)
	case '\\':
		maskBackslash(m)
	}
}

// bare reports whether s contains neither code nor comments, in which tags are not
// masked.
func bare(s []byte) bool {
	return bytes.IndexByte(s, '`') < 0 && !bytes.Contains(s, []byte("~~~")) && !bytes.Contains(s, []byte("<!--"))
}

// braces masks the tags up to offset stop when braces are the only kind of markup.
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

// lastTag returns the offset after the last byte that may open a tag.
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

// blank overwrites the tags. Adjacent tags on a line count as one in the check whether
// a tag is alone on its lines.
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

// overwrite masks one tag. Attributes become commas instead of letters, so that the
// emphasis before them can still end. The first line of an admonition becomes the
// marker of a list item with the same indentation as the content of the admonition.
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

// belowHTML reports whether the line before that of offset i begins with an HTML tag. A
// blank line would end that block of HTML, but the output of the template tag does not.
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
