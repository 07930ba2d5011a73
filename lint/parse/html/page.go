// Package html reads HTML: whole pages ([Parse]), and fragments in Markdown
// ([Elements]).
//
// It builds no tree. The tokens of a page are processed three times: the head for
// metadata, the body to find the article, and then the article itself. A stack of open
// elements determines the kind of block for each piece of text. The tokenizer of
// x/net/html decides where tags begin and end. Simple HTML, which includes nearly all
// HTML in Markdown, is split without it, since the tokenizer allocates four kilobytes
// each time. Fuzz targets compare the hand-written parsers of tokens, attributes and
// character references with the library.
//
// The trade-off: malformed elements are repaired as in browsers only in the common
// cases, but time is linear in the length of any source.
package html

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/scan"
	"github.com/copychief/copychief/lint/parse/template"
	"golang.org/x/net/html/atom"
)

// Parse reads a whole HTML page from offset from on: head and article.
//
// Comments and anchors count anywhere in the page, because suppressions and links can
// refer to them from outside the article.
func Parse(b *build.Builder, from int, tags []template.Tag, o *build.Options) {
	b.Tags = tags
	tokens := appendTokens(make([]token, 0, len(b.Src)/20+16), b.Src, from, len(b.Src))
	body := readHead(b, tokens, o)
	r := findRegion(b, tokens, body)

	e := NewElements(b, o)
	e.page, e.body = true, r.kind == wholeBody
	e.headline = r.headline
	for i := range tokens {
		t := &tokens[i]
		switch {
		case i >= body && (i >= r.from && i < r.to || i >= r.h1 && i < r.h1End):
			e.token(t)
		case t.kind == commentToken:
			addComment(e, t)
		case t.kind == startToken && t.attributes && i >= body:
			a := readAttributes(b, t.start, t.end)
			addAnchor(e, t, &a)
			b.SkipTags(t.end)
		default:
			b.SkipTags(t.end)
		}
	}
	e.Close(len(b.Src))
}

// regionKind says which part of the page is the article.
type regionKind uint8

const (
	wholeBody regionKind = iota
	mainElement
	articleElement
)

// region is the article of a page as a range of token indexes.
type region struct {
	kind       regionKind
	from, to   int
	h1, h1End  int // a headline outside the article; both are equal if there is none
	headline   int // offset of the page's only h1, or lint.None
	characters int // bytes of text
}

// findRegion finds the article: the longest article element that is not inside another;
// otherwise the main element; otherwise the body without the parts that are not the
// article. A page with many short articles in a longer main element is a list, or an
// article with comments: there, main is used.
//
// Many sites put the headline in a header before the article. A page's only h1 is
// therefore its headline anywhere before or inside the article, unless it is in
// navigation, an aside or a footer, or is a logo: a link to the home page.
func findRegion(b *build.Builder, tokens []token, body int) region {
	f := regionFinder{b: b, tokens: tokens, h1: lint.None}
	for i := body; i < len(tokens); i++ {
		f.token(i)
	}
	f.finish()
	r := region{kind: wholeBody, from: body, to: len(tokens)}
	if f.main.to > 0 {
		r = f.main
	}
	if a := f.article; a.to > 0 && (f.articles == 1 || f.main.to == 0 || 2*a.characters >= f.main.characters) {
		r = a
	}
	r.headline = lint.None
	if f.h1s != 1 || f.h1 == lint.None || f.h1 >= r.to || f.logo(f.h1) {
		return r
	}
	r.headline = tokens[f.h1].start
	if f.h1 < r.from {
		r.h1, r.h1End = f.h1, f.h1+1
		for r.h1End < r.from {
			t := &tokens[r.h1End]
			r.h1End++
			if t.kind == endToken && headingLevel(t.name) > 0 {
				break
			}
		}
	}
	return r
}

// regionFinder collects the regions while the tokens of a body are processed.
type regionFinder struct {
	b      *build.Builder
	tokens []token

	text     int // bytes of text so far
	aside    int // number of open navigation elements, asides and footers
	article  region
	main     region
	open     openRegion // the outermost open article
	openMain openRegion
	articles int
	h1, h1s  int // the first h1 that may be the headline; the number of them
}

// openRegion is an element whose end has not been reached.
type openRegion struct {
	name  atom.Atom
	depth int
	from  int // index of its start tag
	text  int
}

func (f *regionFinder) token(i int) {
	t := &f.tokens[i]
	switch t.kind {
	case textToken:
		f.text += t.end - t.start
	case startToken:
		f.start(i, t)
	case endToken:
		f.end(i, t)
	default:
	}
}

func (f *regionFinder) start(i int, t *token) {
	switch t.name {
	case atom.Nav, atom.Aside, atom.Footer:
		f.aside++
	case atom.H1:
		f.h1s++
		if f.aside == 0 && f.h1 == lint.None {
			f.h1 = i
		}
	}
	f.open.enter(t.name, atom.Article, f.aside == 0, i, f.text)
	isMain := t.name == atom.Main
	if !isMain && t.attributes && f.openMain.depth == 0 && classOf(t.name) == blockElement {
		a := readAttributes(f.b, t.start, t.end)
		isMain = a.is(attrRole, "main")
	}
	name := atom.Main
	if isMain || f.openMain.depth > 0 {
		name = t.name
	}
	f.openMain.enter(t.name, name, isMain && f.main.to == 0, i, f.text)
}

// enter opens a region at an element called name, or counts another element of that
// name inside it.
func (o *openRegion) enter(name, wanted atom.Atom, may bool, i, text int) {
	switch {
	case o.depth > 0 && name == o.name:
		o.depth++
	case o.depth == 0 && name == wanted && may:
		*o = openRegion{name: name, depth: 1, from: i, text: text}
	}
}

func (f *regionFinder) end(i int, t *token) {
	switch t.name {
	case atom.Nav, atom.Aside, atom.Footer:
		f.aside = max(f.aside-1, 0)
	}
	if f.open.leave(t.name) {
		f.keep(i + 1)
	}
	if f.openMain.leave(t.name) {
		f.keepMain(i + 1)
	}
}

// leave reports whether an end tag ends the region.
func (o *openRegion) leave(name atom.Atom) bool {
	if o.depth == 0 || name != o.name {
		return false
	}
	o.depth--
	return o.depth == 0
}

func (f *regionFinder) keep(to int) {
	f.articles++
	if n := f.text - f.open.text; f.article.to == 0 || n > f.article.characters {
		f.article = region{kind: articleElement, from: f.open.from, to: to, characters: n}
	}
}

func (f *regionFinder) keepMain(to int) {
	f.main = region{kind: mainElement, from: f.openMain.from, to: to, characters: f.text - f.openMain.text}
}

// finish ends the regions that the page does not close.
func (f *regionFinder) finish() {
	if f.open.depth > 0 {
		f.keep(len(f.tokens))
	}
	if f.openMain.depth > 0 {
		f.keepMain(len(f.tokens))
	}
}

// logo reports whether a heading begins with a link to the home page.
func (f *regionFinder) logo(i int) bool {
	for i++; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind == textToken && scan.AllSpace(f.b.Src[t.start:t.end]) {
			continue
		}
		if t.kind != startToken || t.name != atom.A || !t.attributes {
			return false
		}
		a := readAttributes(f.b, t.start, t.end)
		switch a.target(attrHref).String() {
		case "/", "./", "../", "/index.html", "index.html":
			return true
		}
		return false
	}
	return false
}
