package report

import (
	"fmt"
	"io"

	"github.com/copychief/copychief/lint/house/importer"
)

// Imported reports what was translated from other programs, what was not and why, and what
// was written. The error is from w.
func Imported(w io.Writer, im *importer.Import, steps Steps, o Options) error {
	p := newPage(o)
	for _, pack := range im.Packs {
		p.WriteString(p.bold.Sprint(Escape(pack.Name)) + ": " + count(len(pack.Rules), "rule") + " from " + Escape(pack.From) + "\n")
		for _, n := range pack.Notes {
			p.hanging("  ", Escape(n), "    ")
		}
		for _, l := range pack.Left {
			p.hanging("  "+p.yellow.Sprint("not translated: "), Escape(l.From)+": "+Escape(l.Why), "    ")
		}
	}
	share := 0
	if im.Total > 0 {
		share = 100 * im.Done / im.Total
	}
	p.WriteString("\n" + p.bold.Sprint(fmt.Sprintf("%d of %s translated in full (%d %%)", im.Done, count(im.Total, "rule"), share)) + "\n\n")
	p.written(steps)
	p.steps(steps.Next)
	return p.flush(w, o)
}
