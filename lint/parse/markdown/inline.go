package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/html"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// inline writes an inline node into the open block.
func (w *walker) inline(n ast.Node) {
	if w.hidden > w.at {
		if w.at = max(w.at, n.Pos()); w.at < w.hidden {
			w.passOver(n)
			return
		}
	}
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.Emphasis:
		kind := lint.MarkEmphasis
		if n.Level == 2 {
			kind = lint.MarkStrong
		}
		w.marked(n, kind)
		w.at += n.Level
	case *extension.Strikethrough:
		w.marked(n, lint.MarkStrike)
		w.at += min(2, scan.RunLength(w.src, w.at, '~'))
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Link:
		addLink(w, n)
	case *ast.Image:
		addImage(w, n)
	case *ast.AutoLink:
		addAutoLink(w, n)
	case *ast.RawHTML:
		w.rawHTML(n)
	case *extension.FootnoteLink:
		w.footnoteLink(n)
	case *ast.String:
		w.b.Replace(string(n.Value), w.at, w.at)
	case *extension.TaskCheckBox, *extension.FootnoteBacklink:
		// Not part of the text: a checkbox, and an arrow that only goldmark's renderer adds.
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.inline(c)
		}
	}
}

// text writes a text node and the line break after it. Texts that our own parser made
// may also contain line breaks; there is no white space before these.
func (w *walker) text(n *ast.Text) {
	s := n.Segment
	if n.IsRaw() {
		w.b.Verbatim(s.Start, s.Stop)
	} else {
		for {
			k := w.newline.next(w.src, s.Start)
			if k >= s.Stop {
				break
			}
			w.unescape(s.Start, k)
			s.Start = k
			w.b.Space(s.Start, w.nextLine(s.Start))
			w.broken()
			s.Start = w.at
		}
		w.unescape(s.Start, s.Stop)
	}
	w.at = s.Stop
	switch {
	case n.HardLineBreak():
		w.b.Replace("\n", s.Stop, w.nextLine(s.Stop))
	case n.SoftLineBreak():
		w.b.Space(s.Stop, w.nextLine(s.Stop))
	default:
		return
	}
	w.broken()
}

// broken continues after a line break.
func (w *walker) broken() {
	w.at = w.lines.At(w.line).Start
	if w.line == w.lines.Len()-1 {
		w.lastAt = w.b.Offset()
	}
}

// nextLine returns the offset of the first line of the block after a source offset,
// without indentation and quotation markers.
func (w *walker) nextLine(stop int) int {
	for w.line < w.lines.Len()-1 && w.lines.At(w.line).Start <= stop {
		w.line++
	}
	return max(stop, w.lines.At(w.line).Start)
}

// unescape writes text with its escapes and character references resolved, and links of a wiki
// as they are shown.
func (w *walker) unescape(start, end int) {
	for w.pipe.next(w.src, start) < end {
		bar := w.pipe.at
		if hidden := hiddenTarget(w.src, bar); start <= hidden.Start && hidden.End <= end && hidden.End > bar {
			w.resolved(start, hidden.Start)
			start = hidden.End
			continue
		}
		w.resolved(start, bar+1)
		start = bar + 1
	}
	w.resolved(start, end)
}

// resolved writes text with its escapes and character references resolved.
func (w *walker) resolved(start, end int) {
	from, src := start, w.src[:end]
	if w.backslash.next(w.src, start) >= end && w.ampersand.next(w.src, start) >= end {
		w.b.Verbatim(start, end)
		return
	}
	for i := start; i < len(src); i++ {
		c := src[i]
		if c != '\\' && c != '&' {
			continue
		}
		switch c {
		case '\\':
			if i+1 < end && punctuation(w.src[i+1]) {
				w.b.Verbatim(from, i)
				w.b.Replace(string(w.src[i+1:i+2]), i, i+2)
				i++
				from = i + 1
			}
		case '&':
			if text, n := html.Entity(w.src[i:end], html.InMarkdown); n > 0 {
				w.b.Verbatim(from, i)
				w.b.Replace(text, i, i+n)
				i += n - 1
				from = i + 1
			}
		}
	}
	w.b.Verbatim(from, end)
}

// punctuation reports whether a backslash can escape a byte: ASCII punctuation.
func punctuation(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

// marked writes the children of a node within a mark.
func (w *walker) marked(n ast.Node, kind lint.MarkKind) {
	handle := lint.None
	if w.alt == 0 {
		handle = w.b.Mark(kind, lint.None)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
	if w.alt == 0 {
		w.b.CloseMark(handle)
	}
}

// codeSpan writes code, with its line breaks as spaces.
func (w *walker) codeSpan(n *ast.CodeSpan) {
	handle := lint.None
	if w.alt == 0 {
		handle = w.b.Mark(lint.MarkCode, lint.None)
	}
	end := max(w.at, n.Pos())
	end += scan.RunLength(w.src, end, '`')
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		s := t.Segment
		stop := s.Stop
		for stop > s.Start && (w.src[stop-1] == '\n' || w.src[stop-1] == '\r') {
			stop--
		}
		w.b.Verbatim(s.Start, stop)
		if stop < s.Stop {
			w.b.Replace(" ", stop, max(s.Stop, w.nextLine(s.Stop-1)))
		}
		end = s.Stop
	}
	if w.alt == 0 {
		w.b.CloseMark(handle)
	}
	if k := bytes.IndexByte(w.src[min(end, len(w.src)):w.limit()], '`'); k >= 0 {
		end += k
	}
	w.at = end + scan.RunLength(w.src, end, '`')
}

// limit returns the end of the lines of the block; no inline extends beyond it.
func (w *walker) limit() int { return w.lines.At(w.lines.Len() - 1).Stop }

// passOver skips a node between the tags of a drawing or a formula, whose text is not prose.
func (w *walker) passOver(n ast.Node) {
	switch n := n.(type) {
	case *ast.RawHTML:
		w.rawHTML(n)
	case *ast.Text:
		w.at = max(w.at, n.Segment.Stop)
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.passOver(c)
		}
	}
}

// hide records where a drawing or a formula in HTML ends, if it opens and closes in the block.
func (w *walker) hide(start, end int) {
	for _, name := range [...]string{"svg", "math", "script", "style"} {
		rest, is := bytes.CutPrefix(w.src[start+1:end], []byte(name))
		if !is || rest[0] != ' ' && rest[0] != '>' || w.src[end-2] == '/' {
			continue
		}
		if k := bytes.Index(w.src[end:max(end, w.limit())], []byte("</"+name+">")); k >= 0 {
			w.hidden = end + k
		}
		return
	}
}

// rawHTML passes a tag or a comment on.
func (w *walker) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	start, end := n.Segments.At(0).Start, n.Segments.At(n.Segments.Len()-1).Stop
	w.at = end
	if w.alt == 0 {
		w.join(n.Segments)
		w.e.Inline(start, end)
		if w.hidden < end {
			w.hide(start, end)
		}
	}
}

func (w *walker) footnoteLink(n *extension.FootnoteLink) {
	start := max(w.at, n.Pos())
	if k := bytes.IndexByte(w.src[min(start, len(w.src)):w.limit()], ']'); k >= 0 {
		w.at = start + k + 1
	}
	if w.alt == 0 {
		w.b.CloseMark(w.b.Mark(lint.MarkFootnote, lint.None))
	}
}
