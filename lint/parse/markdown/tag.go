package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// quickTags reads inline HTML tags that end on their line, as nearly all do. goldmark
// matches a regular expression, which takes as long as a paragraph without tags; it still reads
// tags that continue on the next line, comments and what is no tag.
type quickTags struct{ parser.InlineParser }

// Parse reads the tag at the reader's position.
func (p quickTags) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := tagEnd(line)
	if n == 0 || n == len(line) || segment.Padding != 0 {
		return p.InlineParser.Parse(parent, block, pc)
	}
	tag := ast.NewRawHTML()
	tag.Segments.Append(text.NewSegment(segment.Start, segment.Start+n))
	block.Advance(n)
	return tag
}

// tagEnd returns the end of the start or end tag that a line begins with, as CommonMark defines
// tags, or 0 if there is none that ends on the line.
func tagEnd(line []byte) int {
	i, starts := 1, true
	if i < len(line) && line[i] == '/' {
		i, starts = 2, false
	}
	if i >= len(line) || !isLetter(line[i]) {
		return 0
	}
	for i < len(line) && (scan.IsAlphanumeric(line[i]) || line[i] == '-') {
		i++
	}
	for starts {
		next := attributeEnd(line, i)
		if next == 0 {
			break
		}
		i = next
	}
	i = blanks(line, i)
	if starts && i < len(line) && line[i] == '/' {
		i++
	}
	if i < len(line) && line[i] == '>' {
		return i + 1
	}
	return 0
}

// attributeEnd returns the end of the attribute after offset i, with the space before it, or 0 if there
// is none.
func attributeEnd(line []byte, i int) int {
	gap := i
	i = blanks(line, i)
	if i == gap || i == len(line) || !isLetter(line[i]) && line[i] != '_' && line[i] != ':' {
		return 0
	}
	for i < len(line) && (scan.IsAlphanumeric(line[i]) || line[i] == ':' || line[i] == '.' || line[i] == '_' || line[i] == '-') {
		i++
	}
	k := blanks(line, i)
	if k == len(line) || line[k] != '=' {
		return i
	}
	k = blanks(line, k+1)
	if k == len(line) {
		return 0
	}
	if quote := line[k]; quote == '"' || quote == '\'' {
		n := bytes.IndexByte(line[k+1:], quote)
		if n < 0 {
			return 0
		}
		return k + 1 + n + 1
	}
	value := k
	for k < len(line) && line[k] > ' ' && bytes.IndexByte([]byte("\"'=<>`"), line[k]) < 0 {
		k++
	}
	if k == value {
		return 0
	}
	return k
}

// blanks returns the offset of the first byte from i on that is neither a space nor a tab.
func blanks(line []byte, i int) int {
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	return i
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
