package cmd

import (
	"io"

	"golang.org/x/term"

	"github.com/copychief/copychief/lint/report"
)

// pages is where the page of a rule stands for readers whose terminal follows
// links.
const pages = "https://github.com/copychief/copychief/blob/main/docs/rules/"

// colored decides on colour: --color wins, then FORCE_COLOR and CLICOLOR_FORCE,
// then NO_COLOR (each where it is not empty), then TERM=dumb, then whether the
// output is a terminal. The order keeps what no-color.org and force-color.org ask
// for; bixense.com/clicolors would let NO_COLOR win over CLICOLOR_FORCE.
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

// options says how a report looks on an output.
func (s *session) options(o *output) report.Options {
	return report.Options{
		Color:   o.color,
		Links:   o.links,
		Docs:    pages,
		Actions: s.getenv("GITHUB_ACTIONS") == "true" && o.file == "",
	}
}
