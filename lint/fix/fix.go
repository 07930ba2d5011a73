// Package fix applies the fixes that rules propose to the text of a draft, in memory.
//
// Fixes are applied in rounds. A round checks the draft, chooses proposals that do not
// touch each other (plan.go), applies them together, and parses the result. Everything
// that no edit touched must be unchanged, field by field and block by block; otherwise the
// proposal that changed it is rejected (shape.go). One fix may make another one possible,
// so there are further rounds until nothing is left to apply (rounds.go).
//
// The trade-off: each round parses the draft twice and runs its rules again. In return, a
// fix is judged by its effect on the parsed document, and rules need not know about each
// other.
package fix

import (
	"github.com/copychief/copychief/lint"
)

// Proposal is a fix that a rule proposes for the current text of the draft.
type Proposal struct {
	Rule  string
	Place lint.Position // of the finding
	Fix   lint.Fix
}

// Checked is a document and the fixes that its rules propose.
type Checked struct {
	Doc       *lint.Document
	Proposals []Proposal // in the order in which they are to be considered
}

// Draft has the functions that the rounds need. Both get the text of the draft as UTF-8,
// whatever the encoding of the file.
type Draft struct {
	// Check parses a text and runs the rules. An error ends the rounds.
	Check func(text []byte) (Checked, error)
	// Parse parses a text; it returns nil if that fails.
	Parse func(text []byte) *lint.Document
}

// AppliedFix is a fix that was applied.
type AppliedFix struct {
	Proposal
	Round int // from 1; the place refers to the text before this round
}

// Outcome is the result of all rounds.
type Outcome struct {
	Text    []byte // the same bytes if nothing was applied
	Applied []AppliedFix
	// Rejected are proposals whose effects would go beyond their edits, or whose edits
	// are invalid.
	Rejected []Proposal
	// Cycle names the rules that undo each other's fixes, in alphabetical order. Only
	// their fixes from before the cycle are applied.
	Cycle []string
	// Unfinished names the rules that still had proposals after the last round.
	Unfinished []string
}
