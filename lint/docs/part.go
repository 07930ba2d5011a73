package docs

import "strings"

// Part returns the paragraphs of the explanation that a label in bold opens, such as
// “**What to do.** …”, without the label; "" if there are none. They end before the next
// label.
func (a *Archive) Part(label string) string {
	_, text, found := strings.Cut("\n\n"+a.Explanation, "\n\n**"+label+".**")
	if !found {
		return ""
	}
	text, _, _ = strings.Cut(text, "\n\n**")
	return strings.TrimSpace(text)
}

// Shortest returns the shortest example of a draft that the rule flags, if it has at most
// max lines, its configuration and findings included, and nil otherwise.
func (a *Archive) Shortest(max int) *Example {
	var best *Example
	least := max + 1
	for _, e := range a.Examples {
		if !e.Bad || e.Site {
			continue
		}
		if n := e.lines(); n < least {
			best, least = e, n
		}
	}
	return best
}

func (e *Example) lines() int {
	n := strings.Count(e.Config, "\n") + strings.Count(e.Recorded, "\n")
	for _, f := range e.Files {
		n += strings.Count(string(f.Data), "\n")
	}
	return n
}
