package engine

import (
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// The practice of a folder is the share of its articles that have what a rule with
// [lint.Rule.Absence] looks for. If the folder has too few articles, the nearest parent
// folder with enough is used. The practice decides whether a finding about something
// absent counts:
//
//   - below a tenth, it does not: the site does not use it, and one note replaces the findings;
//   - above six tenths, it does, and the message says how many articles have it;
//   - in between, it counts only on changed drafts or, if changes are unknown, on the newer half.
//
// An explicit severity in the configuration always takes precedence. Both thresholds are
// conventions: the editors whose judgements are in docs/precision.md called such findings
// false or noise if the neighbouring articles lacked the same.
const (
	rare  = .1
	usual = .6
)

// enough is the minimum number of articles from which a practice is inferred.
const enough = 8

// PracticeNote says that a rule is silent on drafts because the site's articles do not
// usually have what it looks for.
type PracticeNote struct {
	Rule     string
	Absence  string // what the articles would have or do: "have a meta description"
	Present  int    // number of articles that have it
	Articles int    // number of articles that the rule checked
	Withheld int    // number of drafts without a finding because of this
}

// tally counts the articles that a rule checked.
type tally struct{ present, all int }

func (t *tally) add(present bool) {
	t.all++
	if present {
		t.present++
	}
}

func (t *tally) share() float64 { return float64(t.present) / float64(t.all) }

// practice is the practice of each folder, for each rule.
type practice struct {
	places  map[place]*tally
	date    string // the median publication date
	changes bool   // the changed drafts are known
	notes   map[string]*PracticeNote
}

// place is a rule and a folder, including its subfolders.
type place struct{ rule, folder string }

// newPractice counts the outcomes of a run.
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

// add counts a draft in its folder and in all parent folders.
func (p *practice) add(o *Outcome, rule string, present bool) {
	for folder := range folders(o.path) {
		at := place{rule, folder}
		if p.places[at] == nil {
			p.places[at] = &tally{}
		}
		p.places[at].add(present)
	}
}

// folders yields the parent folders of a file, the nearest first, and finally "" for the
// whole run.
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

// of returns the tally of the nearest folder with enough articles, or nil if there are too
// few.
func (p *practice) of(o *Outcome, rule string) *tally {
	for folder := range folders(o.path) {
		if t := p.places[place{rule, folder}]; t != nil && t.all >= enough {
			return t
		}
	}
	return nil
}

// apply removes the findings of a draft about something absent that do not count.
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

// counts reports whether a finding counts. If most articles have what is absent, it adds
// their number to the message.
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

// recent reports whether a draft is changed or, if changes are unknown, in the newer half.
func (p *practice) recent(o *Outcome) bool {
	if p.changes {
		return o.changed
	}
	return o.date != "" && o.date >= p.date
}

// note counts a draft on which a rule is silent.
func (p *practice) note(rule *lint.Rule) {
	n := p.notes[rule.Name]
	if n == nil {
		all := p.places[place{rule: rule.Name}]
		n = &PracticeNote{Rule: rule.Name, Absence: rule.Absence, Present: all.present, Articles: all.all}
		p.notes[rule.Name] = n
	}
	n.Withheld++
}

// list returns the notes, sorted by rule.
func (p *practice) list() (all []PracticeNote) {
	for _, n := range p.notes {
		all = append(all, *n)
	}
	slices.SortFunc(all, func(a, b PracticeNote) int { return strings.Compare(a.Rule, b.Rule) })
	return all
}

// dateOf returns the publication date of a draft, as "2006-01-02", from its metadata or
// from the beginning of its file or folder name; "" if there is none.
func dateOf(name string, d *lint.Document) string {
	for _, text := range [...]string{d.Meta.Get(lint.RoleDate).Value().Plain(), path.Base(name), path.Base(path.Dir(name))} {
		if len(text) >= 10 && text[4] == '-' && text[7] == '-' && strings.Trim(text[:10], "0123456789-") == "" {
			return strings.Clone(text[:10])
		}
	}
	return ""
}
