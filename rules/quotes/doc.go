// Package quotes holds the rules about quotations: whose words they are, where they
// come from, and how they are marked.
package quotes

import "strings"

// opening returns the first words of a quotation for a message.
func opening(text string) string {
	const words = 5
	fields := strings.Fields(text)
	if len(fields) <= words {
		return strings.TrimRight(strings.Join(fields, " "), ".,;:")
	}
	return strings.TrimRight(strings.Join(fields[:words], " "), ".,;:") + "…"
}
