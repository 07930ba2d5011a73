package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/address"
	"github.com/copychief/copychief/lint/parse/html"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/splice"
	"github.com/copychief/copychief/lint/parse/template"
	"github.com/yuin/goldmark/ast"
)

// addLink writes a link with its text.
func addLink(w *walker, n *ast.Link) {
	start := n.Pos()
	w.at = start + 1
	if w.alt > 0 {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			w.inline(c)
		}
		linkEnd(w, n.Reference, n.Destination)
		return
	}
	i := w.b.BeginLink(lint.Link{})
	from := w.b.Offset()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
	empty := w.b.Offset() == from
	end := linkEnd(w, n.Reference, n.Destination)
	span := lint.Span{Start: start, End: end}
	w.b.EndLink(i, span)
	l := &w.b.Doc.Links[i]
	l.Target = linkTarget(w, n.Destination, span)
	l.Kind = address.Classify(l.Target.String(), w.o.Hosts)
	if empty && len(n.Title) > 0 {
		l.Label = string(n.Title)
	}
}

// addImage writes an image as an Object; its alt text is a separate text.
func addImage(w *walker, n *ast.Image) {
	start := n.Pos()
	w.at = start + 2
	before := w.b.Checkpoint()
	w.alt++
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
	w.alt--
	if w.alt > 0 {
		linkEnd(w, n.Reference, n.Destination)
		return
	}
	alt := w.b.TakeBack(before, start+2)
	span := lint.Span{Start: start, End: linkEnd(w, n.Reference, n.Destination)}
	if at := template.Overlapping(w.b.Tags, lint.Span{Start: span.End, End: span.End + 1}); len(at) > 0 && alt.Len() == 0 {
		if other, ok := at[0].Alternative(); ok {
			alt = other
		}
	}
	i := w.b.Image(lint.Image{
		Origin: lint.ImageMarkdown, Alt: alt, HasAlt: true,
		Target: linkTarget(w, n.Destination, span), Span: span,
	})
	w.b.Object(i, span.Start, span.End)
}

// linkEnd returns the end of a link or an image after the walk has read its text, and
// continues after it.
func linkEnd(w *walker, ref *ast.ReferenceLink, destination []byte) int {
	limit := w.limit()
	i := findByte(w, w.at, limit, ']')
	switch {
	case ref == nil:
		i = inlineEnd(w, i, limit, destination)
	case ref.Type != ast.ReferenceLinkShortcut && i < limit && w.src[i] == '[':
		i = findByte(w, i+1, limit, ']')
	}
	w.at = i
	return i
}

// findByte returns the offset after the first unescaped c in [i, limit), or i if there is
// none.
func findByte(w *walker, i, limit int, c byte) int {
	for k := i; k < limit; k++ {
		switch w.src[k] {
		case '\\':
			k++
		case c:
			return k + 1
		}
	}
	return min(i, limit)
}

// inlineEnd reads "(destination "title")" from i on, in the same way as goldmark.
func inlineEnd(w *walker, i, limit int, destination []byte) int {
	if i >= limit || w.src[i] != '(' {
		return i
	}
	k := skipNested(w, i+1, limit)
	if k < limit && w.src[k] == '<' && (k+1+len(destination) < limit) && w.src[k+1+len(destination)] == '>' {
		k += 2 + len(destination)
	} else {
		k += len(destination)
	}
	k = skipNested(w, k, limit)
	if k < limit && w.src[k] != ')' {
		closing := w.src[k]
		if closing == '(' {
			closing = ')'
		}
		k = skipNested(w, findByte(w, k+1, limit, closing), limit)
	}
	if k < limit && w.src[k] == ')' {
		return k + 1
	}
	return min(k, limit)
}

// skipNested returns the offset of the first byte from i on that is not white space; it also
// skips what precedes the lines of the block.
func skipNested(w *walker, i, limit int) int {
	for i < limit && scan.IsHTMLSpace(w.src[i]) {
		if w.src[i] == '\n' {
			i = max(i+1, w.nextLine(i))
		} else {
			i++
		}
	}
	return i
}

// linkTarget returns the text of a destination with its position, which may be in a link
// definition elsewhere. The slice itself gives the position, since goldmark's
// destinations are slices of the source.
func linkTarget(w *walker, destination []byte, link lint.Span) lint.Text {
	if len(destination) == 0 {
		return w.b.Slice(link.End, link.End)
	}
	start := cap(w.src) - cap(destination)
	if start < 0 || start+len(destination) > len(w.src) || &w.src[start] != &destination[0] {
		k := bytes.Index(w.src[link.Start:link.End], destination)
		if k < 0 {
			return lint.NewText(string(destination), []lint.Run{{Source: link, Whole: true}})
		}
		start = link.Start + k
	}
	end := start + len(destination)
	inside := template.Overlapping(w.b.Tags, lint.Span{Start: start, End: end})
	if len(inside) == 0 && bytes.IndexByte(destination, '\\') < 0 && bytes.IndexByte(destination, '&') < 0 {
		return w.b.Slice(start, end)
	}
	return resolveTags(w, start, end, inside)
}

// resolveTags returns a destination with escapes and character references resolved, and
// each template tag replaced by its first string literal.
func resolveTags(w *walker, start, end int, inside []template.Tag) lint.Text {
	v := splice.New(w.src, start)
	for i := start; i < end; i++ {
		if len(inside) > 0 && inside[0].Span.Start <= i {
			v.Insert(inside[0].Literal, i, min(inside[0].Span.End, end))
			i = inside[0].Span.End - 1
			inside = inside[1:]
			continue
		}
		switch c := w.src[i]; c {
		case '\\':
			if i+1 < end && punctuation(w.src[i+1]) {
				v.Replace(string(w.src[i+1:i+2]), i, i+2)
				i++
			}
		case '&':
			if text, n := html.Entity(w.src[i:end], html.InMarkdown); n > 0 {
				v.Replace(text, i, i+n)
				i += n - 1
			}
		}
	}
	v.Flush(end)
	if v.Empty() {
		return w.b.Slice(start, start)
	}
	return v.Text()
}

// addAutoLink writes an address that is its own text: <https://…>, a bare address, or an
// e-mail address. A scheme that the text omits is in the target, but has no position in
// the source.
func addAutoLink(w *walker, n *ast.AutoLink) {
	label := n.Label(w.src)
	start := cap(w.src) - cap(label)
	end := start + len(label)
	if len(label) == 0 || start < 0 || end > len(w.src) {
		return
	}
	span := lint.Span{Start: start, End: end}
	if start > 0 && w.src[start-1] == '<' && end < len(w.src) && w.src[end] == '>' {
		span = lint.Span{Start: start - 1, End: end + 1}
	}
	w.at = span.End
	if w.alt > 0 {
		w.b.Verbatim(start, end)
		return
	}
	scheme := ""
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
		scheme = "mailto:"
	} else if len(n.Protocol) > 0 {
		scheme = string(n.Protocol) + "://"
	}
	target := linkTarget(w, label, span)
	if scheme != "" {
		runs := []lint.Run{{Source: lint.Span{Start: start, End: start}, Whole: true}}
		for r := range target.Runs() {
			r.At += len(scheme)
			runs = append(runs, r)
		}
		target = lint.NewText(scheme+target.String(), runs)
	}
	i := w.b.BeginLink(lint.Link{Bare: true, Target: target, Kind: address.Classify(target.String(), w.o.Hosts)})
	w.b.Verbatim(start, end)
	w.b.EndLink(i, span)
}
