package report

import (
	"io"

	"github.com/copychief/copychief/lint/engine"
)

// Summary writes how a run ended, without the findings: their counts, the rules that
// were skipped, and what was not checked. The error is the writer's.
func Summary(w io.Writer, r *engine.Result, o Options) error {
	p := newPage(o)
	p.summary(r, o, 0)
	return p.flush(w, o)
}

// Concise writes one line a finding, as compilers do and editors read:
//
//	path:line:column: severity: message [rule]
//
// Where lines mean nothing, the place that a person would name stands instead of both.
// The summary follows. The error is the writer's.
func Concise(w io.Writer, r *engine.Result, o Options) error {
	p := newPage(o)
	shown, left := choose(r, o)
	for _, f := range shown {
		p.printf("%s:%s: %s: %s [%s]\n", Escape(f.Path), position(f),
			p.severity(f.Severity).Sprint(f.Severity), Escape(f.Message), p.rule(f.Rule, f.Basis))
	}
	p.summary(r, o, left)
	return p.flush(w, o)
}
