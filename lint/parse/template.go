package parse

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// tag is one template tag of the draft, already masked in the working copy.
type tag struct {
	span    lint.Span
	own     bool      // it stood alone on its lines and was masked by blanks
	literal lint.Text // its first string literal: the target of a link made of it

	kind    tagKind
	link    lint.LinkKind // of source, where kind is linkTag
	source  lint.Text     // an image's or link's target, a quotation's source
	alt     lint.Text     // an image's alternative, a link's text
	hasAlt  bool
	caption lint.Text
	pair    string // its name; that of the opening tag where it closes a pair
	done    bool   // it stands in the document
}

// tagKind says what a tag is to a reader.
type tagKind uint8

const (
	plainTag tagKind = iota
	noteTag          // a comment: it puts nothing on the page
	imageTag
	linkTag
	quoteTag
	quoteEndTag
)

func (t *tag) image() lint.Image {
	return lint.Image{
		Origin: lint.ImageTemplate, Alt: t.alt, HasAlt: t.hasAlt,
		Target: t.source, Caption: t.caption, Span: t.span,
	}
}

// mask replaces template tags from offset from on by as many harmless bytes and
// returns the tags in order. src is changed in place.
//
// A tag alone on its lines becomes blanks, so that it separates paragraphs as
// the engines make it do; any other becomes letters, so that the link or the
// emphasis around it parses as it would around the tag's output. Code spans,
// fenced code and HTML comments are left alone: what stands there is shown or
// dropped, not run by the reader's eye.
func mask(src []byte, from int, s *scratch, mdx bool, o *Options) []tag {
	if !mdx && !holdsTag(src[from:]) {
		return nil
	}
	m := &masker{src: src, at: from, from: from, mdx: mdx, o: o, tags: s.tags, budget: 32 * (len(src) - from)}
	m.scan()
	m.pairQuotes()
	m.blank()
	s.tags = m.tags
	return m.tags
}

// holdsTag reports whether anything in s may open a tag.
func holdsTag(s []byte) bool {
	for {
		i := bytes.IndexByte(s, '{')
		if i < 0 || i+1 == len(s) {
			return false
		}
		if c := s[i+1]; c == '{' || c == '%' || c == '#' {
			return true
		}
		s = s[i+1:]
	}
}

// masker scans a draft once from left to right. Whatever it tries in vain is
// charged to a budget proportional to the draft, so that no input makes it slow;
// with the budget spent, what is left is ordinary text.
type masker struct {
	src       []byte
	from      int
	at        int
	mdx       bool
	o         *Options
	tags      []tag
	budget    int
	none      [closerCount]int // up to where a closer does not come again
	end       int              // of the paragraph last asked for
	curly     int              // the next closing brace, and the end of the line last asked for
	curlyLine int
	ticks     uint64 // lengths of backtick runs that nothing closes in this paragraph
}

func (m *masker) scan() {
	stop := len(m.src)
	if !m.mdx {
		stop = lastTag(m.src)
	}
	if !m.mdx && m.at < stop && bare(m.src[m.at:stop]) {
		m.braces(stop)
		return
	}
	m.line()
	for m.at < stop {
		i := m.at
		for i < stop && !notable[m.src[i]] {
			i++
		}
		if m.at = i; i == stop {
			return
		}
		switch m.src[i] {
		case '\n':
			m.at++
			m.line()
		case '`':
			m.code()
		case '{':
			m.brace()
		case '<':
			m.angle()
		case '\\':
			m.at++
			if m.at < len(m.src) && m.src[m.at] == '`' {
				m.at++
			}
		}
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

// notable are the bytes at which scanning stops.
var notable = [256]bool{'\n': true, '`': true, '{': true, '<': true, '\\': true}

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
		for j < len(m.tags) && m.blanks(m.tags[j-1].span.End, m.tags[j].span.Start) {
			j++
		}
		own := m.startsLine(m.tags[i].span.Start) && m.endsLine(m.tags[j-1].span.End) && !m.belowHTML(m.tags[i].span.Start)
		for k := i; k < j; k++ {
			t := &m.tags[k]
			t.own = own
			for p := t.span.Start; p < t.span.End; p++ {
				if !own {
					m.src[p] = 'x'
				} else if m.src[p] != '\n' {
					m.src[p] = ' '
				}
			}
		}
		i = j
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
