package parse

import (
	"bytes"

	"github.com/copychief/copychief/lint"
)

// fewestCode is the number of lines of code that a run of paragraphs must have to be code
// without a fence. A line or two may be an example in the author's sentence.
const fewestCode = 3

// unfenced makes paragraphs that are code without a fence blocks of code, so that no rule
// reads them as prose, and records each run of them in the document. Few paragraphs end as
// code does; only these and their neighbours are read line by line. A file of a word processor has no
// fences, so nothing is recorded, and src is nil.
func unfenced(doc *lint.Document, src []byte) {
	found := false // code that needs another kind
	for i := 0; i < len(doc.Blocks); i++ {
		if isPrompt(&doc.Blocks[i], src) {
			doc.Blocks[i].Kind, doc.Blocks[i].Marks, found = lint.Code, nil, true
			if i > 0 && isComment(&doc.Blocks[i-1], &doc.Blocks[i], src) {
				doc.Blocks[i-1].Kind, doc.Blocks[i-1].Level, doc.Blocks[i-1].Marks = lint.Code, 0, nil
			}
			continue
		}
		if !endsLikeCode(&doc.Blocks[i], src) || codeIn(&doc.Blocks[i], src).lines == 0 {
			continue
		}
		from, to := i, i+1
		for from > 0 && continuesCode(doc, from-1, -1, src) {
			from--
		}
		for to < len(doc.Blocks) && continuesCode(doc, to, 1, src) {
			to++
		}
		if n := codeLines(doc, from, to, src); n.lines < fewestCode || n.certain == 0 {
			continue
		}
		for k := from; k < to; k++ {
			b := &doc.Blocks[k]
			b.Kind, b.Level, b.Marks = lint.Code, 0, nil
		}
		span := lint.Span{Start: doc.Blocks[from].Span.Start, End: doc.Blocks[to-1].Span.End}
		if found = true; src != nil && !inScript(src, span.Start) && !inTags(doc.Source.Bytes, span) {
			doc.Unfenced = append(doc.Unfenced, span)
		}
		i = to - 1
	}
	if found {
		doc.Index()
	}
}

// inScript reports whether a script or a style sheet of HTML begins before an offset and
// ends after it. Markdown ends an element at a blank line, but a browser does not.
func inScript(src []byte, at int) bool {
	for _, name := range [...]string{"script", "style"} {
		if open := bytes.LastIndex(src[:at], []byte("<"+name)); open >= 0 && !bytes.Contains(src[open:at], []byte("</"+name)) {
			return bytes.Contains(src[at:], []byte("</"+name))
		}
	}
	return false
}

// inTags reports whether the nearest template tag before a span opens a pair that the nearest one
// after it closes: the template determines how the text between them is shown, so it needs no fence.
// The same is true of a span that begins with a tag.
func inTags(src []byte, s lint.Span) bool {
	for _, tag := range [...]struct{ opens, closes string }{{"{{<", "/"}, {"{{%", "/"}, {"{%", "end"}} {
		if bytes.HasPrefix(bytes.TrimLeft(src[s.Start:s.End], " \t"), []byte(tag.opens)) {
			return true
		}
		before, after := bytes.LastIndex(src[:s.Start], []byte(tag.opens)), bytes.Index(src[s.End:], []byte(tag.opens))
		if before < 0 || after < 0 {
			continue
		}
		name, _, _ := bytes.Cut(bytes.TrimLeft(src[before+len(tag.opens):s.Start], "- "), []byte(" "))
		closer := bytes.TrimLeft(src[s.End+after+len(tag.opens):], "- ")
		if rest, ok := bytes.CutPrefix(closer, []byte(tag.closes)); ok && bytes.HasPrefix(bytes.TrimLeft(rest, " "), name) {
			return true
		}
	}
	return false
}

// isPrompt reports whether a paragraph is a command after a shell prompt: "$ git status". It
// is not prose, but a single line needs no fence.
func isPrompt(b *lint.Block, src []byte) bool {
	if b.Kind != lint.Paragraph {
		return false
	}
	text := written(b, src)
	if len(text) < 3 || text[0] != '$' || text[1] != ' ' {
		return false
	}
	c := text[2]
	return 'a' <= c && c <= 'z' || c == '.' || c == '/' || c == '~'
}

// isComment reports whether a heading is a shell comment: it has one number sign and is on the line
// above a command.
func isComment(b, command *lint.Block, src []byte) bool {
	if src == nil || b.Kind != lint.Heading || b.Level != 1 || b.Span.End > command.Span.Start || src[b.Span.Start] != '#' {
		return false
	}
	between := src[b.Span.End:command.Span.Start]
	return bytes.Count(between, []byte("\n")) == 1 && len(bytes.TrimSpace(between)) == 0
}

// endsLikeCode reports whether a paragraph ends with a character with which code ends more
// often than prose.
func endsLikeCode(b *lint.Block, src []byte) bool {
	if b.Kind != lint.Paragraph || b.Quote != lint.None || b.Footnote || b.Span.Empty() {
		return false
	}
	text := written(b, src)
	if len(text) == 0 {
		return false
	}
	switch text[len(text)-1] {
	case ';', '{', '}', ')':
		return true
	}
	return false
}

// continuesCode reports whether a block next to code is code too, or a comment that was
// read as a heading and has code on its other side, in the direction of step.
func continuesCode(doc *lint.Document, i, step int, src []byte) bool {
	b := &doc.Blocks[i]
	switch {
	case b.Quote != lint.None || b.Footnote:
		return false
	case b.Kind == lint.Paragraph:
		return codeIn(b, src).lines > 0
	case b.Kind == lint.Heading && b.Level == 1 && src != nil && src[b.Span.Start] == '#':
		next := i + step
		return next >= 0 && next < len(doc.Blocks) && doc.Blocks[next].Kind == lint.Paragraph && codeIn(&doc.Blocks[next], src).lines > 0
	}
	return false
}

// written returns what the author wrote in a paragraph: in Markdown its source, and without a source its
// text.
func written(b *lint.Block, src []byte) []byte {
	if src == nil {
		return []byte(b.Text.String())
	}
	return src[b.Span.Start:b.Span.End]
}

// counted is the number of lines of code in a text, and how many of them are nothing else
// for certain.
type counted struct{ lines, certain int }

func codeLines(doc *lint.Document, from, to int, src []byte) (n counted) {
	for i := from; i < to; i++ {
		if doc.Blocks[i].Kind == lint.Paragraph {
			k := codeIn(&doc.Blocks[i], src)
			n.lines += k.lines
			n.certain += k.certain
		}
	}
	return n
}

// codeIn counts the lines of code in a paragraph; there are none if most lines are prose.
func codeIn(b *lint.Block, src []byte) (n counted) {
	prose := 0
	for line := range bytes.Lines(written(b, src)) {
		switch lineOf(bytes.TrimSpace(line)) {
		case proseLine:
			prose++
		case codeLine:
			n.lines++
		case certainLine:
			n.lines++
			n.certain++
		case neutralLine:
		}
	}
	if 2*prose > n.lines && (n.certain == 0 || prose > n.lines) {
		return counted{}
	}
	return n
}
