package drafting

import (
	"bytes"
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
)

//go:embed unfenced_code.txtar
var unfencedCodeDocs string

// UnfencedCode flags code that is not marked as code, and marks that never end.
var UnfencedCode = &lint.Rule{
	Name:     "unfenced-code",
	Family:   lint.DraftingFamily,
	Summary:  "code has lost the fence above or below it",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Requirement,
		Source: "CommonMark 0.31.2, section 4.5 Fenced code blocks",
		URL:    "https://spec.commonmark.org/0.31.2/#fenced-code-blocks",
	},
	Habit: lint.Habit{Does: "show code without a fence"},
	Docs:  unfencedCodeDocs,
	New:   func() lint.Checker { return &unfencedCode{} },
}

type unfencedCode struct{}

// Check reports each run of lines that the parser has read as code for want of a fence, and
// a fence at the end of the draft that has no end and has swallowed a heading or prose.
func (unfencedCode) Check(p *lint.Pass) {
	for _, span := range p.Doc.Unfenced {
		lines := 1 + strings.Count(p.Doc.Source.Slice(span), "\n")
		p.Report(lint.Finding{
			Span:     lint.Span{Start: span.Start, End: lineEnd(p.Doc.Source.Bytes, span.Start)},
			About:    span,
			Message:  fmt.Sprintf("%d lines of code have no fence; put ``` above and below %s", lines, listing(p.Doc.Source.Bytes, span)),
			Together: "%d pieces of code have no fence; put ``` above and below each",
		})
	}
	if !p.Doc.Can(lint.LinksByReference) || len(p.Doc.Blocks) == 0 {
		return
	}
	last := &p.Doc.Blocks[len(p.Doc.Blocks)-1]
	if last.Kind != lint.Code {
		return
	}
	if fence := openFence(p.Doc.Source.Slice(last.Span)); fence != "" && swallows(last.Text.String()) {
		before := string(p.Doc.Source.Bytes[:last.Span.Start])
		if closesBox(before, fence) {
			return
		}
		if at, ok := unquoted(before, fence); ok {
			p.Report(lint.Finding{
				Severity: lint.Warning,
				Span:     lint.Span{Start: at, End: lineEnd(p.Doc.Source.Bytes, at)},
				About:    last.Span,
				Message:  fmt.Sprintf("Code in a quotation breaks off here; put > before its other lines, down to the next %s", fence),
			})
			return
		}
		p.Report(lint.Finding{
			Severity: lint.Warning,
			Span:     lint.Span{Start: last.Span.Start, End: last.Span.Start + len(fence)},
			About:    last.Span,
			Message:  fmt.Sprintf("Code block is never closed and includes the rest of the text; put %s below the code", fence),
		})
	}
}

// listing returns what a message calls code that the parser has read partly as text: “it”, or the
// whole listing if the lines beside them are code too.
func listing(src []byte, span lint.Span) string {
	before := bytes.TrimSpace(src[:span.Start])
	after, _, _ := bytes.Cut(bytes.TrimSpace(src[span.End:]), []byte("\n"))
	for _, line := range [...][]byte{before, bytes.TrimSpace(after)} {
		if bytes.HasSuffix(line, []byte(";")) || bytes.HasSuffix(line, []byte("{")) || bytes.HasSuffix(line, []byte("}")) {
			return "the whole listing"
		}
	}
	return "them"
}

// unquoted returns the place of a fence in a quotation that opens code which has no end there, if no
// other fence follows in the text: lines without their “>” end a quotation, and the fence that should
// close the code opens another one.
func unquoted(before, fence string) (at int, ok bool) {
	at = strings.LastIndex(before, fence)
	if at < 0 {
		return 0, false
	}
	line := before[strings.LastIndexByte(before[:at], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	marks, language, _ := strings.Cut(line, fence)
	return at, strings.HasPrefix(strings.TrimSpace(marks), ">") && strings.Trim(marks, "> \t") == "" && strings.TrimSpace(language) != ""
}

// closesBox reports whether a fence without an end closes a box of the site's own, the line above
// which has a backtick after its fence: ```` ````note title="Use `let`" ````. CommonMark reads such a
// line as text and the next fence as an opening one; the program of the site does not.
func closesBox(before, fence string) bool {
	open := false
	for line := range strings.Lines(before) {
		rest, fenced := strings.CutPrefix(strings.TrimSpace(line), fence)
		switch {
		case !fenced || strings.HasPrefix(rest, fence[:1]):
		case strings.Contains(rest, "`") && fence[0] == '`':
			open = true
		case rest == "":
			open = false
		}
	}
	return open
}

// lineEnd returns the end of the line at an offset.
func lineEnd(src []byte, at int) int {
	if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
		return at + len(bytes.TrimRight(src[at:at+n], "\r"))
	}
	return len(src)
}

// openFence returns the fence at the beginning of a block of code, or "" if the last line
// of the block is one as well.
func openFence(block string) string {
	n := 0
	for n < len(block) && block[n] == block[0] {
		n++
	}
	if n < 3 || block[0] != '`' && block[0] != '~' {
		return ""
	}
	fence := block[:n]
	last := strings.TrimSpace(block[strings.LastIndexByte(block, '\n')+1:])
	if strings.Contains(block, "\n") && strings.HasPrefix(last, fence) {
		return ""
	}
	return fence
}

// swallows reports whether code contains a subheading of Markdown or a paragraph of prose.
func swallows(code string) bool {
	const words = 8
	blank := false
	for line := range strings.Lines(code) {
		line = strings.TrimRight(line, "\r\n")
		if blank && (strings.HasPrefix(line, "## ") || strings.HasPrefix(line, "### ")) {
			return true
		}
		if blank && len(line) > 0 && 'A' <= line[0] && line[0] <= 'Z' && strings.HasSuffix(line, ".") && strings.Count(line, " ") >= words {
			return true
		}
		blank = strings.TrimSpace(line) == ""
	}
	return false
}
