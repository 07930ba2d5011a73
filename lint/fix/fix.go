// Package fix applies what rules propose to the bytes of a draft, in memory.
//
// A round looks at the draft, chooses proposals that do not touch each other
// (plan.go), applies them at once, and parses the result: what
// no edit touched must be there as before, field by field and block by block, or
// the proposal that changed it is refused (shape.go). Rounds go on until nothing
// is left to apply (rounds.go), since one fix may make room for another.
//
// The trade: each round parses the draft twice and runs its rules anew. In return
// a fix is judged by what the parser makes of it rather than by what its rule
// hoped, and rules need not know of each other.
package fix

import (
	"github.com/copychief/copychief/lint"
)

// Proposal is a fix that a rule proposes for the draft as it stands.
type Proposal struct {
	Rule  string
	Place lint.Position // of the finding
	Fix   lint.Fix
}

// Look is a draft as its rules see it.
type Look struct {
	Doc       *lint.Document
	Proposals []Proposal // in the order in which they are to be considered
}

// Draft is what the rounds need to know about a draft. Both functions are given
// the text of the draft: UTF-8, whatever the file holds.
type Draft struct {
	// Look parses a text and runs the rules. An error ends the rounds.
	Look func(text []byte) (Look, error)
	// Parse parses a text; nil where that fails.
	Parse func(text []byte) *lint.Document
}

// Applied is a fix that was applied.
type Applied struct {
	Proposal
	Round int // from 1; places of later rounds are places in what earlier ones left
}

// Outcome is what the rounds have made of a draft.
type Outcome struct {
	Text    []byte // the same bytes where nothing was applied
	Applied []Applied
	// Rejected are proposals that would have changed what they do not touch, or
	// whose edits do not fit the text.
	Rejected []Proposal
	// Cycle names the rules that undo each other's fixes, in alphabetical order.
	// None of their fixes is applied, those before the cycle began aside.
	Cycle []string
	// Unfinished names the rules that still had something to propose when the
	// rounds ran out.
	Unfinished []string
}
