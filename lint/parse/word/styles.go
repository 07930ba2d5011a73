package word

import (
	"strconv"
	"strings"
)

// role is the part that a paragraph plays in the article.
type role uint8

const (
	bodyText role = iota
	title
	subtitle
	heading // with a level
	quotation
	caption
	code
	contents // an entry of the table of contents
)

// style is a style of paragraphs or of runs.
type style struct {
	name    string // its built-in name in lower case, which is English in every language of Word
	basedOn string
	outline int // level of the outline, from 1; see [outlineLevel]
	list    *node
	bold    *node
	italic  *node
	hidden  *node
	font    string // of Latin letters; "" if it names none
}

type styles struct{ byID map[string]*style }

func readStyles(sheet *node) styles {
	s := styles{byID: map[string]*style{}}
	for _, n := range sheet.children() {
		if n.name != "style" {
			continue
		}
		p, r := n.child("pPr"), n.child("rPr")
		s.byID[n.attr("styleId")] = &style{
			name:    strings.ToLower(n.child("name").val()),
			basedOn: n.child("basedOn").val(),
			outline: outlineLevel(p),
			list:    p.child("numPr"),
			bold:    r.child("b"),
			italic:  r.child("i"),
			hidden:  r.child("vanish"),
			font:    r.child("rFonts").attr("ascii"),
		}
	}
	return s
}

// outlineLevel returns the level that properties of a paragraph give it in the outline, from 1; 0
// if they give none, and -1 if they say that it is not a heading.
func outlineLevel(properties *node) int {
	n, err := strconv.Atoi(properties.child("outlineLvl").val())
	switch {
	case err != nil || n < 0:
		return 0
	case n > 8:
		return -1
	}
	return n + 1
}

// mostBased is how far a chain of styles is followed; a chain may be circular.
const mostBased = 20

// chain calls visit with a style and those that it is based on until visit returns true.
func (s *styles) chain(id string, visit func(*style) bool) {
	for range mostBased {
		st := s.byID[id]
		if st == nil || visit(st) {
			return
		}
		id = st.basedOn
	}
}

// role returns the role of a style of paragraphs, and the level of a heading.
func (s *styles) role(id string) (r role, level int) {
	own := s.byID[id]
	s.chain(id, func(st *style) bool {
		if r, level = named(st.name); r == contents && st != own {
			r = bodyText // a style that began as a copy of an entry's
		}
		if r == bodyText && st.outline > 0 {
			r, level = heading, st.outline
		}
		return r != bodyText || st.outline < 0
	})
	return r, level
}

// named returns the role of a built-in style.
func named(name string) (role, int) {
	if rest, ok := strings.CutPrefix(name, "heading "); ok {
		if n, err := strconv.Atoi(rest); err == nil && n >= 1 && n <= 9 {
			return heading, n
		}
	}
	switch name {
	case "title":
		return title, 0
	case "subtitle":
		return subtitle, 0
	case "quote", "intense quote", "block text", "quotations":
		return quotation, 0
	case "caption", "image caption", "table caption", "figure", "illustration":
		return caption, 0
	case "html preformatted", "source code", "preformatted text", "macro", "macro text":
		return code, 0
	}
	if strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "contents ") || strings.HasPrefix(name, "index ") || name == "table of figures" {
		return contents, 0
	}
	return bodyText, 0
}

// look is what a style makes of text.
type look struct {
	bold, italic, hidden bool
	font                 string // "" for that of the document
}

// look returns what a style makes of text. A property that a style does not name is that of the
// style it is based on.
func (s *styles) look(id string) look {
	var bold, italic, hidden *node
	font := ""
	s.chain(id, func(st *style) bool {
		bold, italic, hidden = either(bold, st.bold), either(italic, st.italic), either(hidden, st.hidden)
		font = first(font, st.font)
		return false
	})
	return look{bold.on(), italic.on(), hidden.on(), font}
}

func either(a, b *node) *node {
	if a != nil {
		return a
	}
	return b
}

// listOf returns the list that a style of paragraphs puts its paragraphs in, or nil.
func (s *styles) listOf(id string) (list *node) {
	s.chain(id, func(st *style) bool {
		list = st.list
		return list != nil
	})
	return list
}

// lists tells numbered lists from others.
type lists struct {
	abstract map[string]string         // of a list: the id of its abstract list
	formats  map[string]map[int]string // of an abstract list: the format of each level
	own      map[string]map[int]string // of a list: the formats of levels that differ
}

func readLists(numbering *node) lists {
	l := lists{map[string]string{}, map[string]map[int]string{}, map[string]map[int]string{}}
	for _, n := range numbering.children() {
		switch n.name {
		case "num":
			l.abstract[n.attr("numId")] = n.child("abstractNumId").val()
			l.own[n.attr("numId")] = levels(n, "lvlOverride")
		case "abstractNum":
			l.formats[n.attr("abstractNumId")] = levels(n, "lvl")
		}
	}
	return l
}

// levels returns the formats of the levels that elements of a name describe.
func levels(n *node, name string) map[int]string {
	all := map[int]string{}
	for _, level := range n.children() {
		format := first(level.child("numFmt").val(), level.at("lvl", "numFmt").val())
		if i, err := strconv.Atoi(level.attr("ilvl")); err == nil && level.name == name && format != "" {
			all[i] = format
		}
	}
	return all
}

// ordered reports whether a level of a list is numbered.
func (l *lists) ordered(id string, level int) bool {
	format := l.format(id, level)
	return format != "" && format != "bullet" && format != "none"
}

// format returns what the items of a level of a list begin with, such as "bullet"; "" if that is not
// known.
func (l *lists) format(id string, level int) string {
	return first(l.own[id][level], l.formats[l.abstract[id]][level])
}
