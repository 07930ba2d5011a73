// Package drafting holds the rules about what must not be published: notes,
// placeholders and accidents of a draft.
package drafting

import "strings"

// short cuts text for a message after about n bytes, at a word.
func short(text string, n int) string {
	if len(text) <= n {
		return text
	}
	if cut := strings.LastIndexByte(text[:n], ' '); cut > 0 {
		return text[:cut] + "…"
	}
	return strings.ToValidUTF8(text[:n], "") + "…"
}
