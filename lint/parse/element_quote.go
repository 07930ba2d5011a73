package parse

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// sourceDashes are the signs that stand before the name of a source.
var sourceDashes = [...]string{"—", "–", "―", "--", "‒"}

// cite takes a cite element for the source of the quotation it stands in, where
// it begins its line: elsewhere it is a work that the quotation speaks of.
func (e *elements) cite(m lint.Mark) {
	b := e.b
	from := b.blocks[b.current()].from
	line := b.buf[from : from+m.Start]
	if i := bytes.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i+1:]
	}
	if before := strings.TrimSpace(string(line)); before != "" && leadingDash(before) != len(before) {
		return
	}
	b.doc.Quotations[b.quote].Cite = b.part(from+m.Start, from+m.End)
}

// attribution returns the source that a block quotation names in its last line,
// behind a dash; first is a block at or before its first one.
func (b *builder) attribution(quotation, first int) lint.Text {
	i := len(b.doc.Blocks) - 1
	if i < first || i < 0 || b.doc.Blocks[i].Quote != quotation {
		return lint.Text{}
	}
	from, to := b.blocks[i].from, b.blocks[i].to
	line := from
	if k := bytes.LastIndexByte(b.buf[from:to], '\n'); k >= 0 {
		line = from + k + 1
	}
	alone := line == from && (i == 0 || b.doc.Blocks[i-1].Quote != quotation)
	if alone || to-line > longestAttribution || leadingDash(string(b.buf[line:to])) == 0 {
		return lint.Text{}
	}
	return undashed(b.part(line, to))
}

// undashed returns a text without the dash it begins with.
func undashed(t lint.Text) lint.Text {
	n := leadingDash(t.String())
	return t.Sub(n, t.Len())
}

// leadingDash returns the length of the dash at the beginning of s with the
// white space around it, or 0.
func leadingDash(s string) int {
	rest := strings.TrimLeft(s, " \n\u00a0")
	for _, dash := range sourceDashes {
		if after, ok := strings.CutPrefix(rest, dash); ok {
			return len(s) - len(strings.TrimLeft(after, " \n\u00a0"))
		}
	}
	return 0
}

// blockText returns a copy of the text of a block that has ended.
func (b *builder) blockText(i int) lint.Text {
	return b.part(b.blocks[i].from, b.blocks[i].to)
}

// part returns a copy of buf[from:to] as a text of its own, without white space
// at either end. Texts of blocks are handed out only when all are written.
func (b *builder) part(from, to int) lint.Text {
	for from < to && scan.IsHTMLSpace(b.buf[from]) {
		from++
	}
	for from < to && scan.IsHTMLSpace(b.buf[to-1]) {
		to--
	}
	if from >= to {
		return lint.Text{}
	}
	k := len(b.runs) - 1
	for k > 0 && b.runs[k].At > from {
		k--
	}
	var runs []lint.Run
	for _, r := range b.runs[k:] {
		if r.At >= to {
			break
		}
		if r.At < from && !r.Whole {
			r.Source.Start += from - r.At
		}
		r.At = max(r.At, from) - from
		runs = append(runs, r)
	}
	return lint.NewText(string(b.buf[from:to]), runs)
}
