package cmd

import (
	"io"

	"golang.org/x/term"

	"github.com/copychief/copychief/lint/report"
)

// rulePages is the address of the rules' rulePages, for terminals that show links.
const rulePages = "https://github.com/copychief/copychief/blob/main/docs/rules/"

// colored decides on colour: --color wins, then FORCE_COLOR and CLICOLOR_FORCE,
// then NO_COLOR (each if it is not empty), then TERM=dumb, then whether the output is a
// terminal. The order follows no-color.org and force-color.org; bixense.com/clicolors
// would let NO_COLOR win over CLICOLOR_FORCE.
func colored(when string, getenv func(string) string, terminal bool) bool {
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

// terminal reports whether a stream is a terminal.
func (s *session) terminal(stream io.Writer) bool {
	if s.Terminal != nil {
		return s.Terminal(stream)
	}
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(int(f.Fd()))
}

// options returns the options of a report that depend on its output.
func (s *session) options(o *output) report.Options {
	return report.Options{
		Color:   o.color,
		Links:   o.links,
		Docs:    rulePages,
		Actions: s.getenv("GITHUB_ACTIONS") == "true" && o.file == "",
	}
}
