package word

import (
	"strings"
	"unicode/utf8"
)

// longestHeading is the number of characters up to which a paragraph can be a heading because of its
// own level in the outline alone. Text that was copied from a web page brings such levels with it.
const longestHeading = 200

// roleOf returns the role of a paragraph, and the level of a heading.
func (d *document) roleOf(n *node) (role, int) {
	p := n.child("pPr")
	r, level := d.styles.role(p.child("pStyle").val())
	if own := outlineLevel(p); r == bodyText && own > 0 && utf8.RuneCountInString(n.words()) <= longestHeading {
		r, level = heading, own
	}
	if r == heading && d.isBullet(p) {
		return bodyText, 0
	}
	return r, level
}

// isBullet reports whether a paragraph is an item of a list with bullets by its own properties. Such an
// item is not a heading, whatever the style was before the author made it an item.
func (d *document) isBullet(properties *node) bool {
	own := properties.child("numPr")
	return own != nil && d.lists.format(own.child("numId").val(), depthOf(own)) == "bullet"
}

// depthOf returns the level of a list, from 0, that properties of a paragraph name.
func depthOf(numbering *node) int {
	if v := numbering.child("ilvl").val(); len(v) == 1 && v[0] >= '0' && v[0] <= '9' {
		return int(v[0] - '0')
	}
	return 0
}

// shift returns by how many levels headings move down so that the highest of them come below a
// title. The title may be a line without a style: if text precedes the first of several headings of
// level 1, these are sections, as in reports with a cover.
func (d *document) shift() int {
	titled, highest, first, preceded := false, 2, 0, false
	d.paragraphs(d.body, func(n *node) {
		r, level := d.roleOf(n)
		if n.words() == "" {
			return
		}
		titled = titled || r == title || r == bodyText && isBoundToTitle(n)
		switch {
		case r == heading && level == 1:
			first++
			highest = 1
		case r != contents && first == 0:
			preceded = true
		}
	})
	if !titled && (!preceded || first < 2) {
		return 0
	}
	return 2 - highest
}

// headed reports whether the text has a headline. The title among the properties, which is often
// that of a template, does not count then.
func headed(d *document) (found bool) {
	d.paragraphs(d.body, func(n *node) {
		r, level := d.roleOf(n)
		found = found || (r == title || r == heading && level == 1) && n.words() != ""
	})
	return found
}

// paragraphs calls visit with the paragraphs below n, apart from those in tables.
func (d *document) paragraphs(n *node, visit func(*node)) {
	for _, child := range n.children() {
		switch child.name {
		case "p":
			visit(child)
			for _, shape := range shapesOf(child, nil) {
				d.paragraphs(shape, visit)
			}
		case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag":
			d.paragraphs(child, visit)
		case "AlternateContent":
			d.paragraphs(branch(child), visit)
		}
	}
}

// isBoundToTitle reports whether a paragraph holds nothing but the title among the properties of
// the file, as on the cover pages that Word offers.
func isBoundToTitle(n *node) bool {
	bound := n.find("dataBinding").attr("xpath")
	if !strings.Contains(bound, "coreProperties") || !strings.Contains(bound, ":title") {
		return false
	}
	return n.find("sdtContent").words() == n.words()
}
