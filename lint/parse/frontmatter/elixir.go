package frontmatter

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
)

// readElixirMap reads the map with which drafts for Elixir's NimblePublisher begin: “%{ title:
// "Frost" }”, closed by a line “---”. It is so close to an object of JavaScript that a
// [scriptReader] reads it.
func readElixirMap(c *collector, head, none int) (body int) {
	if !bytes.HasPrefix(c.src[head:], []byte("%{")) {
		return none
	}
	to := min(len(c.src), head+c.limits.FrontMatter)
	fence, body := closing(c.src[:to], scan.NextLine(c.src, head), "---")
	if fence < 0 {
		return none
	}
	c.doc.Meta.Span, c.doc.Meta.Format = lint.Span{Start: head, End: scan.LineEnd(c.src, fence)}, lint.JSON
	j := &scriptReader{collector: c, i: head + 1, to: fence}
	j.object("", 1, lint.None)
	return body
}

// sigil reads the value of a sigil of Elixir: a date “~D[2024-01-02]”, or words “~w(ice snow)”.
func (j *scriptReader) sigil(values *[]lint.Text) {
	start := j.i
	for j.i++; j.i < j.to && scan.IsAlphanumeric(j.src[j.i]); j.i++ {
	}
	word := j.i > start+1 && j.src[j.i-1]|0x20 == 'w'
	if j.i == j.to || bytes.IndexByte([]byte("[({"), j.src[j.i]) < 0 {
		return
	}
	from := j.i + 1
	end := bytes.IndexAny(j.src[from:j.to], "])}")
	if end < 0 {
		return
	}
	j.i = from + end + 1
	text := bytes.TrimSpace(j.src[from : from+end])
	at := from + bytes.Index(j.src[from:], text)
	if !word {
		*values = append(*values, lint.Verbatim(string(text), at))
		return
	}
	for i := 0; i < len(text); {
		n := bytes.IndexAny(text[i:], " \t\r\n")
		if n < 0 {
			n = len(text) - i
		}
		if n > 0 {
			*values = append(*values, lint.Verbatim(string(text[i:i+n]), at+i))
		}
		i += n + 1
	}
}

// longMark encloses a string over several lines.
const longMark = `"""`

// longText reads a string in three quotation marks.
func (j *scriptReader) longText() (lint.Text, bool) {
	from := j.i + len(longMark)
	n := bytes.Index(j.src[from:j.to], []byte(longMark))
	if n < 0 {
		return lint.Text{}, false
	}
	j.i = from + n + len(longMark)
	inner := bytes.TrimSpace(j.src[from : from+n])
	at := from + bytes.Index(j.src[from:], inner)
	return foldedLines(j.src, at, at+len(inner)), true
}
