package cmd

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/output"
	"github.com/copychief/copychief/lint/report"
)

func versionCommand(s *session) *cli.Command {
	return &cli.Command{
		Name:      "version",
		Usage:     "print the version",
		UsageText: "copychief version [FLAG...]",
		Description: `  copychief version
  copychief version --format json
`,
		Flags:  []cli.Flag{formatFlag("text", "json")},
		Action: s.action(runVersion),
	}
}

// build describes the running program.
type build struct {
	Version  string `json:"version"`
	Revision string `json:"revision"`
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
}

func runVersion(s *session, c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("version takes no argument")
	}
	b := buildOf()
	return output.To(s.Stdout).Write(func(w io.Writer) error {
		if c.String("format") == "json" {
			return report.Encode(w, b)
		}
		line := "copychief " + b.Version
		if b.Revision != "" {
			line += " (" + b.Revision
			if b.Modified {
				line += ", modified"
			}
			line += ")"
		}
		_, err := fmt.Fprintln(w, line+" "+b.Go)
		return err
	})
}

// buildOf reads what the Go tool recorded in the program.
func buildOf() build {
	b := build{Version: "unknown"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.Go = info.GoVersion
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Revision = setting.Value[:min(12, len(setting.Value))]
		case "vcs.modified":
			b.Modified = setting.Value == "true"
		}
	}
	return b
}
