package services

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
)

type issueGitLab struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    locationGitLab `json:"location"`
}

type locationGitLab struct {
	Path  string      `json:"path"`
	Lines linesGitLab `json:"lines"`
}

type linesGitLab struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

// GitLab writes the active findings of a result as a Code Quality report. An error is major,
// a warning minor, advice info; what was not checked is critical, on line 1. GitLab
// identifies issues by their fingerprints, which do not depend on line numbers. The error is
// from w.
func GitLab(w io.Writer, r *engine.Result, o report.Options) error {
	return report.EncodeList(w, []issueGitLab{}, func(yield func(issueGitLab) bool) {
		for _, n := range r.NotChecked {
			sum := sha256.Sum256([]byte(unchecked + "\x00" + n.Path + "\x00" + n.Reason))
			if !yield(issueGitLab{
				missed(n), unchecked, hex.EncodeToString(sum[:8]), "critical",
				locationGitLab{o.Within(n.Path), linesGitLab{Begin: 1}},
			}) {
				return
			}
		}
		for f, fingerprint := range r.Fingerprints() {
			if f.Status == engine.Active && !yield(issueOf(f, fingerprint, o)) {
				return
			}
		}
	})
}

func issueOf(f *engine.Finding, fingerprint string, o report.Options) issueGitLab {
	severity := "info"
	switch f.Severity {
	case lint.Error:
		severity = "major"
	case lint.Warning:
		severity = "minor"
	default:
	}
	f = lineless(f)
	from := max(f.From.Line, 1)
	return issueGitLab{safe(f.Message), f.Rule, fingerprint, severity, locationGitLab{o.Within(f.Path), linesGitLab{from, max(from, f.To.Line)}}}
}
