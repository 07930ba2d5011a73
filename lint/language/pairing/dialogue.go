package pairing

import (
	"strings"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/cue"
)

// readDialogue makes a pair of a paragraph that opens with a dash, which is how novels in many
// languages mark dialogue. A dash at the beginning of a paragraph more often begins a list or a
// signature, so the paragraph before must announce speech ("Ann asked:") or be dialogue itself.
// The pairs from first on, found in this block, become nested in it.
func readDialogue(s *scanner, d *lint.Document, i, first int) {
	b := &d.Blocks[i]
	if i == 0 || b.Kind != lint.Paragraph || !b.Prose() || b.Quote != lint.None || len(s.stack) > 0 || opensDialogue(s.text) == 0 {
		return
	}
	if s.dash != i-1 && !announces(d.Blocks[i-1].Text.String()) {
		return
	}
	s.dash = i
	for k := first; k < len(s.out.Pairs); k++ {
		s.out.Pairs[k].Depth++
	}
	s.out.Pairs = append(s.out.Pairs, Pair{Style: Dash, Block: i, EndBlock: i, End: len(s.text), Closed: true})
}

// opensDialogue returns the length of the dash that text begins with, if a letter
// follows it, or 0.
func opensDialogue(text string) int {
	if text == "" || text[0] != '-' && text[0] != "—"[0] {
		return 0
	}
	for _, dash := range [...]string{"--", "—", "–", "―"} {
		rest, ok := strings.CutPrefix(text, dash)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " \u00a0")
		if r, _ := utf8.DecodeRuneInString(rest); wordy(r) {
			return len(text) - len(rest)
		}
	}
	return 0
}

// announces reports whether a text ends in a colon that follows a verb of saying.
func announces(text string) bool {
	const near = 60 // bytes
	head, ok := strings.CutSuffix(text, ":")
	if !ok {
		return false
	}
	if cut := len(head) - near; cut > 0 {
		head = head[cut:]
	}
	for w := range strings.FieldsSeq(head) {
		w = strings.Trim(w, ",;")
		if cue.Words().Class(w, 0, len(w))&cue.SayVerb != 0 {
			return true
		}
	}
	return false
}
