package report

import (
	"fmt"
	"io"
	"strings"
)

// BaselineChange is what became of a baseline that was written.
type BaselineChange struct {
	File             string // as messages show it
	Made             bool   // the file is new
	Named            bool   // a configuration names it
	Same             bool   // nothing was to be changed
	Findings, Drafts int    // that are known now
	Added, Removed   int    // findings
}

// Baselines says what became of baselines that were written, and how to use a new one
// that no configuration names. The error is the writer's.
func Baselines(w io.Writer, all []BaselineChange) error {
	var b strings.Builder
	for _, c := range all {
		file := Escape(c.File)
		size := count(c.Findings, "finding") + " in " + count(c.Drafts, "file")
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
