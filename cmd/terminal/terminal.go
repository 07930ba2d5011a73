// Package terminal knows what the streams of a run can show: whether they are terminals,
// whether reports on them have colour, and the progress of a long run.
package terminal

import (
	"io"

	"golang.org/x/term"
)

// Colored decides on colour: --color wins, then FORCE_COLOR and CLICOLOR_FORCE,
// then NO_COLOR (each if it is not empty), then TERM=dumb, then whether the output is a
// terminal. The order follows no-color.org and force-color.org; bixense.com/clicolors
// would let NO_COLOR win over CLICOLOR_FORCE.
func Colored(when string, getenv func(string) string, terminal bool) bool {
	switch {
	case when != "auto":
		return when == "always"
	case getenv("FORCE_COLOR") != "", getenv("CLICOLOR_FORCE") != "":
		return true
	case getenv("NO_COLOR") != "", getenv("TERM") == "dumb":
		return false
	}
	return terminal
}

// Is reports whether a stream is a terminal.
func Is(stream io.Writer) bool {
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}
