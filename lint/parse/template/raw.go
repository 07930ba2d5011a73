package template

import "bytes"

// mermaid is the tag around the source of a drawing that a script renders.
const mermaid = `<div class="mermaid"`

// skipRaw masks a style sheet, a script or preformatted text that begins inside a block of HTML and
// has blank lines, and a drawing or a formula with blank lines. Markdown ends the block at the first
// of them, and reads the rest as paragraphs.
func skipRaw(m *masker) bool {
	start, c := m.at, closeStyle
	switch rest := m.src[start:]; {
	case bytes.HasPrefix(rest, []byte("<style")):
	case bytes.HasPrefix(rest, []byte("<script")):
		c = closeScript
	case bytes.HasPrefix(rest, []byte("<pre>")), bytes.HasPrefix(rest, []byte("<pre ")):
		c = closePre
	case bytes.HasPrefix(rest, []byte("<svg>")), bytes.HasPrefix(rest, []byte("<svg ")):
		c = closeSVG
	case bytes.HasPrefix(rest, []byte("<math>")), bytes.HasPrefix(rest, []byte("<math ")):
		c = closeMath
	case bytes.HasPrefix(rest, []byte(mermaid)):
		c = closeDiv
	case bytes.HasPrefix(rest, []byte("<d-code")):
		c = closeCode
	case bytes.HasPrefix(rest, []byte("<d-math")):
		c = closeFormula
	default:
		return false
	}
	end := m.find(start, len(m.src), c)
	if c >= closeDiv && end > 0 { // which no parser knows not to be prose
		maskEmbedded(m, start, end)
		return true
	}
	read := c != closeSVG && c != closeMath && m.startsLine(start) && belowBlank(m, start) // as a block by Markdown
	if end < 0 || read || !hasBlankLine(m.src[start:end]) {
		return false
	}
	maskIgnored(m, start, end)
	return true
}

// hasBlankLine reports whether a line of s has nothing but white space.
func hasBlankLine(s []byte) bool {
	for {
		n := bytes.IndexByte(s, '\n')
		if n < 0 {
			return false
		}
		s = s[n+1:]
		if rest := bytes.TrimLeft(s, " \t\r"); len(rest) > 0 && rest[0] == '\n' {
			return true
		}
	}
}

// belowBlank reports whether the line of an offset is the first or follows a blank one.
func belowBlank(m *masker, at int) bool {
	before := bytes.TrimRight(m.src[m.from:at], " \t")
	if len(before) == 0 {
		return true
	}
	before = bytes.TrimRight(before[:len(before)-1], " \t\r")
	return len(before) == 0 || before[len(before)-1] == '\n'
}
