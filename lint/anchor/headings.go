package anchor

import "strings"

// Headings returns the texts of the headings of a draft in Markdown. It reads the source line by
// line, without parsing it, and leaves out blocks of code between fences.
func Headings(text []byte) (all []string) {
	fence, before := "", ""
	for line := range strings.Lines(string(text)) {
		trimmed := strings.TrimSpace(line)
		switch {
		case fence != "":
			if strings.HasPrefix(trimmed, fence) {
				fence = ""
			}
			continue
		case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
			fence = trimmed[:3]
			continue
		}
		if name := headingIn(line, before); name != "" {
			all = append(all, markup.ReplaceAllString(name, "]"))
		}
		before = trimmed
	}
	return all
}
