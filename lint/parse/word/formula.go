package word

import "strings"

// formula returns the text of an equation on one line. It is kept in the text, so that the words on
// either side of it do not count as neighbours.
func formula(n *node) string {
	var b strings.Builder
	addFormula(&b, n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// between maps an element of an equation to the text that is written between its parts.
func between(name string) string {
	switch name {
	case "math:f":
		return "/"
	case "math:sSup":
		return "^"
	case "math:sSub":
		return "_"
	case "math:m", "math:eqArr":
		return " "
	}
	return ""
}

func addFormula(b *strings.Builder, n *node) {
	if n.name == "math:t" {
		b.Write(n.text)
	}
	separator := ""
	for _, child := range n.children() {
		if strings.HasSuffix(child.name, "Pr") {
			continue // properties
		}
		b.WriteString(separator)
		addFormula(b, child)
		separator = between(n.name)
	}
}
