package engine

import "github.com/copychief/copychief/lint"

// Finding is a finding with everything that a report shows, so that no report needs
// the document, which is gone by then.
type Finding struct {
	lint.Finding
	From, To lint.Position // of Span
	Place    string        // of Span as a person would name it, where lines mean nothing; otherwise ""
	Lines    []Line        // the source lines that the span touches, three at most
	Basis    lint.Basis
	Related  []Related // instead of lint.Finding.Related: with positions, 100 at most
	Unlisted int       // related places beyond those
	Status   Status
	Reason   string // of the suppression
	Words    string // a digest of the words at its place, without rule and path
}

// Line is one source line, without its ending, for showing.
type Line struct {
	Number int
	Text   string
	Span   lint.Span // of the line in the source
}

// Related is another place that explains a finding.
type Related struct {
	Path     string
	Span     lint.Span
	From, To lint.Position
	Place    string // as of a Finding
	Message  string
}

// Status says whether a finding counts. One that does not stays in the result, marked
// and counted.
type Status uint8

// The statuses. The first reason not to count a finding is the one that it keeps.
const (
	Active     Status = iota // it counts
	Suppressed               // the draft suppresses it; Finding.Reason says why
	Known                    // the baseline has it
	Unchanged                // it is about lines that were not changed
)

var statusNames = [...]string{"", "suppressed", "known", "unchanged"}

// String returns the lower-case name of the status, "" for Active.
func (s Status) String() string { return statusNames[s] }
