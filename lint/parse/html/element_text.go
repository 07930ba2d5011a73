package html

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// addText reads the text between two tags.
func addText(e *Elements, start, end int) {
	if e.silent > 0 {
		e.b.SkipTags(end)
		return
	}
	if kind, _ := e.kind(); kind == lint.Code {
		addPreformatted(e, start, end)
		return
	}
	b, from := e.b, start
	for i := start; i < end; {
		switch c := b.Src[i]; {
		case c == '&':
			text, n := Entity(b.Src[i:end], InText)
			if n == 0 {
				i++
				continue
			}
			addLetters(e, from, i)
			if len(text) == 1 && scan.IsHTMLSpace(text[0]) {
				b.Space(i, i+n)
			} else {
				e.ensure(i)
				b.Replace(text, i, i+n)
			}
			i += n
			from = i
		case scan.IsHTMLSpace(c):
			j := i + 1
			for j < end && scan.IsHTMLSpace(b.Src[j]) {
				j++
			}
			if j > i+1 || c != ' ' || i == from && !b.InWord() {
				addLetters(e, from, i)
				if isParted(e, i, j) {
					e.endBlock(i)
				} else {
					b.Space(i, j)
				}
				from = j
			}
			i = j
		default:
			i++
		}
	}
	addLetters(e, from, end)
}

// addLetters appends source bytes unchanged.
func addLetters(e *Elements, start, end int) {
	if start < end {
		e.ensure(start)
		e.b.Verbatim(start, end)
	}
}

// addPreformatted reads text that keeps its line breaks. A line break right after the tag
// is not part of it.
func addPreformatted(e *Elements, start, end int) {
	b := e.b
	if !b.IsOpen() {
		if start < end && b.Src[start] == '\r' {
			start++
		}
		if start < end && b.Src[start] == '\n' {
			start++
		}
	}
	for start < end {
		n := bytes.IndexByte(b.Src[start:end], '&')
		if n < 0 {
			addLetters(e, start, end)
			return
		}
		addLetters(e, start, start+n)
		start += n
		text, n := Entity(b.Src[start:end], InText)
		if n == 0 {
			addLetters(e, start, start+1)
			start++
			continue
		}
		e.ensure(start)
		b.Replace(text, start, start+n)
		start += n
	}
}

// addLineBreak writes a hard line break. Poorly written pages use two in a row for a new
// paragraph.
func addLineBreak(e *Elements, start, end int) {
	b := e.b
	if b.Offset() == 0 {
		return
	}
	if b.Doc.Blocks[b.Current()].Kind != lint.Code {
		b.TrimSpaces()
		if b.Last() == '\n' {
			if !e.inText && b.Doc.Blocks[b.Current()].Kind == lint.Paragraph {
				e.endBlock(start)
			}
			return
		}
	}
	b.Replace("\n", start, end)
}

// addComment records an HTML comment. Processing instructions and the like do not count.
func addComment(e *Elements, t *token) {
	raw := e.b.Src[t.start:t.end]
	if !bytes.HasPrefix(raw, []byte("<!--")) {
		return
	}
	from, to := t.start+4, t.end
	for _, closer := range [...]string{"-->", "--!>"} {
		if bytes.HasSuffix(raw, []byte(closer)) {
			to = max(from, t.end-len(closer))
			break
		}
	}
	from = min(from, t.end)
	to = max(from, to)
	text := e.b.Slice(from, to)
	if len(template.Overlapping(e.b.Tags, lint.Span{Start: from, End: to})) > 0 {
		// In an unclosed comment, text that looks like a template tag was masked.
		raw := bytes.Clone(e.b.Doc.Source.Bytes[from:to])
		scan.ReplaceInvalid(raw)
		text = lint.Verbatim(string(raw), from)
	}
	e.b.Doc.Comments = append(e.b.Doc.Comments, lint.Comment{Text: text, Span: lint.Span{Start: t.start, End: t.end}})
}

// noteBefore inserts a space before the superscript number of a note that follows a
// sentence: the number does not belong to the last word, and it must not hide the end
// of the sentence.
func noteBefore(e *Elements, t *token) {
	if !e.b.IsOpen() || e.b.Offset() == 0 || bytes.IndexByte([]byte(".!?\"\x9d"), e.b.Last()) < 0 {
		return
	}
	rest := e.b.Src[t.end:]
	if bytes.HasPrefix(rest, []byte("<a")) {
		rest = rest[bytes.IndexByte(rest, '>')+1:]
	}
	rest = bytes.TrimLeft(rest, "[(")
	n := 0
	for n < len(rest) && '0' <= rest[n] && rest[n] <= '9' {
		n++
	}
	if n > 0 && n < 4 && n < len(rest) && bytes.IndexByte([]byte("<])"), rest[n]) >= 0 {
		e.b.Space(t.start, t.start)
	}
}
