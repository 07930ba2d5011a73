package report

import (
	"io"

	"github.com/copychief/copychief/lint/engine"
)

// Summary writes a summary of a run: the number of findings, the rules that were skipped,
// and what was not checked. The error is from w.
func Summary(w io.Writer, r *engine.Result, o Options) error {
	p := newPage(o)
	p.summary(r, o, 0)
	return p.flush(w, o)
}

// Concise writes one line per finding, like a compiler, for editors:
//
//	path:line:column: severity: message [rule]
//
// In formats without lines, a readable place replaces line and column. The summary follows.
// The error is from w.
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
