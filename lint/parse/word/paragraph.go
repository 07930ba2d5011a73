package word

import (
	"strings"
)

// blocks writes the paragraphs and tables of an element.
func (w *writer) blocks(n *node) {
	for _, child := range n.children() {
		switch child.name {
		case "p":
			w.paragraph(child)
		case "tbl":
			w.flush()
			writeTable(w, child)
		case "sdt":
			w.control(child)
		case "ins", "moveTo", "customXml", "smartTag":
			w.blocks(child)
		case "AlternateContent":
			w.blocks(branch(child))
		case "altChunk":
			w.outside = "a file inside it"
		case "subDoc":
			w.outside = "another Word file"
		default:
			w.between(child)
		}
	}
}

// control writes a content control. A table of contents is one.
func (w *writer) control(n *node) {
	if n.at("sdtPr", "docPartObj", "docPartGallery").val() == "Table of Contents" {
		return
	}
	empty := unfilled(n)
	if empty != nil {
		w.carry(piece{kind: reviewStart, from: empty})
	}
	w.blocks(n.child("sdtContent"))
	if empty != nil {
		markReview(w, &piece{kind: reviewEnd, from: empty})
	}
}

// between keeps the places and the beginnings and ends of comments between paragraphs.
func (w *writer) between(n *node) {
	c := &inline{d: w.d, relations: w.relations}
	if c.element(n, format{}); len(c.pieces) > 0 && !shows(c.pieces) {
		w.hidden(c.pieces)
	}
}

// paragraph writes a paragraph, and after it the text boxes that are anchored in it.
func (w *writer) paragraph(n *node) {
	p := n.child("pPr")
	r, level := w.d.roleOf(n)
	if r == title || r == heading {
		w.fields = outsideOfContents(w.fields)
	}
	c := &inline{d: w.d, relations: w.relations, fields: w.fields}
	own := w.d.styles.look(p.child("pStyle").val())
	c.font = own.font
	if r == bodyText {
		c.base = format{bold: own.bold, italic: own.italic}
	}
	c.collect(n, format{})
	w.fields = c.goingOn()
	if r == contents {
		return
	}
	if r == bodyText && !w.titled && isBoundToTitle(n) {
		r = title
	}
	if r == caption && !c.said {
		r = bodyText // the picture itself, in the style of its caption
	}
	if r == bodyText && w.listOf(p).kind == "" && isListing(c.pieces) {
		r = code
	}
	if r == bodyText && w.d.cover[n] {
		plain(c.pieces)
	}
	if goesOn(c, p) {
		w.carry(c.pieces...)
	} else {
		w.whole(c, n, r, level)
	}
	for _, box := range c.boxes {
		w.enter("")
		w.blocks(box)
	}
}

// whole writes a paragraph that has an end.
func (w *writer) whole(c *inline, n *node, r role, level int) {
	if !w.carriesWords && !shows(c.pieces) && (r != heading || len(c.boxes) > 0 || !blank(n)) {
		w.hidden(c.pieces)
		return
	}
	all := append(w.uncarry(), c.pieces...)
	before, after := directives(w, all)
	w.place(r, n.child("pPr"), level)
	w.comments(before)
	w.pieces(all)
	w.inlineEnd(after)
}

// goesOn reports whether what follows a paragraph is read with it: the paragraph is a large first
// letter, or its end is deleted.
func goesOn(c *inline, properties *node) bool {
	if drop := properties.child("framePr").attr("dropCap"); drop != "" && drop != "none" {
		return true
	}
	end := properties.child("rPr")
	for _, kind := range []string{"del", "moveFrom"} {
		if mark := end.child(kind); mark != nil {
			c.pieces = append(c.pieces, piece{kind: deletion, from: mark})
			return true
		}
	}
	return false
}

// flush writes what was carried on and has no paragraph to go to.
func (w *writer) flush() {
	if all := w.uncarry(); shows(all) {
		w.enter("")
		w.begin("p")
		w.pieces(all)
		w.inlineEnd(nil)
	} else if len(all) > 0 {
		w.enter("")
		w.pieces(all)
	}
}

// carry keeps pieces for the next paragraph.
func (w *writer) carry(pieces ...piece) {
	w.carried = append(w.carried, pieces...)
	w.carriesWords = w.carriesWords || shows(pieces)
}

// uncarry returns the pieces that were kept.
func (w *writer) uncarry() []piece {
	all := w.carried
	w.carried, w.carriesWords = nil, false
	return all
}

// blank reports whether a paragraph holds nothing at all, not even a break of the page.
func blank(n *node) bool {
	for _, child := range n.children() {
		if child.name == "r" && child.words() == "" && len(child.children()) == 1 && child.child("rPr") != nil {
			continue // a property without text
		}
		if child.name == "r" && len(child.children()) > 0 || child.name == "ins" || child.name == "del" || child.name == "hyperlink" {
			return false
		}
	}
	return true
}

// shows reports whether a reader sees anything of the pieces.
func shows(pieces []piece) bool {
	for i := range pieces {
		if p := &pieces[i]; p.kind == picture || p.kind == equation || p.kind == noteMark || p.kind == words && strings.TrimSpace(p.text) != "" {
			return true
		}
	}
	return false
}

// place begins the block that a paragraph is in the HTML.
func (w *writer) place(r role, properties *node, level int) {
	switch {
	case r == title && !w.titled:
		w.titled = true
		w.enter("")
		w.begin("h1")
	case r == heading && w.cell == 0:
		w.enter("")
		w.begin("h" + string(rune('0'+min(level+w.shift, 6))))
	case r == quotation:
		w.enter("blockquote")
		w.begin("p")
	case r == code:
		w.enter("pre")
		w.begin("")
	case r == caption:
		w.enter("")
		w.begin("figcaption")
	default:
		if l := w.listOf(properties); l.kind != "" {
			w.item(l)
			return
		}
		w.enter("")
		w.begin("p")
	}
}

// listOf returns the list that properties of a paragraph put it in; its kind is "" for none.
func (w *writer) listOf(properties *node) (l list) {
	numbering := properties.child("numPr")
	if numbering.child("numId") == nil {
		if inherited := w.d.styles.listOf(properties.child("pStyle").val()); inherited != nil {
			numbering = inherited
		}
	}
	id := numbering.child("numId").val()
	if id == "" || id == "0" {
		return l
	}
	l.depth = depthOf(numbering)
	if l.kind = "ul"; w.d.lists.ordered(id, l.depth) {
		l.kind = "ol"
	}
	return l
}

// notes writes the footnotes and endnotes that the text refers to.
func (w *writer) notes() {
	w.enter("")
	if len(w.noted) == 0 {
		return
	}
	w.line(`<section role="doc-endnotes">`)
	w.line("<ol>")
	for i := 0; i < len(w.noted); i++ {
		w.note, w.relations = i+1, w.d.partOf[w.noted[i]]
		w.line(`<li id="fn` + number(i+1) + `">`)
		w.cell++
		w.blocks(w.noted[i])
		w.flush()
		w.enter("")
		w.cell--
		w.line("</li>")
	}
	w.note = 0
	w.line("</ol>")
	w.line("</section>")
}
