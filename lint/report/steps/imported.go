package steps

import (
	"fmt"
	"io"

	"github.com/copychief/copychief/lint/house/importer"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/layout"
)

// Imported reports what was translated from other programs, what was not and why, and what
// was written. The error is from w.
func Imported(w io.Writer, im *importer.Import, steps Steps, o report.Options) error {
	p := layout.New(o)
	for _, pack := range im.Packs {
		p.WriteString(p.Bold.Sprint(report.Escape(pack.Name)) + ": " + report.Count(len(pack.Rules), "rule") + " from " + report.Escape(pack.From) + "\n")
		for _, n := range pack.Notes {
			p.Hanging("  ", report.Escape(n), "    ")
		}
		for _, l := range pack.Left {
			p.Hanging("  "+p.Yellow.Sprint("not translated: "), report.Escape(l.From)+": "+report.Escape(l.Why), "    ")
		}
	}
	share := 0
	if im.Total > 0 {
		share = 100 * im.Done / im.Total
	}
	p.WriteString("\n" + p.Bold.Sprint(fmt.Sprintf("%d of %s translated in full (%d %%)", im.Done, report.Count(im.Total, "rule"), share)) + "\n\n")
	writeWritten(p, steps)
	writeSteps(p, steps.Next)
	return p.Flush(w, o)
}
