package cmd

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/completion"
	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/lint"
)

func completionCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the completion script for a shell",
		UsageText: "copychief completion SHELL",
		Description: `  echo 'source <(copychief completion bash)' >>~/.bashrc
  copychief completion zsh >"${fpath[1]}/_copychief"
  copychief completion fish >~/.config/fish/completions/copychief.fish
  copychief completion powershell >>$PROFILE
`,
		Action: s.action(runCompletion),
	}
}

func runCompletion(s *session, c *cli.Context) error {
	if c.NArg() != 1 {
		return fmt.Errorf("completion needs the name of one shell: %s", strings.Join(completion.Shells(), ", "))
	}
	script, err := completion.Script(c.Args().First())
	if err != nil {
		return err
	}
	return output.To(s.Stdout).Write(func(w io.Writer) error {
		_, err := w.Write(script)
		return err
	})
}

// names are what can be completed by name. An invalid configuration is no reason to complete
// nothing.
func names(r *ruleset) completion.Names {
	read := func() { _ = r.read() } // an error would be in the way of what is typed
	words := func(rules []*lint.Rule) (all []completion.Word) {
		for _, rule := range rules {
			all = append(all, completion.Word{Text: rule.Name, About: rule.Summary})
		}
		return all
	}
	return completion.Names{
		Formats: formatNames(),
		Rules: func() []completion.Word {
			read()
			return words(r.all())
		},
		House: func() []completion.Word {
			read()
			var rules []*lint.Rule
			for _, d := range r.declared {
				rules = append(rules, d.Rule)
			}
			return words(rules)
		},
		Families: func() (all []completion.Word) {
			read()
			for _, rule := range r.all() {
				if family := string(rule.Family); len(all) == 0 || all[len(all)-1].Text != family {
					all = append(all, completion.Word{Text: family, About: "the rules about " + family})
				}
			}
			return all
		},
	}
}
