package cmd

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/lint/config"
)

// The scripts are short: each hands the words of the command line to copychief
// itself ([session.complete]) and shows what it is answered in the way of its shell.
// That costs a start of the program, some 10 ms, at every press of the key; in
// return a house that builds its own binary has its own rules completed, and a
// script never lags behind the program.
//
//go:embed completion/copychief.*
var completions embed.FS

// shells returns the shells that there are scripts for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func (s *session) completion() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the completion script for a shell",
		UsageText: "copychief completion SHELL",
		Description: `  echo 'source <(copychief completion bash)' >>~/.bashrc
  copychief completion zsh >"${fpath[1]}/_copychief"
  copychief completion fish >~/.config/fish/completions/copychief.fish
  copychief completion powershell >>$PROFILE
`,
		Action: s.runCompletion,
	}
}

func (s *session) runCompletion(c *cli.Context) error {
	allowed := strings.Join(shells(), ", ")
	if c.NArg() != 1 {
		return fmt.Errorf("completion needs the name of one shell: %s", allowed)
	}
	shell := c.Args().First()
	if !slices.Contains(shells(), shell) {
		return fmt.Errorf("completion: %s", config.Unknown("shell", shell, shells()))
	}
	script, err := completions.ReadFile("completion/copychief." + shell)
	if err != nil {
		return fmt.Errorf("reading the script for %s: %w", shell, err)
	}
	return (&output{stdout: s.Stdout}).write(func(w io.Writer) error {
		_, err := w.Write(script)
		return err
	})
}
