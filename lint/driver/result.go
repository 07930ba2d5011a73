package driver

import "github.com/copychief/copychief/lint"

// Result is what a run found, in an order that depends on nothing but the input:
// by path, offset, rule.
type Result struct {
	Files      int       // drafts that were read
	Idle       string    // why there was rightly no draft to check: nothing has changed; "" where there was
	Findings   []Finding // those that are set aside among them, marked
	Drafts     []Draft   // those that were read, by path
	Folders    []string  // absolute, whose drafts were looked for
	Skipped    []Skipped
	NotChecked []NotChecked // what was not checked, or not wholly: exit code 2
	Fixed      int          // findings whose fix reached its file before the run
	Stale      int          // entries of the baseline that this run shows to match nothing any more
}

// Finding is a finding with everything a report shows, so that no report needs
// the document, which is gone by then.
type Finding struct {
	lint.Finding
	From, To lint.Position // of Span
	Lines    []Line        // the source lines that the span touches, three at most
	Basis    lint.Basis
	Related  []Related // instead of lint.Finding.Related: with positions, mostRelated at most
	Unlisted int       // related places beyond those
	Held     Hold      // why it does not count; Counts where it does
	Reason   string    // of the suppression
	Words    string    // stands for the words at its place, without rule and path
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
	Message  string
}

// Skipped counts the files on which a rule could not run, and why.
type Skipped struct {
	Rule, Reason string
	Files        int
}

// NotChecked is a file, or a part of one, that was not checked.
type NotChecked struct{ Path, Reason string }

// Count returns how many findings of a severity count: they are not set aside.
func (r *Result) Count(s lint.Severity) int {
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Held == Counts && f.Severity == s {
			n++
		}
	}
	return n
}

// Held returns how many findings are set aside for a reason.
func (r *Result) Held(why Hold) int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Held == why {
			n++
		}
	}
	return n
}
