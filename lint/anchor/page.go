package anchor

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// Page is a document that is searched for anchors. It reads the names in the document from
// which ids may be made once, for the first id. Most names have only one spelling, so that
// a map answers for them: a draft may have thousands of headings and as many fragments.
type Page struct {
	doc    *lint.Document
	styles []lint.IDStyle
	read   bool
	sure   map[string]bool // the spellings of names that have only one
	terms  map[string]bool // the spellings of terms, whose ids may come first
	loose  []looseName     // all other names
	filled [][]string      // the literal parts of ids in which templates fill in the rest
}

// looseName is a name with several spellings.
type looseName struct {
	name   string
	styles []lint.IDStyle
}

// NewPage returns a page of a document. styles are those of [lint.Site.HeadingIDs].
func NewPage(d *lint.Document, styles []lint.IDStyle) *Page { return &Page{doc: d, styles: styles} }

// Has reports whether the page may have an anchor with an id, which must be unescaped.
func (p *Page) Has(id string) bool {
	if i := strings.LastIndexByte(id, '#'); i >= 0 {
		id = id[i+1:] // a subheading of another heading, as in Obsidian
	}
	id, _, _ = strings.Cut(id, ":~:") // a text fragment, which browsers highlight
	id = strings.TrimPrefix(id, "user-content-")
	d := p.doc
	if id == "" || ofLayout(id) || counted(d, id) || ownID(d, strings.TrimPrefix(id, "^")) || prefixed(d, id) {
		return true
	}
	if !p.read {
		p.readNames()
	}
	if stem := strings.TrimRight(id, "0123456789"); stem != id && p.terms[Squash(strings.TrimSuffix(stem, "-"))] {
		return true // a heading like a term whose id comes first
	}
	return filledIn(p.filled, id) || slices.ContainsFunc(spellings(id), p.spelled)
}

// spelled reports whether a name in the document may be spelled as an id of letters and
// digits.
func (p *Page) spelled(id string) bool {
	return p.sure[id] || slices.ContainsFunc(p.loose, func(l looseName) bool { return spells(l.name, id, l.styles) })
}

// readNames reads the names in the document.
func (p *Page) readNames() {
	p.read, p.sure, p.terms = true, map[string]bool{}, map[string]bool{}
	for i := range p.doc.Blocks {
		if !p.doc.Can(lint.LinksByReference) {
			break // HTML is published with exactly the ids in its source
		}
		if b := &p.doc.Blocks[i]; b.Kind == lint.Heading && !b.Explicit || b.Kind == lint.Term {
			name := plain(b.Text.String()) // with an object for each template tag
			if id := idAfter(name); id != "" {
				p.sure[Squash(id)] = true
			}
			if b.Kind == lint.Term {
				p.terms[Squash(name)] = true
			}
			p.add(name, p.styles)
			p.add(unnumbered(name), p.styles)
		}
	}
	titled(p.doc.Source.Bytes, func(title string) { p.add(title, nil) })
	p.tabs()
	p.tags()
	p.components()
	p.filled = templatedIDs(p.doc.Source.Bytes)
}

// tabs adds the titles of tabs, alone and with the heading before them.
func (p *Page) tabs() {
	source, blocks, heading := p.doc.Source.Bytes, p.doc.Blocks, ""
	if !bytes.Contains(source, []byte("===")) {
		return
	}
	for _, m := range tabs.FindAllSubmatchIndex(source, -1) {
		for ; len(blocks) > 0 && blocks[0].Span.Start <= m[0]; blocks = blocks[1:] {
			if blocks[0].Kind == lint.Heading {
				heading = blocks[0].Text.Plain()
			}
		}
		title := string(source[m[2]:m[3]])
		p.add(title, nil)
		p.add(heading+" "+title, nil)
	}
}

// tags adds the words in quotation marks in template tags, which may be the titles of
// sections and tabs: {{< tab "On foot" >}}.
func (p *Page) tags() {
	for _, tag := range p.doc.Templates {
		text := p.doc.Source.Slice(tag)
		for {
			_, rest, found := strings.Cut(text, `"`)
			title, after, closed := strings.Cut(rest, `"`)
			if !found || !closed {
				break
			}
			if !strings.ContainsAny(title, "#/") {
				p.add(title, nil)
			}
			text = after
		}
	}
}

// components adds the texts of components that are named after a heading: <H3Linked>On foot</H3Linked>.
func (p *Page) components() {
	const longest = 200 // bytes of such a text
	for rest := p.doc.Source.Bytes; ; {
		i := bytes.Index(rest, []byte("</"))
		if i < 0 {
			return
		}
		name, _, _ := bytes.Cut(rest[i+2:min(len(rest), i+longest)], []byte(">"))
		if open := bytes.LastIndexByte(rest[max(0, i-longest):i], '>'); open >= 0 && isHeading(string(name)) {
			p.add(string(rest[max(0, i-longest):i][open+1:]), nil)
		}
		rest = rest[i+2:]
	}
}

// isHeading reports whether a component is named after a heading: H3, H2Linked, AnchorHeading.
func isHeading(component string) bool {
	level := len(component) > 1 && component[0] == 'H' && component[1] >= '1' && component[1] <= '6'
	return level || strings.HasSuffix(component, "Heading") || strings.HasSuffix(component, "Title")
}

// add adds a name from which an id may be made.
func (p *Page) add(name string, styles []lint.IDStyle) {
	for i := range len(name) {
		if c := name[i]; c >= unicode.MaxASCII || len(asciiWays(rune(c))) > 1 {
			p.loose = append(p.loose, looseName{name, styles})
			return
		}
	}
	if strings.ContainsFunc(name, isASCIILetterOrDigit) {
		p.sure[Squash(name)] = true
	}
}

func isASCIILetterOrDigit(r rune) bool {
	return r < unicode.MaxASCII && isNameByte(byte(r)) && r != '_'
}

// unnumbered returns a heading from its first letter on, as kramdown reads it.
func unnumbered(heading string) string {
	return strings.TrimLeftFunc(heading, func(r rune) bool { return !unicode.IsLetter(r) })
}

// idAfter returns the id in brackets at the end of a heading, “Landing (#landing)”, which the
// code of some sites reads, or "".
func idAfter(heading string) string {
	_, id, found := strings.Cut(strings.TrimSpace(heading), "(#")
	id, closed := strings.CutSuffix(id, ")")
	if !found || !closed || strings.ContainsAny(id, " ()") {
		return ""
	}
	return id
}
