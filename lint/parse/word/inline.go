package word

import "strings"

// format is the formatting of a run of text that HTML can express.
type format struct {
	bold, italic bool
	link         string // "" for none
}

// kind says what a piece of a paragraph is.
type kind uint8

const (
	words kind = iota
	lineBreak
	picture
	noteMark
	anchor
	reviewStart
	reviewEnd
	deletion
)

// piece is a part of a paragraph.
type piece struct {
	kind
	format
	text string // words; the file of a picture; the id of a note, an anchor or a mark
	alt  string // of a picture
	none bool   // the picture has no alternative
	from *node  // what the mark is about: a comment, a change, a note
}

// inline collects the pieces of a paragraph.
type inline struct {
	d      *document
	fields []field // that are open, outermost first; their results may go on in the next paragraph
	pieces []piece
	boxes  []*node // text boxes that are anchored in the paragraph
}

// field is a field that is computed, such as a link or a page number.
type field struct {
	instruction []byte
	result      bool   // the text that follows is its result
	unread      bool   // it is part of the instruction of a field
	link        string // its own, or that of the field that it is part of
}

// collect adds the pieces of an element's children.
func (c *inline) collect(n *node, f format) {
	for _, child := range n.children() {
		c.element(child, f)
	}
}

func (c *inline) element(n *node, f format) {
	switch n.name {
	case "r":
		c.run(n, f)
	case "hyperlink":
		f.link = c.target(n)
		c.collect(n, f)
	case "fldSimple":
		if link := linkOf(n.attr("instr")); link != "" {
			f.link = link
		}
		c.collect(n, f)
	case "ins", "moveTo":
		c.pieces = append(c.pieces, piece{kind: reviewStart, from: n})
		c.collect(n, f)
		c.pieces = append(c.pieces, piece{kind: reviewEnd, from: n})
	case "del", "moveFrom":
		c.pieces = append(c.pieces, piece{kind: deletion, from: n})
	case "commentRangeStart":
		c.comment(reviewStart, n)
	case "commentRangeEnd":
		c.comment(reviewEnd, n)
	case "bookmarkStart":
		if name := n.attr("name"); name != "" && !strings.HasPrefix(name, "_GoBack") {
			c.pieces = append(c.pieces, piece{kind: anchor, text: name})
		}
	case "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo":
		c.collect(n, f)
	}
}

func (c *inline) comment(k kind, n *node) {
	if comment := c.d.comments[n.attr("id")]; comment != nil {
		c.pieces = append(c.pieces, piece{kind: k, from: comment})
	}
}

// target returns the address of a link.
func (c *inline) target(n *node) string {
	if r, ok := c.d.relations[n.attr("id")]; ok && n.has("id") {
		if a := n.attr("anchor"); a != "" && !strings.Contains(r.target, "#") {
			return r.target + "#" + a
		}
		return r.target
	}
	if a := n.attr("anchor"); a != "" {
		return "#" + a
	}
	return ""
}

// linkOf returns the address in the instruction of a field: HYPERLINK "address" \l "anchor".
func linkOf(instruction string) string {
	words := strings.Fields(strings.ReplaceAll(instruction, "\"", " \" "))
	if len(words) == 0 || !strings.EqualFold(words[0], "HYPERLINK") {
		return ""
	}
	quoted := strings.Split(instruction, "\"")
	var address, part string
	for i := 1; i < len(quoted); i += 2 {
		switch before := strings.TrimSpace(quoted[i-1]); {
		case strings.HasSuffix(before, `\l`):
			part = quoted[i]
		case !strings.HasSuffix(before, `\o`) && !strings.HasSuffix(before, `\t`) && address == "":
			address = quoted[i]
		}
	}
	if address == "" && part == "" && len(words) > 1 && !strings.HasPrefix(words[1], `\`) {
		address = words[1]
	}
	if part != "" {
		return address + "#" + part
	}
	return address
}

// run adds the pieces of a run, unless it is hidden.
func (c *inline) run(n *node, f format) {
	p := n.child("rPr")
	if p.child("vanish").on() {
		return
	}
	bold, italic := c.d.styles.emphasis(p.child("rStyle").val())
	f.bold = switched(p.child("b"), bold)
	f.italic = switched(p.child("i"), italic)
	if link := c.link(); link != "" && f.link == "" {
		f.link = link
	}
	marked := p.child("highlight").on()
	if marked {
		c.pieces = append(c.pieces, piece{kind: reviewStart, from: p.child("highlight")})
	}
	for _, child := range n.children() {
		c.content(child, f)
	}
	if marked {
		c.pieces = append(c.pieces, piece{kind: reviewEnd, from: p.child("highlight")})
	}
}

// switched returns what an element says of a property, or its value without the element.
func switched(n *node, otherwise bool) bool {
	if n == nil {
		return otherwise
	}
	return n.on()
}

// link returns the address of the field whose result is being read.
func (c *inline) link() string {
	if k := len(c.fields) - 1; k >= 0 {
		return c.fields[k].link
	}
	return ""
}

// content adds an element of a run.
func (c *inline) content(n *node, f format) {
	switch n.name {
	case "fldChar":
		c.fieldChar(n.attr("fldCharType"))
		return
	case "instrText":
		if k := len(c.fields) - 1; k >= 0 && !c.fields[k].result {
			c.fields[k].instruction = append(c.fields[k].instruction, n.text...)
		}
		return
	}
	if k := len(c.fields) - 1; k >= 0 && (c.fields[k].unread || !c.fields[k].result) {
		return // in the instruction of a field
	}
	switch n.name {
	case "t":
		c.say(string(n.text), f)
	case "tab":
		c.say(" ", f)
	case "noBreakHyphen":
		c.say("\u2011", f)
	case "br", "cr":
		if n.attr("type") == "" || n.attr("type") == "textWrapping" {
			c.pieces = append(c.pieces, piece{kind: lineBreak, format: f})
		}
	case "footnoteReference":
		c.note(c.d.footnotes[n.attr("id")])
	case "endnoteReference":
		c.note(c.d.endnotes[n.attr("id")])
	case "commentReference":
		c.comment(reviewEnd, n)
	case "drawing", "pict", "object":
		c.drawing(n, f)
	case "AlternateContent":
		for _, choice := range n.child("Choice").children() {
			c.content(choice, f)
		}
	}
}

func (c *inline) say(text string, f format) {
	c.pieces = append(c.pieces, piece{kind: words, format: f, text: text})
}

func (c *inline) note(n *node) {
	if n != nil {
		c.pieces = append(c.pieces, piece{kind: noteMark, from: n})
	}
}

func (c *inline) fieldChar(kind string) {
	k := len(c.fields) - 1
	switch {
	case kind == "begin":
		f := field{}
		if k >= 0 {
			f.unread, f.link = c.fields[k].unread || !c.fields[k].result, c.fields[k].link
		}
		c.fields = append(c.fields, f)
	case k < 0:
	case kind == "separate" && c.fields[k].result:
	case kind == "separate":
		c.fields[k].result = true
		if link := linkOf(string(c.fields[k].instruction)); link != "" {
			c.fields[k].link = link
		}
	case kind == "end":
		c.fields = c.fields[:k]
	}
}

// goingOn returns the fields whose results go on in the next paragraph. A field whose
// instruction does not end in its paragraph is broken: it is dropped, since all text after it
// would count as its instruction and be left unchecked.
func (c *inline) goingOn() []field {
	for k := range c.fields {
		if !c.fields[k].result {
			return c.fields[:k]
		}
	}
	return c.fields
}

// drawing adds a picture or a chart, and remembers the text box that a shape is.
func (c *inline) drawing(n *node, f format) {
	if box := n.find("txbxContent"); box != nil {
		c.boxes = append(c.boxes, box)
		return
	}
	about := n.find("docPr")
	file, shown := "", n.find("drawing:graphicData")
	switch blip, image := n.find("drawing:blip"), n.find("imagedata"); {
	case blip != nil:
		file = c.d.relations[first(blip.attr("embed"), blip.attr("link"))].target
	case image != nil:
		file, about = c.d.relations[image.attr("id")].target, n.find("shape")
	case strings.HasSuffix(shown.attr("uri"), "/chart"), strings.HasSuffix(shown.attr("uri"), "/diagram"):
		file = "chart"
	}
	if file == "" {
		return
	}
	if name := about.attr("name"); name != "" {
		file = name // what Word calls the picture, rather than a number that nobody sees
	}
	alt := first(about.attr("descr"), about.attr("alt"))
	c.pieces = append(c.pieces, piece{
		kind: picture, format: f, text: file, alt: alt,
		none: alt == "" && !n.find("decorative").on(),
	})
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
