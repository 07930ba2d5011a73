package html

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/address"
	"github.com/copychief/copychief/lint/parse/template"
	"golang.org/x/net/html/atom"
)

// openLink begins a link. An anchor element without a target is not a link.
func openLink(e *Elements, el *openElement, a *attributes) {
	if a == nil || !a.present(attrHref) || nearestOpen(e, atom.Pre) >= 0 {
		return // in code, a link is part of the sample
	}
	target := a.target(attrHref)
	l := lint.Link{Target: target, Kind: address.Classify(target.String(), e.o.Hosts), Span: el.tag}
	if a.present(attrRel) {
		l.Rel = strings.Fields(strings.ToLower(a.target(attrRel).String()))
	}
	if l.Label = a.text(attrAriaLabel).Plain(); l.Label == "" {
		l.Label = a.text(attrTitle).Plain()
		el.titled = true
	}
	el.link = e.b.BeginLink(l)
	if e.b.IsOpen() {
		el.block = e.b.Current()
	}
}

// nameLink names the open link by an element in it that shows no text but has a name for
// screen readers: a label of its own, or the title of a drawing.
func nameLink(e *Elements, t *token, a *attributes) {
	labelled, titled := a != nil && a.present(attrAriaLabel), t.name == atom.Title
	if !labelled && !titled || t.name == atom.A {
		return
	}
	k := nearestOpen(e, atom.A)
	if k < 0 || e.stack[k].link == lint.None || titled && nearestOpen(e, atom.Svg) < k {
		return
	}
	l := &e.b.Doc.Links[e.stack[k].link]
	if l.Label != "" {
		return
	}
	e.stack[k].titled = true // text counts first
	switch {
	case labelled:
		l.Label = a.text(attrAriaLabel).Plain()
	default:
		title, _, _ := bytes.Cut(e.b.Src[t.end:], []byte("<"))
		l.Label = string(bytes.TrimSpace(title))
	}
}

// closeLink ends a link at its end tag, which ends at offset end.
func closeLink(e *Elements, el *openElement, end int) {
	e.b.EndLink(el.link, lint.Span{Start: el.start, End: end})
	completeLink(e, el)
}

// discardLink ends a link that was left open in a finished block.
func discardLink(e *Elements, el *openElement) {
	b := e.b
	if k := b.Doc.Links[el.link].Block; k != lint.None {
		b.Doc.Links[el.link].Span.End = max(el.tag.End, b.Doc.Blocks[k].Span.End)
	}
	completeLink(e, el)
}

// completeLink sets what depends on the link's text. A title names a link only if it
// has no text.
func completeLink(e *Elements, el *openElement) {
	b := e.b
	l := &b.Doc.Links[el.link]
	text := strings.TrimSpace(b.LinkText(el.link))
	if el.titled && strings.Trim(text, string(lint.Object)+" ") != "" {
		l.Label = ""
	}
	l.Bare = showsAddress(text, l.Target.String())
}

// showsAddress reports whether the text of a link is its address, apart from parts that
// readers would omit.
func showsAddress(text, target string) bool {
	if text == "" || target == "" {
		return false
	}
	short := func(s string) string {
		for _, prefix := range [...]string{"mailto:", "https://", "http://", "www."} {
			s = strings.TrimPrefix(s, prefix)
		}
		return strings.TrimSuffix(s, "/")
	}
	return text == target || short(text) != "" && strings.EqualFold(short(text), short(target))
}

// addAnchor records the names that links can use as a fragment.
func addAnchor(e *Elements, t *token, a *attributes) {
	if a.present(attrID) && !a.at[attrID].Empty() {
		e.b.Doc.Anchors = append(e.b.Doc.Anchors, a.target(attrID).String())
	}
	if t.name == atom.A && a.present(attrName) && !a.at[attrName].Empty() {
		e.b.Doc.Anchors = append(e.b.Doc.Anchors, a.target(attrName).String())
	}
}

// addVoid reads an element that is always empty.
func addVoid(e *Elements, t *token, a *attributes) {
	switch t.name {
	case atom.Br:
		if e.silent == 0 {
			addLineBreak(e, t.start, t.end)
		}
	case atom.Hr:
		if e.inText {
			e.b.Space(t.start, t.end)
		} else if e.b.IsOpen() {
			e.endBlock(t.start)
		}
	case atom.Img, atom.Image:
		addImage(e, t, a)
	}
}

// addImage adds an image. It is decorative inside an element that assistive technology
// skips, and is ignored inside an element that is not displayed.
func addImage(e *Elements, t *token, a *attributes) {
	if e.vanished > 0 || nearestOpen(e, atom.Pre) >= 0 {
		return
	}
	m := lint.Image{Origin: lint.ImageHTML, Span: lint.Span{Start: t.start, End: t.end}, Block: lint.None}
	m.Decorative = e.silent > 0
	if a != nil {
		m.Alt, m.HasAlt = a.text(attrAlt), a.present(attrAlt)
		m.Decorative = m.Decorative || m.HasAlt && m.Alt.Len() == 0 ||
			a.is(attrRole, "presentation") || a.is(attrRole, "none") || a.is(attrAriaHidden, "true") ||
			!m.HasAlt && (a.made(attrAriaHidden) || a.made(attrRole))
		if span := a.expression(t); !span.Empty() && !m.HasAlt {
			m.Alt, m.HasAlt = lint.NewText(string(lint.Object), []lint.Run{{Source: span, Whole: true}}), true
		}
		m.Target = imageTarget(a)
	}
	if e.silent > 0 {
		e.b.Doc.Images = append(e.b.Doc.Images, m)
		return
	}
	e.ensure(t.start)
	e.b.Object(e.b.Image(m), t.start, t.end)
}

// expression returns the span of an expression that may produce an unknown alt text:
// the value of an attribute that a framework binds, or the attributes that JSX spreads.
func (a *attributes) expression(t *token) lint.Span {
	if a.present(attrAltBound) {
		return a.at[attrAltBound]
	}
	for _, tag := range template.Overlapping(a.b.Tags, lint.Span{Start: t.start, End: t.end}) {
		if bytes.HasPrefix(a.b.Doc.Source.Bytes[tag.Span.Start:], []byte("{...")) {
			return tag.Span
		}
	}
	return lint.Span{}
}

// imageTarget returns the address of an image: its source, the source that a script
// will set, or the first one of a set of sources.
func imageTarget(a *attributes) lint.Text {
	for _, k := range [...]attribute{attrSrc, attrDataSrc} {
		if a.present(k) && !a.at[k].Empty() {
			return a.target(k)
		}
	}
	for _, k := range [...]attribute{attrSrcset, attrDataSrcset} {
		if a.present(k) {
			set := a.target(k)
			if n := strings.IndexAny(set.String(), " \t\n,"); n >= 0 {
				return set.Sub(0, n)
			}
			return set
		}
	}
	return lint.Text{}
}
