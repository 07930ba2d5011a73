package markdown

import (
	"bytes"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// goldmark cannot be cancelled, and a few kilobytes can cost it minutes or gigabytes:
// it looks for constructs that fail again and again, compares each delimiter with all
// earlier ones, and pads a table row to the width of its header. The guards wrap
// goldmark's own parsers and charge the cost of such attempts to a budget. Once a draft
// has spent more than a thousand ordinary articles would, the construct in question
// becomes plain text and the document records that it was not checked.
const (
	// wastedSteps limits the cost of failed attempts; a step is roughly one byte
	// examined. Articles waste a few thousand.
	wastedSteps = 64_000_000
	// delimiterPairs limits the comparisons of emphasis delimiters: the sum over all
	// blocks of their number squared. 3,000 in one paragraph reach it.
	delimiterPairs = 9_000_000
	// footnoteCount limits footnotes: each reference is compared with each note.
	footnoteCount = 2000
	// definitionPairs limits the link definitions in one paragraph times its lines: the
	// lines are copied for each definition. 5,000 reach it.
	definitionPairs = 25_000_000
	// escapedPipes limits the escaped vertical bars next to code in table cells: each
	// cell is compared with each of them.
	escapedPipes = 2000
)

// guard is the budget of one draft. It is stored in goldmark's parser.Context.
type guard struct {
	limits    quota.Limits
	wasted    int
	pairs     int
	block     ast.Node // whose delimiters are being counted
	count     int      // number of delimiters in block
	brackets  ast.Node // the block whose failed brackets are being counted
	failed    int      // number of failed brackets in that block
	defined   int
	notes     int
	cells     int
	pipes     int
	problems  []lint.Problem
	memory    *Memory
	misplaced []misplaced
	reported  [guardCount]bool
}

// construct is a kind of markup that a guard limits.
type construct uint8

const (
	guardInlines construct = iota
	guardEmphasis
	guardNotes
	guardNesting
	guardCells
	guardPipes
	guardDefinitions
	guardCount
)

var guardKey = parser.NewContextKey()

func guardOf(pc parser.Context) *guard { return pc.Get(guardKey).(*guard) }

// tell reports that a limit was reached, once for each construct.
func (g *guard) tell(what construct, at int, format string, limit int) {
	if g.reported[what] {
		return
	}
	g.reported[what] = true
	g.problems = append(g.problems, lint.Problem{
		Span:      lint.Span{Start: at, End: at},
		Message:   fmt.Sprintf(format, lint.Thousands(limit)),
		Unchecked: true,
	})
}

// waste charges steps of a failed attempt. Once the budget is spent, no further
// attempts are made.
func (g *guard) waste(n, at int) {
	g.wasted += n
	if g.wasted > wastedSteps {
		g.tell(guardInlines, at, "Reading its links and code takes more than %s steps; the rest was read as text", wastedSteps)
	}
}

func (g *guard) spent() bool { return g.wasted > wastedSteps }

// rest returns how many bytes of a block come after a source offset.
func rest(parent ast.Node, at int) int {
	lines := parent.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0
	}
	return max(0, lines.At(lines.Len()-1).Stop-at)
}

// guardedLinks, guardedCode and guardedHTML stop parsing their construct once the
// budget is spent.
type guardedLinks struct{ parser.InlineParser }

func (p guardedLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	if g.spent() {
		return nil
	}
	line, segment := block.PeekLine()
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil && line[0] == ']' {
		if g.brackets != parent {
			g.brackets, g.failed = parent, 0
		}
		// goldmark scans the text after the opening bracket.
		g.failed++
		steps := 8 * g.failed
		if len(line) > 1 && (line[1] == '(' || line[1] == '[') {
			steps += len(line)
		}
		g.waste(steps, segment.Start)
	}
	return n
}

// CloseBlock calls the CloseBlock method of the link parser.
func (p guardedLinks) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}

// guardedReferences charges for comparing a footnote reference with all notes.
type guardedReferences struct{ parser.InlineParser }

func (p guardedReferences) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	g := guardOf(pc)
	if g.notes == 0 || g.spent() {
		return nil
	}
	if line, segment := block.PeekLine(); len(line) > 2 && (line[1] == '^' || line[2] == '^') {
		g.waste(4*g.notes, segment.Start)
	}
	return p.InlineParser.Parse(parent, block, pc)
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

// tagLength estimates how much of a line an attempt to read a tag examines.
func tagLength(line []byte) int {
	if k := bytes.IndexByte(line[1:], '<'); k >= 0 && line[1] != '!' && line[1] != '?' && !bytes.ContainsAny(line[1:k+1], `"'`) {
		return k
	}
	return len(line)
}

// guardedDelimiters counts the delimiters, which goldmark compares with one another.
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
			g.tell(guardEmphasis, segment.Start, "Reading its emphasis takes more than %s comparisons; the rest was read as text", delimiterPairs)
		}
	}
	return n
}

// CloseBlock calls the CloseBlock method of a delimiter parser that has one.
func (p guardedDelimiters) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := p.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
