package driver

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

//go:embed unused_suppression.txtar
var unusedDocs string

//go:embed bad_suppression.txtar
var badDocs string

//go:embed internal_error.txtar
var internalDocs string

// own is the basis of what the driver says about the run itself.
func own() lint.Basis {
	return lint.Basis{Kind: lint.Convention, Source: "copychief, Suppressing findings"}
}

// UnusedSuppression flags a suppression that no finding needed.
var UnusedSuppression = &lint.Rule{
	Name: "unused-suppression", Family: lint.DraftingFamily, Severity: lint.Advice, Basis: own(), Docs: unusedDocs,
	Summary: "a suppression matches no finding",
}

// BadSuppression flags a suppression that cannot work: it names no rule, or one
// that does not exist.
var BadSuppression = &lint.Rule{
	Name: "bad-suppression", Family: lint.DraftingFamily, Severity: lint.Error, Basis: own(), Docs: badDocs,
	Summary: "a suppression names no rule, or an unknown one",
}

// InternalError stands for a rule that failed. It cannot be suppressed, nor
// switched off: a draft that a rule failed on must not look clean.
var InternalError = &lint.Rule{
	Name: "internal-error", Family: lint.DraftingFamily, Severity: lint.Error, Basis: own(), Docs: internalDocs, Locked: true,
	Summary: "a rule failed on this draft",
}

// Rules returns the rules that the driver itself stands for. They have no
// checker. A loader that is given them lets a writer set their severity.
func Rules() []*lint.Rule {
	return []*lint.Rule{UnusedSuppression, BadSuppression, InternalError}
}

// ownSetting returns what holds for one of the driver's own rules, or nil where
// it is switched off. A loader that was not given the rule leaves it at its
// default.
func (c *checking) ownSetting(s *config.Settings, rule *lint.Rule) *config.Setting {
	for i := range s.Rules {
		if s.Rules[i].Rule.Name == rule.Name {
			return &s.Rules[i]
		}
	}
	if c.request.Config.Knows(rule.Name) {
		return nil
	}
	return &config.Setting{Rule: rule, Severity: rule.Severity}
}
