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

// completions are the scripts. They are short: each passes the words of the command line
// to copychief itself ([session.complete]) and shows the answer as its shell does. That
// starts the program, which takes some 10 ms, at every press of the key; in return a
// binary with rules of its own completes these rules, and a script is never out of date.
//
//go:embed completion/copychief.*
var completions embed.FS

// shells returns the shells that have a script.
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
