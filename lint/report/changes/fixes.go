package changes

import (
	"fmt"
	"io"
	"strings"

	"github.com/copychief/copychief/lint/fix"
	"github.com/copychief/copychief/lint/report"
)

// FixOptions are the options of [Fixes].
type FixOptions struct {
	Planned bool // nothing was written
	Listed  bool // list each planned fix
	Brief   bool // only report what went wrong
	Actions bool // prevent lines from being interpreted as commands of GitHub Actions
}

// Fixes reports what fixing did: a line for each problem, and one for all fixes that were
// applied. The error is from w.
func Fixes(w io.Writer, f *fix.Report, o FixOptions) error {
	var b strings.Builder
	for i := range f.Drafts {
		d := &f.Drafts[i]
		if o.Listed && !o.Brief && d.Failed == "" {
			planned(&b, d)
		}
		troubles(&b, d)
	}
	if !o.Brief {
		fixes, drafts := f.Fixed()
		switch {
		case fixes == 0:
			b.WriteString("Nothing to fix\n")
		case o.Planned:
			fmt.Fprintf(&b, "Would fix %s in %s\n", report.Count(fixes, "finding"), report.Count(drafts, "file"))
		default:
			fmt.Fprintf(&b, "Fixed %s in %s\n", report.Count(fixes, "finding"), report.Count(drafts, "file"))
		}
	}
	text := b.String()
	if o.Actions {
		var guarded strings.Builder
		for line := range strings.Lines(text) {
			guarded.WriteString(report.Guard(line))
		}
		text = guarded.String()
	}
	_, err := io.WriteString(w, text)
	return err
}

// planned lists the fixes of a draft. Only those of the first round have a place in the
// current draft.
func planned(b *strings.Builder, d *fix.DraftReport) {
	for _, a := range d.Applied {
		where := proposed(d.Path, a.Proposal)
		if a.Round > 1 {
			where = report.Escape(d.Path)
		}
		fmt.Fprintf(b, "%s: would fix: %s [%s]\n", where, report.Escape(a.Fix.Title), report.Escape(a.Rule))
	}
}

// troubles lists what was not fixed, and why.
func troubles(b *strings.Builder, d *fix.DraftReport) {
	if d.Failed != "" {
		fmt.Fprintf(b, "%s: not fixed: %s\n", report.Escape(d.Path), report.Escape(d.Failed))
		return
	}
	for _, r := range d.Rejected {
		fmt.Fprintf(b, "%s: fix of %s left out: it would change more of the draft than intended\n", proposed(d.Path, r), report.Escape(r.Rule))
	}
	if len(d.Cycle) > 0 {
		fmt.Fprintf(b, "%s: fixes of %s left out: they undo each other\n", report.Escape(d.Path), names(d.Cycle))
	}
	if len(d.Unfinished) > 0 {
		fmt.Fprintf(b, "%s: fixes of %s are not finished after %d rounds; run again\n", report.Escape(d.Path), names(d.Unfinished), fix.Rounds)
	}
}

func proposed(path string, p fix.Proposal) string {
	return fmt.Sprintf("%s:%d:%d", report.Escape(path), p.Place.Line, p.Place.Column)
}

// names joins names of rules.
func names(rules []string) string {
	if n := len(rules); n > 1 {
		return report.Escape(strings.Join(rules[:n-1], ", ") + " and " + rules[n-1])
	}
	return report.Escape(strings.Join(rules, ""))
}
