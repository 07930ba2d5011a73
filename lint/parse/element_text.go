package parse

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
)

// text reads the text between two tags.
func (e *elements) text(start, end int) {
	if e.silent > 0 {
		e.b.skipTags(end)
		return
	}
	if kind, _ := e.kind(); kind == lint.Code {
		e.preformatted(start, end)
		return
	}
	b, from := e.b, start
	for i := start; i < end; {
		switch c := b.src[i]; {
		case c == '&':
			text, n := entity(b.src[i:end], entityInText)
			if n == 0 {
				i++
				continue
			}
			e.letters(from, i)
			if len(text) == 1 && scan.IsHTMLSpace(text[0]) {
				b.space(i, i+n)
			} else {
				e.ensure(i)
				b.replace(text, i, i+n)
			}
			i += n
			from = i
		case scan.IsHTMLSpace(c):
			j := i + 1
			for j < end && scan.IsHTMLSpace(b.src[j]) {
				j++
			}
			if j > i+1 || c != ' ' || i == from && !b.inWord() {
				e.letters(from, i)
				b.space(i, j)
				from = j
			}
			i = j
		default:
			i++
		}
	}
	e.letters(from, end)
}

// inWord reports whether the open block ends in anything but white space, so that
// a single space behind it can be taken as it stands.
func (b *builder) inWord() bool {
	return b.offset() > 0 && !scan.IsHTMLSpace(b.buf[len(b.buf)-1])
}

// letters writes source bytes that are read as they stand.
func (e *elements) letters(start, end int) {
	if start < end {
		e.ensure(start)
		e.b.verbatim(start, end)
	}
}

// preformatted reads text that keeps its lines. The line break right behind the
// tag is no part of it.
func (e *elements) preformatted(start, end int) {
	b := e.b
	if !b.open {
		if start < end && b.src[start] == '\r' {
			start++
		}
		if start < end && b.src[start] == '\n' {
			start++
		}
	}
	for start < end {
		n := bytes.IndexByte(b.src[start:end], '&')
		if n < 0 {
			e.letters(start, end)
			return
		}
		e.letters(start, start+n)
		start += n
		text, n := entity(b.src[start:end], entityInText)
		if n == 0 {
			e.letters(start, start+1)
			start++
			continue
		}
		e.ensure(start)
		b.replace(text, start, start+n)
		start += n
	}
}

// lineBreak writes a hard line break. Two in a row are what careless pages have
// for a new paragraph.
func (e *elements) lineBreak(start, end int) {
	b := e.b
	if b.offset() == 0 {
		return
	}
	if b.doc.Blocks[b.current()].Kind != lint.Code {
		b.trimSpaces()
		if n := len(b.buf); n > 0 && b.buf[n-1] == '\n' {
			if !e.inText && b.doc.Blocks[b.current()].Kind == lint.Paragraph {
				e.endBlock(start)
			}
			return
		}
	}
	b.replace("\n", start, end)
}

// trimSpaces drops spaces before a line break, from the marks that end in them
// as well.
func (b *builder) trimSpaces() {
	at := b.blocks[len(b.blocks)-1]
	n := len(b.buf)
	for n > at.from && b.buf[n-1] == ' ' {
		n--
	}
	if n == len(b.buf) {
		return
	}
	b.cut(n)
	for k := at.mark; k < len(b.marks); k++ {
		m := &b.marks[k]
		m.Start, m.End = min(m.Start, n-at.from), min(m.End, n-at.from)
	}
	for k := len(b.doc.Links) - 1; k >= 0 && b.doc.Links[k].Block == len(b.blocks)-1; k-- {
		l := &b.doc.Links[k]
		l.Start, l.End = min(l.Start, n-at.from), min(l.End, n-at.from)
	}
}

// skipTags passes over template tags in what is not read.
func (b *builder) skipTags(before int) {
	for b.next < len(b.tags) && b.tags[b.next].Span.Start < before {
		b.next++
	}
}

// comment notes an HTML comment. Processing instructions and the like are none.
func (e *elements) comment(t *token) {
	raw := e.b.src[t.start:t.end]
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
	text := e.b.slice(from, to)
	if len(template.Overlapping(e.b.tags, lint.Span{Start: from, End: to})) > 0 {
		// What looks like a template tag in a comment that nothing closes was masked as one.
		raw := bytes.Clone(e.b.doc.Source.Bytes[from:to])
		scan.ReplaceInvalid(raw)
		text = lint.Verbatim(string(raw), from)
	}
	e.b.doc.Comments = append(e.b.doc.Comments, lint.Comment{Text: text, Span: lint.Span{Start: t.start, End: t.end}})
}
