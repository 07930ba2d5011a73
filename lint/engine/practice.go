package engine

import (
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Something absent is news where the neighbours have it. How many articles of the folder,
// or else of the folders around it, have what a rule with [lint.Rule.Absence] looks for is their
// practice; it decides whether findings of the rule count:
//
//   - under a tenth: it is not done here, and nobody is told draft by draft;
//   - over six tenths: it is, and the finding says how many do;
//   - between: only drafts that changed or, where no changes are known, the newer half.
//
// A severity in the writer's own configuration always wins. Both shares are conventions:
// the editors whose judgements are in docs/precision.md called absences false or noise
// where the neighbours lacked the same.
const (
	rare  = .1
	usual = .6
)

// enough is how many articles it takes to speak of a practice.
const enough = 8

// PracticeNote says that a rule is silent on drafts because what it looks for is not the
// practice of the site.
type PracticeNote struct {
	Rule     string
	Absence  string // what the articles would do: "have a meta description"
	Present  int    // articles that do
	Articles int    // that the rule looked at
	Withheld int    // drafts that would have a finding
}

// tally counts the articles that a rule looked at.
type tally struct{ present, all int }

func (t *tally) add(present bool) {
	t.all++
	if present {
		t.present++
	}
}

func (t *tally) share() float64 { return float64(t.present) / float64(t.all) }

// practice is what the articles of a run do.
type practice struct {
	places  map[place]*tally
	date    string // the median date of publication
	changes bool   // it is known which drafts have changed
	notes   map[string]*PracticeNote
}

// place is a folder, with all below it, as one rule sees it.
type place struct{ rule, folder string }

// newPractice counts what the outcomes say.
func newPractice(outcomes []*Outcome) *practice {
	p := &practice{places: map[place]*tally{}, notes: map[string]*PracticeNote{}}
	var dates []string
	for _, o := range outcomes {
		p.changes = p.changes || o.changed
		if o.date != "" {
			dates = append(dates, o.date)
		}
		for _, rule := range o.present {
			p.add(o, rule, true)
		}
		for _, rule := range o.absent {
			p.add(o, rule, false)
		}
	}
	if slices.Sort(dates); len(dates) > 0 {
		p.date = dates[len(dates)/2]
	}
	return p
}

// add counts a draft in its folder and in all folders around it.
func (p *practice) add(o *Outcome, rule string, present bool) {
	for folder := range folders(o.path) {
		at := place{rule, folder}
		if p.places[at] == nil {
			p.places[at] = &tally{}
		}
		p.places[at].add(present)
	}
}

// folders yields the folders around a file, the nearest first, and "" for all of the run.
func folders(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for folder := path.Dir(file); folder != "." && folder != "/"; folder = path.Dir(folder) {
			if !yield(folder) {
				return
			}
		}
		yield("")
	}
}

// of returns how many articles of the nearest folder that has enough of them do what a
// rule looks for; nil where there are too few to tell.
func (p *practice) of(o *Outcome, rule string) *tally {
	for folder := range folders(o.path) {
		if t := p.places[place{rule, folder}]; t != nil && t.all >= enough {
			return t
		}
	}
	return nil
}

// apply judges the findings of a draft about something absent.
func (p *practice) apply(o *Outcome) {
	if len(o.absent) == 0 {
		return
	}
	kept := o.Findings[:0]
	for _, f := range o.Findings {
		if p.counts(o, &f) {
			kept = append(kept, f)
		}
	}
	clear(o.Findings[len(kept):])
	o.Findings = kept
}

// counts reports whether a finding counts, and adds to its message what the neighbours
// do.
func (p *practice) counts(o *Outcome, f *Finding) bool {
	s := o.setting(f.Rule)
	if s == nil || s.Rule.Absence == "" || s.Explicit || f.Status != Active {
		return true
	}
	t := p.of(o, f.Rule)
	switch {
	case t == nil:
		return true
	case t.share() < rare, t.share() <= usual && !p.recent(o):
		p.note(s.Rule)
		return false
	case t.share() > usual:
		f.Message += fmt.Sprintf(" (%d of %d articles here %s)", t.present, t.all, s.Rule.Absence)
	}
	return true
}

// recent reports whether a draft is one of those that a changing practice is for.
func (p *practice) recent(o *Outcome) bool {
	if p.changes {
		return o.changed
	}
	return o.date != "" && o.date >= p.date
}

// note notes that a rule is silent on a draft.
func (p *practice) note(rule *lint.Rule) {
	n := p.notes[rule.Name]
	if n == nil {
		all := p.places[place{rule: rule.Name}]
		n = &PracticeNote{Rule: rule.Name, Absence: rule.Absence, Present: all.present, Articles: all.all}
		p.notes[rule.Name] = n
	}
	n.Withheld++
}

// list returns the notes by rule.
func (p *practice) list() (all []PracticeNote) {
	for _, n := range p.notes {
		all = append(all, *n)
	}
	slices.SortFunc(all, func(a, b PracticeNote) int { return strings.Compare(a.Rule, b.Rule) })
	return all
}

// dateOf returns the day on which a draft says it was published, as "2006-01-02", from its
// metadata or from the beginning of its name; "" where neither begins with one.
func dateOf(name string, d *lint.Document) string {
	for _, text := range [...]string{d.Meta.Get(lint.RoleDate).Value().Plain(), path.Base(name), path.Base(path.Dir(name))} {
		if len(text) >= 10 && text[4] == '-' && text[7] == '-' && strings.Trim(text[:10], "0123456789-") == "" {
			return strings.Clone(text[:10])
		}
	}
	return ""
}
