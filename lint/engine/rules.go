package engine

import (
	_ "embed"

	"github.com/copychief/copychief/lint"
)

//go:embed unused_suppression.txtar
var unusedDocs string

//go:embed bad_suppression.txtar
var badDocs string

//go:embed internal_error.txtar
var internalDocs string

// basis is that of what the engine says about the run itself.
func basis() lint.Basis {
	return lint.Basis{Kind: lint.Convention, Source: "copychief, Suppressing findings"}
}

// UnusedSuppression flags a suppression that no finding needed.
var UnusedSuppression = &lint.Rule{
	Name: "unused-suppression", Family: lint.DraftingFamily, Severity: lint.Advice, Basis: basis(), Docs: unusedDocs,
	Summary: "a suppression matches no finding",
}

// BadSuppression flags a suppression that cannot work: it names no rule, or one
// that does not exist.
var BadSuppression = &lint.Rule{
	Name: "bad-suppression", Family: lint.DraftingFamily, Severity: lint.Error, Basis: basis(), Docs: badDocs,
	Summary: "a suppression names no rule, or an unknown one",
}

// InternalError stands for a rule that failed. It cannot be suppressed, nor
// switched off: a draft that a rule failed on must not look clean.
var InternalError = &lint.Rule{
	Name: "internal-error", Family: lint.DraftingFamily, Severity: lint.Error, Basis: basis(), Docs: internalDocs, Locked: true,
	Summary: "a rule failed on this draft",
}

// Rules returns the rules that the engine itself stands for. They have no checker. A
// configuration that is given them lets a writer set their severity.
func Rules() []*lint.Rule {
	return []*lint.Rule{UnusedSuppression, BadSuppression, InternalError}
}

// internalError is the finding that a rule failed on a draft, and how.
func internalError(path, rule, how string) Finding {
	return Finding{Basis: InternalError.Basis, Finding: lint.Finding{
		Rule: InternalError.Name, Severity: lint.Error, Path: path,
		Message: "Rule " + shown(rule) + " failed on this draft (" + how + "); please report it",
	}}
}
