package fix

// Report says what fixing did to drafts, or would do if nothing was written.
type Report struct {
	Drafts []DraftReport // drafts with something to report, by path
}

// DraftReport says what fixing did to one draft.
type DraftReport struct {
	Path     string
	Stdin    bool   // it came through standard input
	Old, New []byte // as UTF-8, whatever the encoding of the file; the same if no fix was applied
	Outcome
	// Failed says why the file was not written, such as because it is read-only or has
	// changed. It is empty if the file was written or did not have to be.
	Failed string
}

// Fixed returns how many fixes were applied, and to how many drafts.
func (r *Report) Fixed() (fixes, drafts int) {
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Failed == "" && len(d.Applied) > 0 {
			fixes += len(d.Applied)
			drafts++
		}
	}
	return fixes, drafts
}

// Reportable reports whether there is anything to report about the draft.
func (d *DraftReport) Reportable() bool {
	return len(d.Applied)+len(d.Rejected)+len(d.Cycle)+len(d.Unfinished) > 0 || d.Failed != ""
}
