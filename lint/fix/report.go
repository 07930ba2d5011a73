package fix

// Report is what fixing did to drafts, or would do where nothing was written.
type Report struct {
	Drafts []DraftReport // those that there is something to say about, by path
}

// DraftReport is what fixing did to one draft.
type DraftReport struct {
	Path     string
	Stdin    bool   // it came through standard input
	Old, New []byte // as UTF-8, whatever the file holds; the same where no fix was applied
	Outcome
	// Failed says why the fixes did not reach the file: it changed meanwhile, it is
	// read-only. Empty where they did, or where nothing was to be written.
	Failed string
}

// Fixed returns how many fixes reached how many drafts.
func (r *Report) Fixed() (fixes, drafts int) {
	for i := range r.Drafts {
		if d := &r.Drafts[i]; d.Failed == "" && len(d.Applied) > 0 {
			fixes += len(d.Applied)
			drafts++
		}
	}
	return fixes, drafts
}

// Reportable reports whether there is anything to say about the draft.
func (d *DraftReport) Reportable() bool {
	return len(d.Applied)+len(d.Rejected)+len(d.Cycle)+len(d.Unfinished) > 0 || d.Failed != ""
}
