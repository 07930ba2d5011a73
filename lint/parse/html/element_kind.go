package html

import (
	"github.com/copychief/copychief/lint"
	"golang.org/x/net/html/atom"
)

// elementClass says how an element affects the text around it.
type elementClass uint8

const (
	inlineElement elementClass = iota // includes unknown elements; it does not affect the text
	blockElement                      // separates the text before, inside and after it into different blocks
	voidElement                       // is always empty and has no end tag
	silentElement                     // its content is not prose
)

func classOf(name atom.Atom) elementClass {
	switch name {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li,
		atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Caption, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr,
		atom.Td, atom.Th, atom.Blockquote, atom.Figure, atom.Figcaption, atom.Pre, atom.Address,
		atom.Article, atom.Section, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Form,
		atom.Details, atom.Summary, atom.Center, atom.Hgroup, atom.Fieldset, atom.Legend, atom.Body,
		atom.Html, atom.Menu, atom.Dir, atom.Listing, atom.Search, atom.Dialog:
		return blockElement
	case atom.Br, atom.Img, atom.Hr, atom.Wbr, atom.Input, atom.Meta, atom.Link, atom.Base, atom.Source,
		atom.Track, atom.Col, atom.Area, atom.Embed, atom.Param, atom.Keygen, atom.Frame, atom.Image:
		return voidElement
	case atom.Script, atom.Style, atom.Template, atom.Svg, atom.Math, atom.Noscript, atom.Iframe, atom.Object,
		atom.Button, atom.Textarea, atom.Select, atom.Datalist, atom.Progress, atom.Meter,
		atom.Audio, atom.Video, atom.Canvas, atom.Applet, atom.Noembed, atom.Noframes, atom.Plaintext,
		atom.Xmp, atom.Head, atom.Title, atom.Rp, atom.Rt:
		return silentElement
	}
	return inlineElement
}

// markOf returns the mark that an inline element puts on its text.
func markOf(name atom.Atom) (kind lint.MarkKind, ok bool) {
	switch name {
	case atom.Em, atom.I:
		return lint.MarkEmphasis, true
	case atom.Strong, atom.B:
		return lint.MarkStrong, true
	case atom.Code, atom.Tt:
		return lint.MarkCode, true
	case atom.S, atom.Del, atom.Strike:
		return lint.MarkStrike, true
	case atom.Q:
		return lint.MarkQuote, true
	case atom.Cite:
		return lint.MarkCite, true
	case atom.Kbd, atom.Samp, atom.Var:
		return lint.MarkKeyboard, true
	}
	return 0, false
}

// blockOf returns the kind of block for text directly inside an element; ok is false if
// the element around it determines the kind.
func blockOf(name atom.Atom) (kind lint.BlockKind, ok bool) {
	switch name {
	case atom.Li:
		return lint.Item, true
	case atom.Td, atom.Th:
		return lint.Cell, true
	case atom.Figcaption, atom.Caption:
		return lint.Caption, true
	case atom.Dt:
		return lint.Term, true
	case atom.Dd, atom.Blockquote:
		return lint.Paragraph, true
	case atom.Pre, atom.Listing:
		return lint.Code, true
	}
	if headingLevel(name) > 0 {
		return lint.Heading, true
	}
	return 0, false
}

// headingLevel returns 1 to 6, or 0 for an element that is not a heading.
func headingLevel(name atom.Atom) int {
	switch name {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// closedBy reports whether the tag next implicitly closes an open element whose end tag
// was omitted.
func closedBy(open, next atom.Atom) bool {
	switch next {
	case atom.Li:
		return open == atom.Li
	case atom.Dt, atom.Dd:
		return open == atom.Dt || open == atom.Dd
	case atom.Tr:
		return open == atom.Tr || open == atom.Td || open == atom.Th || open == atom.Caption
	case atom.Td, atom.Th:
		return open == atom.Td || open == atom.Th || open == atom.Caption
	case atom.Thead, atom.Tbody, atom.Tfoot:
		return closedBy(open, atom.Tr) || open == atom.Thead || open == atom.Tbody || open == atom.Tfoot
	case atom.A:
		return open == atom.A
	case atom.Body:
		return open == atom.Head
	}
	return open == atom.P && classOf(next) == blockElement ||
		headingLevel(open) > 0 && headingLevel(next) > 0
}

// fences reports whether an element prevents tags inside it from closing elements
// outside it: a new item closes the previous item, but not the item that contains the
// list.
func fences(open, name atom.Atom) bool {
	switch open {
	case atom.Table:
		return true
	case atom.Td, atom.Th, atom.Caption:
		return !tablePart(name)
	case atom.Ul, atom.Ol, atom.Menu:
		return name == atom.Li
	case atom.Dl:
		return name == atom.Dt || name == atom.Dd
	}
	return false
}

func tablePart(name atom.Atom) bool {
	switch name {
	case atom.Table, atom.Tr, atom.Td, atom.Th, atom.Thead, atom.Tbody, atom.Tfoot, atom.Caption:
		return true
	}
	return false
}
