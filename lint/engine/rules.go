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

// basis is the basis of the engine's own rules.
func basis() lint.Basis {
	return lint.Basis{Kind: lint.Convention, Source: "copychief, Suppressing findings"}
}

// UnusedSuppression flags a suppression that matches no finding.
var UnusedSuppression = &lint.Rule{
	Name: "unused-suppression", Family: lint.DraftingFamily, Severity: lint.Advice, Basis: basis(), Docs: unusedDocs,
	Summary: "a suppression matches no finding",
}

// BadSuppression flags a suppression that has no effect, because it names no rule or one
// that does not exist.
var BadSuppression = &lint.Rule{
	Name: "bad-suppression", Family: lint.DraftingFamily, Severity: lint.Error, Basis: basis(), Docs: badDocs,
	Summary: "a suppression names no rule, or an unknown one",
}

// InternalError is reported when a rule panics. It can be neither suppressed nor turned
// off, because a draft on which a rule failed must not look clean.
var InternalError = &lint.Rule{
	Name: "internal-error", Family: lint.DraftingFamily, Severity: lint.Error, Basis: basis(), Docs: internalDocs, Locked: true,
	Summary: "a rule failed on this draft",
}

// Rules returns the engine's own rules, which have no checker. Pass them to the
// configuration, so that writers can set their severity.
func Rules() []*lint.Rule {
	return []*lint.Rule{UnusedSuppression, BadSuppression, InternalError}
}

// internalError returns the finding for a rule that failed on a draft; how describes the
// failure.
func internalError(path, rule, how string) Finding {
	return Finding{Basis: InternalError.Basis, Finding: lint.Finding{
		Rule: InternalError.Name, Severity: lint.Error, Path: path,
		Message: "Rule " + quoteName(rule) + " failed on this draft (" + how + "); please report it",
	}}
}
