// Package quotes holds the rules about quotations: who said the words, where they come
// from, and how they are marked.
//
// The rules share the quotations and attributions that the engine reads once for each
// draft. The trade-off: attributions are found by patterns of verbs and names, so an
// unusual wording may be missed, and the rules stay silent where a reader could guess the
// speaker.
package quotes

import "strings"

// opening returns the first words of a quotation for a message: at most five, and limited
// in bytes, since a single word may be very long.
func opening(text string) string {
	const words, most = 5, 64
	head := text[:min(len(text), most+1)]
	fields := strings.Fields(head)
	cut := len(fields) > words || len(head) < len(text)
	if len(head) < len(text) && len(fields) > 1 && len(fields) <= words {
		fields = fields[:len(fields)-1] // the last word may be cut off
	}
	short := strings.TrimRight(strings.Join(fields[:min(len(fields), words)], " "), ".,;:")
	if cut {
		return strings.ToValidUTF8(short, "") + "…"
	}
	return short
}
