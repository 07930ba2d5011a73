package word

import (
	"encoding/xml"
	"strings"
)

// node is an element of a part. Methods of a nil node return nothing, so that a chain of
// optional elements needs no checks.
type node struct {
	name       string // of the text's own vocabulary without a prefix; others as "prefix:name"
	attributes []attribute
	nodes      []*node
	text       []byte // character data directly in it
}

type attribute struct{ name, value string }

// prefixes names the vocabularies in which an element means something other than the one with the
// same name in the text's own vocabulary: a paragraph of a drawing is not one of the text.
func prefix(space string) string {
	switch {
	case strings.Contains(space, "wordprocessingml"), strings.Contains(space, "/relationships"), space == "":
		return ""
	case strings.Contains(space, "/math"):
		return "math:"
	case strings.Contains(space, "drawingml/2006/main"), strings.Contains(space, "drawingml/main"):
		return "drawing:"
	}
	return ""
}

func local(n xml.Name) string { return prefix(n.Space) + n.Local }

// attributes returns the attributes of an element that the package reads. There are many others,
// which would take most of the memory.
func attributes(list []xml.Attr) []attribute {
	n := 0
	for i := range list {
		if list[i].Name.Space != "xmlns" && isRead(list[i].Name.Local) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	all := make([]attribute, 0, n)
	for _, a := range list {
		if a.Name.Space != "xmlns" && isRead(a.Name.Local) {
			all = append(all, attribute{a.Name.Local, a.Value})
		}
	}
	return all
}

// isRead reports whether the package reads attributes of a name.
func isRead(name string) bool {
	switch name {
	case "Id", "Target", "TargetMode", "Type", "abstractNumId", "alt", "anchor", "ascii", "author", "bidi", "char", "descr", "dm", "done",
		"dropCap", "eastAsia", "embed", "fill", "fldCharType", "id", "ilvl", "instr", "link", "name", "numId", "paraId",
		"paraIdParent", "styleId", "type", "uri", "val", "xpath":
		return true
	}
	return false
}

// children returns the elements directly in n.
func (n *node) children() []*node {
	if n == nil {
		return nil
	}
	return n.nodes
}

// child returns the first element of a name directly in n, or nil.
func (n *node) child(name string) *node {
	for _, c := range n.children() {
		if c.name == name {
			return c
		}
	}
	return nil
}

// at returns the element that a path of names leads to, or nil.
func (n *node) at(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}

// find returns the first element of a name below n, at any depth, or nil.
func (n *node) find(name string) *node {
	for _, c := range n.children() {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// attr returns the value of an attribute, or "".
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attributes {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// val returns the attribute that most elements have only one of.
func (n *node) val() string { return n.attr("val") }

// on reports whether an element switches a property on: it is there and its value is not “off”.
func (n *node) on() bool {
	if n == nil {
		return false
	}
	switch n.val() {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// words returns all character data below n.
func (n *node) words() string {
	var b strings.Builder
	n.addWords(&b)
	return strings.TrimSpace(b.String())
}

func (n *node) addWords(b *strings.Builder) {
	if n == nil {
		return
	}
	b.Write(n.text)
	for _, c := range n.nodes {
		c.addWords(b)
		if c.name == "p" {
			b.WriteByte(' ')
		}
	}
}
