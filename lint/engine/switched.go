package engine

import (
	"cmp"
	"slices"

	"github.com/copychief/copychief/lint"
)

// SwitchedNote says that findings are held back because the draft or the site switches off the
// same rule of another linter.
type SwitchedNote struct {
	Linter string
	By     string // the file that switches the rule off; "" if comments in drafts do
	Name   string // of the other linter's rule; "" if comments do
	Rule   string // of this program; "" if comments do
	HeldNote
}

// switchOff marks the findings of rules whose counterparts the site switches off in other linters.
func switchOff(r *run) {
	site := r.settings.Site
	if site == nil || len(site.Switched) == 0 {
		return
	}
	for i := range r.out.Findings {
		f := &r.out.Findings[i]
		if f.Status != Active || f.Asked {
			continue
		}
		for _, s := range site.Switched {
			if s.Rule == f.Rule && (!s.Fragments || withinPage(r.doc, f)) {
				f.Status, f.Linter, f.Reason = Switched, s.Linter, s.By+" switches "+s.Name+" off"
				break
			}
		}
	}
}

// withinPage reports whether a finding is about a link to a place on the same page.
func withinPage(d *lint.Document, f *Finding) bool {
	return slices.ContainsFunc(d.Links, func(l lint.Link) bool { return l.Span == f.Span && l.Kind == lint.Fragment })
}

// switchedNotes counts the findings that are held back because of other linters.
func switchedNotes(outcomes []*Outcome) (all []SwitchedNote) {
	type key struct{ linter, by, name, rule string }
	notes := map[key]*SwitchedNote{}
	for _, o := range outcomes {
		counted := map[key]bool{}
		findings := o.All()
		for i := range findings {
			f := &findings[i]
			if f.Linter == "" {
				continue
			}
			k := key{linter: f.Linter}
			if f.Status == Switched {
				k.by, k.name, k.rule = switchedBy(o, f)
			}
			if notes[k] == nil {
				notes[k] = &SwitchedNote{Linter: k.linter, By: k.by, Name: k.name, Rule: k.rule}
			}
			if notes[k].count(f); !counted[k] {
				counted[k] = true
				notes[k].Drafts++
			}
		}
	}
	for _, n := range notes {
		all = append(all, *n)
	}
	slices.SortFunc(all, func(a, b SwitchedNote) int {
		return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Linter, b.Linter))
	})
	return all
}

// switchedBy returns the file and the name by which a finding is switched off.
func switchedBy(o *Outcome, f *Finding) (by, name, rule string) {
	for _, s := range o.settings.Site.Switched {
		if s.Rule == f.Rule && s.Linter == f.Linter {
			return s.By, s.Name, s.Rule
		}
	}
	return "", "", f.Rule
}
