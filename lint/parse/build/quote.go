package build

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// Attribution returns the source that the last line of a block quotation names after a
// dash; first is the index of its first block or of an earlier one.
func (b *Builder) Attribution(quotation, first int) lint.Text {
	i := len(b.Doc.Blocks) - 1
	if i < first || i < 0 || b.Doc.Blocks[i].Quote != quotation {
		return lint.Text{}
	}
	from, to := b.blocks[i].from, b.blocks[i].to
	line := from
	if k := bytes.LastIndexByte(b.buf[from:to], '\n'); k >= 0 {
		line = from + k + 1
	}
	alone := line == from && (i == 0 || b.Doc.Blocks[i-1].Quote != quotation)
	if alone || to-line > LongestAttribution || LeadingDash(string(b.buf[line:to])) == 0 {
		return lint.Text{}
	}
	return Undashed(b.part(line, to))
}

// Undashed returns a text without its leading dash.
func Undashed(t lint.Text) lint.Text {
	n := LeadingDash(t.String())
	return t.Sub(n, t.Len())
}

// LeadingDash returns the length of the dash at the beginning of s, including the white
// space around it, or 0.
func LeadingDash(s string) int {
	rest := strings.TrimLeft(s, " \n\u00a0")
	for _, dash := range sourceDashes {
		if after, ok := strings.CutPrefix(rest, dash); ok {
			return len(s) - len(strings.TrimLeft(after, " \n\u00a0"))
		}
	}
	return 0
}

// BlockText returns a copy of the text of a finished block.
func (b *Builder) BlockText(i int) lint.Text {
	return b.part(b.blocks[i].from, b.blocks[i].to)
}

// part returns a copy of buf[from:to] as a separate text without leading and trailing
// white space. The texts of blocks do not exist until all of them are written.
func (b *Builder) part(from, to int) lint.Text {
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

// sourceDashes are the dashes that can precede the name of a source.
var sourceDashes = [...]string{"—", "–", "―", "--", "‒"}

// CiteMark treats a cite element as the source of the quotation around it if the
// element begins a line; elsewhere it is a work that the quotation mentions.
func (b *Builder) CiteMark(handle int) {
	if b.quote == lint.None || handle >= len(b.marks) {
		return
	}
	m := b.marks[handle]
	from := b.blocks[b.Current()].from
	line := b.buf[from : from+m.Start]
	if i := bytes.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i+1:]
	}
	if before := strings.TrimSpace(string(line)); before != "" && LeadingDash(before) != len(before) {
		return
	}
	b.Doc.Quotations[b.quote].Cite = b.part(from+m.Start, from+m.End)
}

// LongestAttribution is the maximum length in bytes of a last line that begins with a dash
// and is an attribution; a longer one continues the quotation.
const LongestAttribution = 160

// SkipTags skips the template tags in a part of the draft that is not read.
func (b *Builder) SkipTags(before int) {
	for b.next < len(b.Tags) && b.Tags[b.next].Span.Start < before {
		b.next++
	}
}
