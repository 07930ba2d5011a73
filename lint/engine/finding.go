package engine

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine/form"
)

// Finding is a finding with everything that reports show, since the document is gone by
// the time a report is written.
type Finding struct {
	lint.Finding
	From, To lint.Position // of Span
	Place    string        // a readable place, such as "paragraph 12", for formats without lines; otherwise ""
	Lines    []Line        // the first source lines of the span, at most three
	Basis    lint.Basis
	Related  []Related // replaces lint.Finding.Related: with positions, at most 200
	Unlisted int       // number of further related places
	Status   Status
	Reason   string      // of the suppression
	Linter   string      // the other linter whose comment or configuration suppresses the finding
	Listed   bool        // its fixes are only listed, because the draft cannot be written
	Words    string      // a digest of the words at the span, without rule and path
	Same     string      // what drafts with the same finding share; "" if nothing, see [Result.Gather]
	Parts    []form.Part // of a translatable text that the finding is about, see [lint.Rule.Structure]; none in metadata
	Asked    bool        // the configuration or --only names the rule, so that the finding is never held back
}

// Line is one source line, without its line ending, for display.
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

// Status says whether a finding counts. Findings that do not count stay in the result,
// with their status.
type Status uint8

// The statuses. If several apply to a finding, it has the first that was set.
const (
	Active     Status = iota // it counts
	Suppressed               // the draft suppresses it; Finding.Reason says why
	Known                    // it is in the baseline
	Unchanged                // it does not concern changed lines
	Practice                 // many drafts of the place have the same form; see [PracticeNote]
	Mirrored                 // the draft is a translation, and its source has the same finding
	Generated                // a program writes this part of the draft
	Unlisted                 // it is about search results, and the page is in none
	Switched                 // the site switches off the same rule of another linter; see [SwitchedNote]
)

var statusNames = [...]string{"", "suppressed", "known", "unchanged", "practice", "translation", "generated", "unlisted", "switched-off"}

// Held reports whether a finding does not count because of what the draft is, what other
// drafts do, or what the site asks of another linter.
func (s Status) Held() bool { return s >= Practice }

// String returns the lower-case name of the status, "" for Active.
func (s Status) String() string { return statusNames[s] }

// detach copies the strings of a finding, which may be substrings of the draft, since the
// memory of the document will be reused.
func detach(f *lint.Finding) {
	f.Message, f.Shared, f.Unfixed = strings.Clone(f.Message), strings.Clone(f.Shared), strings.Clone(f.Unfixed)
	for i := range f.Fixes {
		x := &f.Fixes[i]
		x.Title, x.Doubt = strings.Clone(x.Title), strings.Clone(x.Doubt)
		for k := range x.Edits {
			x.Edits[k].New = strings.Clone(x.Edits[k].New)
		}
	}
	for i := range f.Related {
		f.Related[i].Message = strings.Clone(f.Related[i].Message)
	}
}
