package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// addressParser makes links of bare addresses, as in GFM, with goldmark's own parser
// for them. goldmark calls its parser at every white space, which costs more than a
// third of a whole parse. This parser is called only at a byte that every address
// contains (the colon of http:, the dot of www., the @ of an e-mail address); it goes
// back to where the address would begin and calls goldmark's parser there. A test
// checks that both find the same links.
type addressParser struct {
	parser.InlineParser
	signs string
}

// The bytes that can be part of an address. A full stop also ends every sentence, so it
// is only checked in a draft that contains a bare www.
const (
	allSigns    = ":@."
	withoutHost = ":@"
)

// Trigger returns the bytes at which goldmark calls the parser.
func (p addressParser) Trigger() []byte { return []byte(p.signs) }

// bareHost reports whether a draft may have an address that begins with www.; after a
// scheme or within a word, www. does not begin one. The search is for full stops, which
// are rarer than the letter w.
func bareHost(src []byte) bool {
	for at := 0; ; at++ {
		k := bytes.IndexByte(src[at:], '.')
		if k < 0 {
			return false
		}
		at += k
		i := at - len("www")
		if i < 0 || src[i] != 'w' || src[i+1] != 'w' || src[i+2] != 'w' {
			continue
		}
		if i == 0 || src[i-1] != '/' && src[i-1] != '.' && !scan.IsAlphanumeric(src[i-1]) {
			return true
		}
	}
}

// Parse reads an address around the trigger byte at the reader's position.
func (p addressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, here := block.Position()
	src := block.Source()
	first := written(parent, src, here.Start)
	start := addressStart(src, first, here.Start)
	if start < 0 || start > first && !precedes(src[start-1]) {
		return nil
	}
	block.SetPosition(line, text.NewSegment(start, here.Stop))
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		takeBack(parent, start, pc)
	}
	return n
}

// written returns the beginning of the text that was last appended to parent and that
// ends at offset end. Underscores that may still become emphasis belong to it. It does
// not look back farther than the longest beginning of an address, since a paragraph may
// consist of a million pieces with a trigger byte in each.
func written(parent ast.Node, src []byte, end int) int {
	enough := end - longestStart - 1
	for n := parent.LastChild(); n != nil && end > enough; n = n.PreviousSibling() {
		s := segmentOf(n)
		if s.Stop != end || n.Kind() != ast.KindText && src[s.Start] != '_' {
			break
		}
		end = s.Start
	}
	return end
}

func segmentOf(n ast.Node) text.Segment {
	switch n := n.(type) {
	case *ast.Text:
		return n.Segment
	case *parser.Delimiter:
		return n.Segment
	}
	return text.NewSegment(-1, -1)
}

// addressStart returns the beginning of the address whose trigger byte is at offset at,
// but not before first; -1 if no address can begin there.
func addressStart(src []byte, first, at int) int {
	before := src[first:at]
	switch src[at] {
	case ':':
		for _, scheme := range [...]string{"http", "https", "ftp"} {
			if bytes.HasSuffix(before, []byte(scheme)) {
				return at - len(scheme)
			}
		}
	case '.':
		if bytes.HasSuffix(before, []byte("www")) {
			return at - len("www")
		}
	case '@':
		start := at
		for start > first && at-start < longestStart && (scan.IsAlphanumeric(src[start-1]) || bytes.IndexByte(localSigns, src[start-1]) >= 0) {
			start--
		}
		for start < at && !scan.IsAlphanumeric(src[start]) {
			start++
		}
		if start < at {
			return start
		}
	}
	return -1
}

// longestStart is the maximum number of bytes before the trigger byte of an address:
// the length of the local part of an e-mail address (RFC 5321, section 4.5.3.1.1).
const longestStart = 64

// localSigns are the punctuation allowed before the @ of an e-mail address (HTML
// Standard, valid e-mail address).
var localSigns = []byte(".!#$%&'*+/=?^_`{|}~-")

// precedes reports whether GFM allows an address directly after a byte.
func precedes(c byte) bool {
	switch c {
	case '*', '_', '~', '(':
		return true
	}
	return scan.IsHTMLSpace(c)
}

// takeBack removes the text that became part of an address from the end of parent.
func takeBack(parent ast.Node, start int, pc parser.Context) {
	for n := parent.LastChild(); n != nil; n = parent.LastChild() {
		s := segmentOf(n)
		if s.Stop <= start {
			return
		}
		if t, ok := n.(*ast.Text); ok && s.Start < start {
			t.Segment = s.WithStop(start)
			return
		}
		if d, ok := n.(*parser.Delimiter); ok {
			pc.RemoveDelimiter(d) // it is text again, and will be examined next
			continue
		}
		parent.RemoveChild(parent, n)
	}
}
