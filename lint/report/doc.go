// Package report has what the reports have in common: their [Options], the encoder of hostile
// text ([Escape]), the choice of findings to show ([Choose]), the sentences about a run
// ([Counts], [Notes]) and JSON ([Encode]). The reports are in the packages below it, one for
// each family of formats:
//
//   - findings: listing for people, web as a page, services for programs that show findings next
//     to a change, data as JSON
//   - drafts: inspection and quotesheet
//   - rules and configuration: rulebook and settings
//   - what commands did: changes, steps and trials
//
// Package layout sets text for a terminal for all of them.
//
// A report depends only on what it is about (such as a finished [engine.Result]), its options
// and the writer. It does not query the terminal or the environment; the caller sets the
// capabilities of the terminal in the options.
//
// Drafts, file names and configuration are untrusted. Every string from them passes through
// [Escape] before it is written, so that none of their escape sequences, direction overrides
// and line breaks reach the terminal; [Encode] writes the same characters as JSON escapes. Each
// format also escapes what is special in it (markup, mentions, commands).
//
// The trade-off: reports are built in memory and written at once. A result is small compared to
// the drafts, and it does not matter if a reader closes the pipe early.
package report

import "github.com/copychief/copychief/lint"

// Options are the options of reports. The zero value means plain text with all findings, as
// for a pipe.
type Options struct {
	Color bool   // use ANSI colours
	Links bool   // turn rule names into OSC 8 hyperlinks
	Docs  string // address of the rules' pages without the rule name, for rules whose basis has no URL; optional
	Width int    // display columns; 0 means 80

	// Brief omits the summary and findings below Least, but not what was not checked.
	Brief bool
	Least lint.Severity
	// Max is the maximum number of findings to show; 0 means all. The report says how many
	// were left out.
	Max int

	// All lists every finding. Otherwise a text report on many findings is an overview.
	All bool
	// Statistics writes the table by rule alone, in formats that have one.
	Statistics bool
	// Verbose lists the rules that were skipped even if nobody asked for them.
	Verbose bool

	// Actions prevents lines from being interpreted as commands of GitHub Actions.
	Actions bool

	// The remaining options are for machine-readable reports.
	Version string       // of copychief; optional
	Rules   []*lint.Rule // for reports that describe rules; other rules only have a name
	// Dir is the working directory and Root the folder that paths are shown relative to.
	// If both are empty, paths are not changed.
	Dir, Root string
	// Failing is the mildest severity that fails a run; the zero value means all.
	Failing lint.Severity
	// Sheets are what a report for people shows of drafts beside their findings.
	Sheets []Sheet
	Short  bool // there was no room for the sheets of other drafts
	// Room is the maximum size of a Markdown report in bytes; 0 means 60,000.
	Room int
}

// Columns returns the display width.
func (o Options) Columns() int {
	if o.Width <= 0 {
		return 80
	}
	return max(o.Width, 40)
}
