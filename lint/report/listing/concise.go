package listing

import (
	"io"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Concise writes one line per finding, like a compiler, for editors:
//
//	path:line:column: severity: message [rule]
//
// In formats without lines, a readable place replaces line and column. The summary follows.
// The error is from w.
func Concise(w io.Writer, r *engine.Result, o report.Options) error {
	p := layout.New(o)
	shown, left := report.Choose(r, o)
	for f := range shown {
		p.Printf("%s:%s: %s: %s [%s]\n", report.Escape(f.Path), report.Position(f),
			p.Severity(f.Severity).Sprint(f.Severity), report.Escape(f.Message), p.Rule(f.Rule, f.Basis))
	}
	writeSummary(p, r, o, left)
	return p.Flush(w, o)
}
