package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// plainParser reads text without markup, which is most of every article, up to the next
// special byte. goldmark examines each byte, and the end of each line twice. It calls
// this parser at white space and at the beginning of a line, and continues at the byte
// where this parser stops: the first one that triggers another parser. A test compares
// the texts with those that goldmark finds without this parser. They differ in one
// respect: consecutive lines of the draft with only a line break between them become
// one text, in which [walker.text] finds the breaks.
type plainParser struct {
	signs [256]bool // bytes that end plain text
}

// newPlainParser returns a parser that stops at the trigger bytes of the other parsers.
func newPlainParser(others []util.PrioritizedValue) *plainParser {
	p := &plainParser{}
	for _, c := range []byte("\\\n") {
		p.signs[c] = true
	}
	for _, other := range others {
		if o, ok := other.Value.(parser.InlineParser); ok {
			for _, c := range o.Trigger() {
				p.signs[c] = true
			}
		}
	}
	return p
}

// Trigger returns the space, which goldmark uses for all white space and for the
// beginnings of lines.
func (p *plainParser) Trigger() []byte { return []byte{' '} }

// Parse reads from the reader's position to the next special byte, or to the end of the
// first line that the next line does not follow directly.
func (p *plainParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	src := block.Source()
	if segment.Padding != 0 || segment.Start > 0 && src[segment.Start-1] == '\\' {
		return nil
	}
	from := segment
	for {
		n := p.plain(line)
		number, _ := block.Position()
		switch {
		case n == len(line):
			block.SetPosition(number, segment.WithStart(segment.Stop))
			return ended(parent, from.WithStop(segment.Stop), src, pc)
		case line[n] != '\n':
			stop := segment.Start + n
			if stop == from.Start {
				return nil
			}
			block.SetPosition(number, segment.WithStart(stop))
			return stretch(parent, from.WithStop(stop), pc)
		}
		stop, broken := segment.Start+n, line[:n]
		block.AdvanceLine()
		line, segment = block.PeekLine()
		if line == nil || segment.Start != stop+1 || segment.Padding != 0 || n == 0 || scan.IsHTMLSpace(src[stop-1]) {
			t := ended(parent, from.WithStop(stop), src, pc)
			broken = bytes.TrimSuffix(broken, []byte("\r"))
			hard := bytes.HasSuffix(broken, []byte("  "))
			t.SetHardLineBreak(hard)
			t.SetSoftLineBreak(!hard)
			return t
		}
	}
}

// plain returns the number of bytes in a line before its first special byte.
func (p *plainParser) plain(line []byte) (n int) {
	for n < len(line) && !p.signs[line[n]] {
		n++
	}
	return n
}

// ended returns a text node for the end of a line without its trailing white space.
func ended(parent ast.Node, segment text.Segment, src []byte, pc parser.Context) *ast.Text {
	t := stretch(parent, segment, pc)
	t.Segment = t.Segment.TrimRightSpace(src)
	return t
}

// stretch returns a text node for a segment. If the segment directly follows the last
// text of parent, it removes that node and returns it extended.
func stretch(parent ast.Node, segment text.Segment, pc parser.Context) *ast.Text {
	t, ok := parent.LastChild().(*ast.Text)
	if ok && t.Segment.Stop == segment.Start && !t.SoftLineBreak() && !t.HardLineBreak() && !t.IsRaw() {
		parent.RemoveChild(parent, t)
		t.Segment = t.Segment.WithStop(segment.Stop)
		return t
	}
	t = guardOf(pc).memory.text()
	t.Segment = segment
	t.SetPos(segment.Start)
	return t
}
