package cmd

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/copychief/copychief/cmd/commandline"
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

func policyFlags() []cli.Flag {
	return []cli.Flag{
		commandline.OneOf("fail-on", "SEVERITY", "error", "warning", "advice", "never"),
		commandline.Count("max-warnings", "also fail on more than `N` warnings"),
		&cli.BoolFlag{Name: "exit-zero", Usage: "exit with 0 even if there are findings"},
		&cli.BoolFlag{Name: "allow-empty", Usage: "do not fail if there are no drafts"},
	}
}

// policy says which results fail a run.
type policy struct {
	least    lint.Severity // the lowest that does; above Error if none does
	warnings int           // how many are allowed; below 0 for any number
	zero     bool          // findings never fail it
}

func policyOf(c *cli.Context) (policy, error) {
	failOn := c.String("fail-on")
	p := policy{least: lint.Error + 1, warnings: -1, zero: c.Bool("exit-zero")}
	if severity, decides := lint.ParseSeverity(failOn); decides {
		p.least = severity
	}
	if c.IsSet("max-warnings") {
		p.warnings = c.Int("max-warnings")
		if p.least <= lint.Warning {
			return policy{}, fmt.Errorf("--fail-on %s fails on the first warning; drop it or --max-warnings", failOn)
		}
	}
	return p, nil
}

// forResult returns the policy for a result. If there are too many warnings, warnings
// fail the run as well, and tooMany is the message about it.
func (p policy) forResult(r *engine.Result) (_ policy, tooMany string) {
	if n := r.Count(lint.Warning); p.warnings >= 0 && n > p.warnings {
		tooMany = fmt.Sprintf("more warnings than --max-warnings allows: %d, %d allowed", n, p.warnings)
		p.least = lint.Warning
	}
	return p, tooMany
}

// code returns the exit code of a result. Drafts that were not checked count before
// findings, and findings count from the lowest severity that fails the run.
func (p policy) code(r *engine.Result) int {
	if len(r.NotChecked) > 0 {
		return ExitTrouble
	}
	for severity := p.least; !p.zero && severity <= lint.Error; severity++ {
		if r.Count(severity) > 0 {
			return ExitFindings
		}
	}
	return ExitClean
}

// options returns the options of reports that depend on the flags and the policy.
func (p policy) options(c *cli.Context) report.Options {
	return report.Options{
		Brief: c.Bool("quiet"), Least: min(p.least, lint.Error), Max: c.Int("max-findings"), Failing: p.least,
		All: c.Bool("all"), Statistics: c.Bool("statistics"), Verbose: c.Bool("verbose"),
	}
}
