package word

import "strings"

// formula returns the text of an equation on one line. It stands for what a reader sees, so that
// the words around it are not taken for neighbours.
func formula(n *node) string {
	var b strings.Builder
	addFormula(&b, n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// between is what is written between the parts of an equation, by its element.
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
