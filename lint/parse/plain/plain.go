// Package plain reads plain text and infers its outline. [Parse] is its only entry
// point.
//
// A text file does not mark headlines, subheadings or items. Lines are grouped into
// units, and a unit is a heading if it looks like one and is followed by something that
// can have a heading. The rules were derived from articles pasted from web pages and
// from wire services. The trade-off: the parser misses a heading rather than treat a
// sentence as one.
package plain

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// Parse reads plain text from offset from on and infers its outline. It makes three
// passes: it groups lines into units (paragraphs, items, quotations), finds the units
// that are headings (outline.go), and writes all units with their links (inline.go).
func Parse(b *build.Builder, from int, tags []template.Tag, o *build.Options) {
	p := &plain{src: b.Src, from: from}
	p.split()
	p.wrapped = p.hardWrapped()
	p.group()
	p.outline()
	p.rejoin()
	w := &plainWriter{b: b, tags: tags, o: o}
	for i := range p.units {
		w.unit(p, &p.units[i])
	}
	w.endQuote()
}

// plain is a plain text that is being converted to blocks.
type plain struct {
	src     []byte
	from    int
	lines   []lint.Span // without surrounding white space; blank lines are empty
	units   []unit
	wrapped bool // lines are broken at a width, paragraphs at blank lines
}

type unitKind uint8

const (
	unitText unitKind = iota
	unitItem
	unitQuote
	unitLink // a line that consists of one address
	unitRule // a line of dashes, asterisks or the like
)

// unit is what will become one block.
type unit struct {
	kind     unitKind
	start    int  // offset of the marker, or of the text
	text     int  // offset of the text in its first line
	from, to int  // range of its lines
	end      int  // end of its text if that is before the end of its last line, otherwise 0
	glued    bool // may be a heading that lost its line break
	level    int  // items: depth; text: level of the heading, or 0
	numbered bool
	bare     bool // an item with its marker on a separate line
}

// split finds the lines.
func (p *plain) split() {
	for i := p.from; i < len(p.src); {
		end := scan.NextLine(p.src, i)
		s, e := i, end
		for s < e && scan.IsSpace(p.src[s]) {
			s++
		}
		for e > s && scan.IsSpace(p.src[e-1]) {
			e--
		}
		p.lines = append(p.lines, lint.Span{Start: s, End: e})
		i = end
	}
}

// hardWrapped tells text whose lines are broken at a width from text with one paragraph
// per line: in hard-wrapped text no line is long, and most lines with a line after them
// end within a sentence.
func (p *plain) hardWrapped() bool {
	followed, broken := 0, 0
	for i, l := range p.lines {
		if l.Len() > 140 {
			return false
		}
		if i+1 == len(p.lines) || l.Empty() || p.lines[i+1].Empty() || l.Len() < 40 {
			continue
		}
		followed++
		switch p.src[l.End-1] {
		case '.', '!', '?', ':', '"', '\'', ')':
		default:
			broken++
		}
	}
	return followed >= 2 && broken*2 > followed
}

// group groups lines into units.
func (p *plain) group() {
	pending := -1 // offset of a marker on a separate line
	for i := 0; i < len(p.lines); i++ {
		l := p.lines[i]
		if l.Empty() {
			continue
		}
		u := p.begin(l)
		u.from, u.to = i, i+1
		if loneMarker(p.src[l.Start:l.End]) {
			pending = l.Start
			continue
		}
		if pending >= 0 && u.kind != unitRule {
			u.kind, u.start, u.level, u.bare = unitItem, pending, 1, true
		}
		pending = -1
		for u.kind != unitRule && u.to < len(p.lines) && p.continues(u, p.lines[u.to]) && (p.wrapped || p.brokenOff(u.to)) {
			u.to++
		}
		i = u.to - 1
		p.units = append(p.units, u)
		p.unglue()
	}
}

// unglue splits the last unit in two if its end may be a heading that was pasted
// without the line break before it.
func (p *plain) unglue() {
	u := &p.units[len(p.units)-1]
	if u.kind != unitText || u.to > u.from+1 || p.wrapped {
		return
	}
	l := p.lines[u.from]
	if n := gluedTail(p.src[l.Start:l.End]); n > 0 {
		u.end = l.Start + n
		p.units = append(p.units, unit{start: u.end, text: u.end, from: u.from, to: u.to, glued: true})
	}
}

// rejoin merges a supposed heading with its paragraph if it turns out not to be a
// heading.
func (p *plain) rejoin() {
	kept := p.units[:0]
	for _, u := range p.units {
		if u.glued && u.level == 0 {
			kept[len(kept)-1].end = 0
			continue
		}
		kept = append(kept, u)
	}
	p.units = kept
}

// gluedTail returns the offset of the last sentence of a long line if there is no space
// before it, otherwise 0. The sentence before it must end in a lower-case letter: "the
// U.S.Senate" is a different case.
func gluedTail(line []byte) int {
	if len(line) < 2*headingRunes {
		return 0
	}
	for k := len(line) - 1; k > len(line)-4*headingRunes && k > 2; k-- {
		if line[k] < 'A' || line[k] > 'Z' {
			continue
		}
		before := bytes.TrimSuffix(bytes.TrimSuffix(line[:k], []byte("”")), []byte("\""))
		if n := len(before); n > 2 && (before[n-1] == '.' || before[n-1] == '!' || before[n-1] == '?') && before[n-2] >= 'a' && before[n-2] <= 'z' {
			return k
		}
	}
	return 0
}

// begin returns the unit that a line begins.
func (p *plain) begin(l lint.Span) unit {
	line := p.src[l.Start:l.End]
	u := unit{start: l.Start, text: l.Start}
	switch {
	case isRule(line):
		u.kind = unitRule
	case line[0] == '>':
		u.kind = unitQuote
		u.text = l.Start + quoteMark(line)
	case isAddress(line):
		u.kind = unitLink
	default:
		if n, numbered := marker(line); n > 0 {
			u.kind, u.numbered, u.text = unitItem, numbered, l.Start+n
			u.level = 1 + min(p.indent(l.Start)/2, 8)
		}
	}
	return u
}

// continues reports whether a line continues a unit in hard-wrapped text.
func (p *plain) continues(u unit, l lint.Span) bool {
	if l.Empty() {
		return false
	}
	line := p.src[l.Start:l.End]
	n, _ := marker(line)
	return n == 0 && !isRule(line) && !loneMarker(line) && (line[0] == '>') == (u.kind == unitQuote)
}

// brokenOff reports whether a line of text that is not hard-wrapped continues the long
// line before it: that line ends within a sentence, and this one begins in lower case.
func (p *plain) brokenOff(i int) bool {
	before, l := p.lines[i-1], p.lines[i]
	if before.Len() < 80 || l.Empty() || p.src[l.Start] < 'a' || p.src[l.Start] > 'z' {
		return false
	}
	last := p.src[before.End-1]
	return last == ',' || last == '-' || last >= 'a' && last <= 'z'
}

// indent returns the number of columns before offset i on its line.
func (p *plain) indent(i int) (columns int) {
	for i--; i >= p.from && (p.src[i] == ' ' || p.src[i] == '\t'); i-- {
		if columns++; p.src[i] == '\t' {
			columns += 3
		}
	}
	return columns
}
