// Package report turns what a run found into bytes, one file a format: text for
// people, one line a finding for editors, JSON for programs, and the formats of the
// programs that show findings beside a change: SARIF, GitHub, GitLab, JUnit,
// Checkstyle, reviewdog, Markdown.
//
// Reports see a finished [engine.Result] (or a document, for inspect) and a
// writer, nothing else: no terminal is asked, no environment read. What the
// terminal can take is said in [Options] by the caller.
//
// Drafts, file names and configuration are other people's bytes. Every string
// that comes from one of them passes through [Escape] before it is written, so
// that no escape sequence, no direction override and no line break of theirs
// reaches the terminal; [JSON] escapes the same characters in the JSON way. What a
// format cannot hold on top of that (markup, mentions, commands) is its own file's
// matter.
//
// The trade: reports are built in memory and written at once. A result is small
// beside the drafts it came from, and a reader who closes the pipe early costs
// nothing.
package report

import "github.com/copychief/copychief/lint"

// Options say how a report for people looks. The zero value is plain text of
// unlimited findings for a pipe.
type Options struct {
	Color bool   // use ANSI colours
	Links bool   // make rule names OSC 8 hyperlinks
	Docs  string // address that a rule's name completes, for rules whose basis has none; may be empty
	Width int    // display columns; 0 means 80

	// Brief leaves the summary and findings below Least out; what was not checked
	// is said all the same.
	Brief bool
	Least lint.Severity
	// Max is how many findings are shown at most; 0 shows all. The report says how
	// many it left out.
	Max int

	// Actions guards lines against being read as commands of GitHub Actions.
	Actions bool

	// What reports for other programs say and need beside the result.
	Version string       // of copychief; may be empty
	Rules   []*lint.Rule // for reports that describe the rules; others are named only
	// Dir is the working directory and Root the folder that paths are shown from;
	// where both are empty, paths stay as they are.
	Dir, Root string
	// Failing is the mildest severity that fails a run; the zero value means all.
	Failing lint.Severity
	// Room is how many bytes a Markdown report takes at most; 0 means 60,000.
	Room int
}

// columns returns the display width to keep to.
func (o Options) columns() int {
	if o.Width <= 0 {
		return 80
	}
	return max(o.Width, 40)
}
