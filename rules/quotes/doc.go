// Package quotes holds the rules about quotations: whose words they are, where they
// come from, and how they are marked.
package quotes

import "strings"

// opening returns the first words of a quotation for a message: five at most, and
// not many bytes, since a word may be as long as the draft.
func opening(text string) string {
	const words, most = 5, 64
	head := text[:min(len(text), most+1)]
	fields := strings.Fields(head)
	cut := len(fields) > words || len(head) < len(text)
	if len(head) < len(text) && len(fields) > 1 && len(fields) <= words {
		fields = fields[:len(fields)-1] // the last one may be half a word
	}
	short := strings.TrimRight(strings.Join(fields[:min(len(fields), words)], " "), ".,;:")
	if cut {
		return strings.ToValidUTF8(short, "") + "…"
	}
	return short
}
