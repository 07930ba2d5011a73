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
			w.table(child)
		case "sdt":
			if child.at("sdtPr", "docPartObj", "docPartGallery").val() != "Table of Contents" {
				w.blocks(child.child("sdtContent"))
			}
		case "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice":
			w.blocks(child)
		}
	}
}

// paragraph writes a paragraph, and after it the text boxes that are anchored in it.
func (w *writer) paragraph(n *node) {
	p := n.child("pPr")
	r, level := w.d.styles.role(p.child("pStyle").val())
	if own := outlineLevel(p); r == bodyText && own > 0 {
		r, level = heading, own
	}
	c := &inline{d: w.d, fields: w.fields}
	c.collect(n, format{})
	w.fields = c.goingOn()
	if r == contents {
		return
	}
	if shows(c.pieces) || r == heading && len(c.boxes) == 0 && blank(n) {
		w.place(r, p, level)
		w.pieces(c.pieces)
		w.inlineEnd()
	} else {
		w.hidden(c.pieces)
	}
	for _, box := range c.boxes {
		w.enter("")
		w.blocks(box)
	}
}

// blank reports whether a paragraph holds nothing at all, not even a break of the page.
func blank(n *node) bool {
	for _, child := range n.children() {
		if child.name == "r" && len(child.children()) > 0 || child.name == "ins" || child.name == "del" || child.name == "hyperlink" {
			return false
		}
	}
	return true
}

// shows reports whether a reader sees anything of the pieces.
func shows(pieces []piece) bool {
	for i := range pieces {
		if p := &pieces[i]; p.kind == picture || p.kind == words && strings.TrimSpace(p.text) != "" {
			return true
		}
	}
	return false
}

// place begins the block that a paragraph is in the HTML.
func (w *writer) place(r role, properties *node, level int) {
	switch {
	case w.cell > 0 && r == bodyText:
		w.begin("p")
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
	if v := numbering.child("ilvl").val(); len(v) == 1 && v[0] >= '0' && v[0] <= '9' {
		l.depth = int(v[0] - '0')
	}
	if l.kind = "ul"; w.d.lists.ordered(id, l.depth) {
		l.kind = "ol"
	}
	return l
}

// table writes a table. One of a single cell is a frame around text.
func (w *writer) table(n *node) {
	var rows [][]*node
	for _, row := range n.children() {
		if row.name != "tr" {
			continue
		}
		var cells []*node
		for _, cell := range row.children() {
			if merge := cell.at("tcPr", "vMerge"); cell.name == "tc" && (merge == nil || merge.val() == "restart") {
				cells = append(cells, cell)
			}
		}
		rows = append(rows, cells)
	}
	w.enter("")
	if len(rows) == 1 && len(rows[0]) == 1 {
		w.blocks(rows[0][0])
		return
	}
	w.line("<table>")
	w.cell++
	headers := 0
	for _, row := range n.children() {
		if row.at("trPr", "tblHeader").on() {
			headers++
		}
	}
	for i, cells := range rows {
		tag := "td"
		if i < headers {
			tag = "th"
		}
		w.line("<tr>")
		for _, cell := range cells {
			w.line("<" + tag + ">")
			w.blocks(cell)
			w.enter("")
			w.line("</" + tag + ">")
		}
		w.line("</tr>")
	}
	w.cell--
	w.line("</table>")
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
		w.note = i + 1
		w.line(`<li id="fn` + number(i+1) + `">`)
		w.cell++
		w.blocks(w.noted[i])
		w.cell--
		w.line("</li>")
	}
	w.note = 0
	w.line("</ol>")
	w.line("</section>")
}
