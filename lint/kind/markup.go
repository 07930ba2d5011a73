package kind

import (
	"bytes"
	"strings"
)

// fewestMarked is the minimum number of marks of a text in a markup language.
const fewestMarked = 2

// otherMarkup reports whether a plain text is in a markup language that is not read: that of a wiki,
// reStructuredText, AsciiDoc, Org, Textile or LaTeX. Its marks would be taken for text.
func otherMarkup(src []byte) bool {
	marks := 0
	for line := range bytes.Lines(src) {
		if marked(strings.TrimRight(string(line), " \t\r\n")) {
			marks++
		}
		if marks == fewestMarked {
			return true
		}
	}
	return false
}

// marked reports whether a line has a mark of such a language.
func marked(line string) bool {
	for _, prefix := range [...]string{"[[code", "[[/", "{{{", "}}}", "\\begin{", "\\end{", "\\section{", "#+", "h1. ", "h2. ", "h3. ", "bc. ", "[source,", "{| class="} {
		if strings.HasPrefix(line, prefix) {
			return true
		}
	}
	if strings.HasPrefix(line, ".. ") && strings.Contains(line, "::") {
		return true
	}
	inner := strings.Trim(line, "=")
	signs := (len(line) - len(inner)) / 2
	return signs > 1 && len(inner) > 2 && inner[0] == ' ' && inner[len(inner)-1] == ' ' && strings.HasPrefix(line, "==") && strings.HasSuffix(line, "==")
}
