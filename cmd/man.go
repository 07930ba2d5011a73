package cmd

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/manual"
	"github.com/copychief/copychief/cmd/output"
)

func manCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "man",
		Usage:     "print the manual page",
		UsageText: "copychief man",
		Description: `  copychief man | man -l -                     read it
  copychief man >/usr/local/share/man/man1/copychief.1
`,
		Action: s.action(runMan),
	}
}

func runMan(s *session, c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("man takes no argument; copychief COMMAND --help describes one command")
	}
	page := manual.Page(s.commands(), buildOf().Version)
	return output.To(s.Stdout).Write(func(w io.Writer) error {
		_, err := io.WriteString(w, page)
		return err
	})
}
