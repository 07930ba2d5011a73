package changes

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint/report"
)

// BaselineChange describes what happened to a baseline.
type BaselineChange struct {
	File             string // as messages show it
	Made             bool   // the file was created
	Named            bool   // a configuration names it
	Same             bool   // nothing had to be changed
	Findings, Drafts int    // total in the file now
	Added, Removed   int    // findings
}

// Baselines reports what happened to baselines, and how to use a new one that no
// configuration names. The error is from w.
func Baselines(w io.Writer, all []BaselineChange) error {
	var b strings.Builder
	for _, c := range all {
		file := report.Escape(c.File)
		size := report.Count(c.Findings, "finding") + " in " + report.Count(c.Drafts, "file")
		switch {
		case c.Same:
			fmt.Fprintf(&b, "%s is up to date: %s\n", file, size)
		case c.Made:
			fmt.Fprintf(&b, "Wrote %s: %s\n", file, size)
			if !c.Named {
				fmt.Fprintf(&b, "To set these aside: copychief --baseline %s PATH..., or baseline: %[1]s in .copychief.yml\n", file)
			}
		default:
			fmt.Fprintf(&b, "Wrote %s: %s; %d added, %d removed\n", file, size, c.Added, c.Removed)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
