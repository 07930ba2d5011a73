package word

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// format is the formatting of a run of text that HTML can express.
type format struct {
	bold, italic, struck bool
	code                 bool   // in a typewriter font
	link                 string // "" for none
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
	equation
	directiveStart
	directiveEnd
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
	d         *document
	relations map[string]relation // of the part that the paragraph is in
	base      format              // what the style of the paragraph says
	font      string              // of the paragraph's style
	fields    []field             // that are open, outermost first; their results may go on in the next paragraph
	pieces    []piece
	boxes     []*node // text boxes that are anchored in the paragraph
	said      bool    // words were added
	broken    bool    // a page or column break precedes the next content
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
		if link := c.d.linkOf(n.attr("instr")); link != "" {
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
	case "smartTag", "customXml", "sdtContent", "dir", "bdo":
		c.collect(n, f)
	case "sdt":
		c.control(n, f)
	case "math:oMath", "math:oMathPara":
		c.pieces = append(c.pieces, piece{kind: equation, text: formula(n)})
	case "AlternateContent":
		c.collect(branch(n), f)
	case "p", "tbl": // Word refuses such a file, but programs that fill in templates write it
		c.boxes = append(c.boxes, &node{nodes: []*node{n}})
	}
}

func (c *inline) comment(k kind, n *node) {
	switch comment := c.d.comments[n.attr("id")]; {
	case comment == nil:
	case c.d.directives[comment] != "":
		addDirective(c, k, comment)
	default:
		c.pieces = append(c.pieces, piece{kind: k, from: comment})
	}
}

// control adds a content control.
func (c *inline) control(n *node, f format) {
	empty := unfilled(n)
	if empty != nil {
		c.pieces = append(c.pieces, piece{kind: reviewStart, from: empty})
	}
	c.collect(n, f)
	if empty != nil {
		c.pieces = append(c.pieces, piece{kind: reviewEnd, from: empty})
	}
}

// target returns the address of a link.
func (c *inline) target(n *node) string {
	id := n.attr("id")
	r, ok := c.relations[id]
	if id != "" && !ok && c.d.failed == nil {
		c.d.failed = fmt.Errorf("a link in it has the target %q, which is not in the file; open it in Word and save it again", lint.Clip(40, id))
	}
	if ok {
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

// run adds the pieces of a run, unless it is hidden.
func (c *inline) run(n *node, f format) {
	p := n.child("rPr")
	own := c.d.styles.look(p.child("rStyle").val())
	if switched(p.child("vanish"), own.hidden) {
		return
	}
	bold, italic := p.child("b"), p.child("i")
	if p.child("rtl").on() { // scripts that are written from right to left have properties of their own
		bold, italic = p.child("bCs"), p.child("iCs")
	}
	f.bold = switched(bold, own.bold || c.base.bold)
	f.italic = switched(italic, own.italic || c.base.italic)
	f.struck = p.child("strike").on() || p.child("dstrike").on()
	f.code = c.d.fonts.isTypewriter(first(p.child("rFonts").attr("ascii"), first(own.font, c.font))) && !typewritten(c.d)
	if link := c.link(); link != "" && f.link == "" {
		f.link = link
	}
	marker := markerOf(p)
	if marker != nil {
		c.pieces = append(c.pieces, piece{kind: reviewStart, from: marker})
	}
	for _, child := range n.children() {
		c.content(child, f)
	}
	if marker != nil {
		c.pieces = append(c.pieces, piece{kind: reviewEnd, from: marker})
	}
}

// switched returns whether an element switches a property on, or the value to use without it.
func switched(n *node, otherwise bool) bool {
	if n == nil {
		return otherwise
	}
	return n.on()
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
		f.code = f.code && isLatin(n.text)
		c.say(string(n.text), f)
	case "tab":
		c.say(" ", f)
	case "noBreakHyphen":
		c.say("\u2011", f)
	case "br", "cr":
		if n.attr("type") == "" || n.attr("type") == "textWrapping" {
			c.pieces = append(c.pieces, piece{kind: lineBreak, format: f})
		} else {
			c.broken = c.said
		}
	case "sym":
		c.symbol(n.attr("char"), f)
	case "ruby": // words with their pronunciation above
		c.collect(n.child("rubyBase"), f)
	case "footnoteReference":
		c.note(c.d.footnotes[n.attr("id")])
	case "endnoteReference":
		c.note(c.d.endnotes[n.attr("id")])
	case "commentReference":
		c.comment(reviewEnd, n)
	case "drawing", "pict", "object":
		c.drawing(n, f)
	case "AlternateContent":
		for _, child := range branch(n).children() {
			c.content(child, f)
		}
	}
}

func (c *inline) say(text string, f format) {
	if strings.TrimSpace(text) != "" {
		if c.broken {
			c.pieces = append(c.pieces, piece{kind: words, text: " "})
		}
		c.said, c.broken = true, false
	}
	c.pieces = append(c.pieces, piece{kind: words, format: f, text: text})
}

// symbol adds a character of a symbol font. Such fonts use code points without a meaning in Unicode,
// so nobody can tell what they are without the font.
func (c *inline) symbol(code string, f format) {
	if r, err := strconv.ParseUint(code, 16, 16); err == nil && unicode.IsGraphic(rune(r)) {
		c.say(string(rune(r)), f)
	}
}

func (c *inline) note(n *node) {
	if n != nil {
		c.pieces = append(c.pieces, piece{kind: noteMark, from: n})
	}
}
