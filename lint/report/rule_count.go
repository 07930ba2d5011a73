package report

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
)

// RuleCount is a line of the table: the number of findings of one rule.
type RuleCount struct {
	Rule     string
	Basis    lint.Basis
	Severity lint.Severity // the highest severity among its findings
	Findings int
	Files    int
	Fixable  int // findings with a safe fix
	Example  *engine.Finding
}

// CountRules counts findings by rule and sorts the rules by severity, then by frequency.
func CountRules(findings iter.Seq[*engine.Finding]) []RuleCount {
	byRule := map[string]*RuleCount{}
	last := map[string]string{}
	for f := range findings {
		c := byRule[f.Rule]
		if c == nil {
			c = &RuleCount{Rule: f.Rule, Basis: f.Basis, Example: f}
			byRule[f.Rule] = c
		}
		c.Findings++
		if last[f.Rule] != f.Path {
			c.Files, last[f.Rule] = c.Files+1, f.Path
		}
		if len(f.Fixes) > 0 && f.Fixes[0].Safe {
			c.Fixable++
		}
		if f.Severity > c.Severity {
			c.Severity, c.Example = f.Severity, f
		}
	}
	var all []RuleCount
	for _, c := range byRule {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b RuleCount) int {
		return cmp.Or(int(b.Severity)-int(a.Severity), b.Findings-a.Findings, strings.Compare(a.Rule, b.Rule))
	})
	return all
}
