package parse

import (
	"bytes"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// goldmark cannot be cancelled, and a few kilobytes can cost it minutes or
// gigabytes: constructs that fail are looked for again and again, delimiters are
// compared with all before them, a table row is padded to the width of its
// header. The guards stand between goldmark and its own parsers. They charge what
// such attempts cost, and once a draft has spent what a thousand honest articles
// would not, the construct in question is ordinary text and the document says
// that it was not checked.
const (
	// wastedBytes bounds the bytes scanned by constructs that came to nothing.
	// Articles waste a few thousand.
	wastedBytes = 64 << 20
	// delimiterPairs bounds the comparisons of emphasis delimiters: the sum over
	// all blocks of their number squared. 3,000 in one paragraph reach it.
	delimiterPairs = 9_000_000
	// footnoteCount bounds footnotes: each reference is compared with each note.
	footnoteCount = 2000
	// escapedPipes bounds the escaped bars beside code in table cells, of which
	// each cell is compared with each.
	escapedPipes = 2000
)

// guard is the account of one draft. It travels in goldmark's parser.Context.
type guard struct {
	limits   Limits
	wasted   int
	pairs    int
	block    ast.Node // whose delimiters are being counted
	count    int      // of delimiters in block
	notes    int
	cells    int
	pipes    int
	problems []lint.Problem
	told     [guardCount]bool
}

// guarded names what a guard watches.
type guarded uint8

const (
	guardInlines guarded = iota
	guardEmphasis
	guardNotes
	guardNesting
	guardCells
	guardPipes
	guardCount
)

var guardKey = parser.NewContextKey()

func guardOf(pc parser.Context) *guard { return pc.Get(guardKey).(*guard) }

// tell reports the first time that a limit is hit.
func (g *guard) tell(what guarded, at int, format string, limit int) {
	if g.told[what] {
		return
	}
	g.told[what] = true
	g.problems = append(g.problems, lint.Problem{
		Span:      lint.Span{Start: at, End: at},
		Message:   fmt.Sprintf(format, thousands(limit)),
		Unchecked: true,
	})
}

// waste charges bytes scanned in vain; spent says that nothing more is tried.
func (g *guard) waste(n, at int) {
	g.wasted += n
	if g.wasted > wastedBytes {
		g.tell(guardInlines, at, "Markup that never closes took more than %s bytes of reading; the rest was not read as markup", wastedBytes)
	}
}

func (g *guard) spent() bool { return g.wasted > wastedBytes }

// rest returns how many bytes of a block lie behind a source offset.
func rest(parent ast.Node, at int) int {
	lines := parent.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0
	}
	return max(0, lines.At(lines.Len()-1).Stop-at)
}

// guardedLinks, guardedCode and guardedHTML give up once too much was tried.
type guardedLinks struct{ parser.InlineParser }

func (p guardedLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	if g.spent() {
		return nil
	}
	line, segment := block.PeekLine()
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil && line[0] == ']' && len(line) > 1 && (line[1] == '(' || line[1] == '[') {
		g.waste(len(line), segment.Start)
	}
	return n
}

// CloseBlock hands on what the parser of links does at the end of a block.
func (p guardedLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

type guardedCode struct{ parser.InlineParser }

func (p guardedCode) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	_, segment := block.PeekLine()
	if g.spent() {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil || n.Kind() != ast.KindCodeSpan {
		g.waste(rest(parent, segment.Start), segment.Start)
	}
	return n
}

type guardedHTML struct{ parser.InlineParser }

func (p guardedHTML) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	if g.spent() {
		return nil
	}
	line, segment := block.PeekLine()
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil && len(line) > 1 && line[1] != ' ' {
		g.waste(min(rest(parent, segment.Start), tagLength(line)), segment.Start)
	}
	return n
}

// tagLength guesses how much of a line an attempt to read a tag looks at.
func tagLength(line []byte) int {
	if k := bytes.IndexByte(line[1:], '<'); k >= 0 && line[1] != '!' && line[1] != '?' && bytes.IndexAny(line[1:k+1], `"'`) < 0 {
		return k
	}
	return len(line)
}

// guardedDelimiters counts what will be compared with one another.
type guardedDelimiters struct{ parser.InlineParser }

func (p guardedDelimiters) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	if g.block != parent {
		g.block, g.count = parent, 0
	}
	if g.pairs > delimiterPairs {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if n != nil {
		g.pairs += 2*g.count + 1
		g.count++
		if g.pairs > delimiterPairs {
			_, segment := block.PeekLine()
			g.tell(guardEmphasis, segment.Start, "Emphasis marks need more than %s comparisons; the rest was not read as emphasis", delimiterPairs)
		}
	}
	return n
}

// CloseBlock hands on what a parser of delimiters may do at the end of a block.
func (p guardedDelimiters) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
