package word

import (
	"path"
	"strings"
)

// drawing adds the pictures and the chart of a drawing, and remembers the text boxes in it. A
// group that has an alternative is one picture.
func (c *inline) drawing(n *node, f format) {
	before := len(c.boxes)
	shapes := shapesOf(n, nil)
	if group := n.find("docPr"); len(shapes) > 1 && group.attr("descr") != "" {
		for _, s := range shapes {
			if s.name == "txbxContent" {
				c.boxes = append(c.boxes, s)
			}
		}
		c.picture(n, group, f)
		return
	}
	for _, s := range shapes {
		switch {
		case s.name == "txbxContent":
			c.boxes = append(c.boxes, s)
		case len(shapes) > 1 && s.find("cNvPr") != nil:
			c.picture(s, s.find("cNvPr"), f)
		default:
			c.picture(n, n.find("docPr"), f)
		}
	}
	if len(shapes) == 0 && len(c.boxes) == before {
		c.picture(n, n.find("docPr"), f)
	}
	if box := c.diagram(n); box != nil {
		c.boxes = append(c.boxes, box)
	}
}

// diagram returns the words of a diagram (SmartArt) as the content of a text box, or nil if there
// are none. They are in a separate part, as a list of points in the order in which they were written.
func (c *inline) diagram(n *node) *node {
	data := n.find("drawing:graphicData")
	target := c.relations[data.child("relIds").attr("dm")]
	if target.target == "" || target.external {
		return nil
	}
	model, err := c.d.archive.xml(inside(c.d.part, target.target))
	if err != nil {
		c.d.failed = err
		return nil
	}
	box := &node{name: "txbxContent"}
	for _, point := range model.child("ptLst").children() {
		for _, paragraph := range point.child("t").children() {
			if text := paragraph.words(); paragraph.name == "drawing:p" && text != "" {
				box.nodes = append(box.nodes, &node{name: "p", nodes: []*node{{name: "r", nodes: []*node{{name: "t", text: []byte(text)}}}}})
			}
		}
	}
	if len(box.nodes) == 0 {
		return nil
	}
	return box
}

// shapesOf returns the text boxes and pictures below n, without the copies for old programs.
func shapesOf(n *node, all []*node) []*node {
	for _, child := range n.children() {
		switch child.name {
		case "txbxContent", "pic":
			all = append(all, child)
		case "AlternateContent":
			all = shapesOf(branch(child), all)
		default:
			all = shapesOf(child, all)
		}
	}
	return all
}

// branch returns the alternative of a content that this package reads: the first choice, or the
// fallback for old programs if the choice is something new, such as ink.
func branch(n *node) *node {
	choice, old := n.child("Choice"), n.child("Fallback")
	if choice == nil || old != nil && choice.find("contentPart") != nil {
		return old
	}
	return choice
}

// picture adds a picture or a chart with what an element says about it.
func (c *inline) picture(n, about *node, f format) {
	file, shown := "", n.find("drawing:graphicData")
	switch blip, image := n.find("drawing:blip"), n.find("imagedata"); {
	case blip != nil:
		file = c.relations[first(blip.attr("embed"), blip.attr("link"))].target
	case image != nil:
		file, about = c.relations[image.attr("id")].target, n.find("shape")
	case strings.HasSuffix(shown.attr("uri"), "/chart"), strings.HasSuffix(shown.attr("uri"), "/diagram"):
		file = "chart"
	}
	if file == "" {
		return
	}
	// What Word calls the picture says more than a number that nobody sees. Several pictures may have
	// one name, and files tell them apart.
	if name := about.attr("name"); name != "" && file != "chart" {
		file = path.Base(file) + "/" + name
	} else if name != "" {
		file = name
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
