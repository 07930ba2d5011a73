package engine

import (
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// If many drafts of a place do something, somebody has decided it, and reporting it on each of
// them helps nobody. The practice of a place is what share of its drafts do it. It decides two
// kinds of findings; a rule that the configuration or --only names is always reported.
//
// A rule with [lint.Rule.Absence] reports that something is missing. The place is the nearest
// folder with enough articles, or all folders of the same name, if hardly any of their articles
// have it:
//
//   - if less than a tenth have it, the site does not use it; a few articles that all lack
//     it are enough;
//   - if more than 85 % have it, the finding counts and says how many do;
//   - in between, nobody can tell what the site does, and it counts only on changed drafts.
//
// A rule with [lint.Rule.Habit] is about a form. Places are considered from the nearest folder
// up to the whole run and then the drafts in the same language, if they have enough drafts that
// could have the form: if three tenths have it, it is the practice (for sizes, nearly half:
// then the median is at the limit), and in a small folder if three quarters have it; if less than a tenth of a folder have it, it is a
// slip there, whatever other folders do; otherwise the next place decides.
//
// Findings that do not count keep their place in the result, with the status [Practice],
// and one note for each rule says how many they are.
//
// The thresholds are conventions, chosen on repositories of content that editors judged:
// forms of a template or a house style are in 30 to 95 % of the drafts of a folder, and
// slips in less than 15 %.
const (
	rare  = .1
	habit = .3
	usual = .85
	most  = .45

	nearlyAll = .75 // decides in a small folder, too
)

// Minimum numbers of articles for inferring a practice.
const (
	enough     = 8  // of an element that may be missing
	few        = 3  // of an element that all of them lack
	enoughHave = 20 // of a form
)

// PracticeNote says that findings of a rule are held back because of what the site does.
type PracticeNote struct {
	Rule     string
	Does     string // what articles do: "have a meta description", "end the headline with a full stop"
	Present  int    // number of articles that do
	Articles int    // number of articles that could
	Withheld int    // number of findings that do not count because of this
	Example  string // a place of one of them: "posts/ferry.md:3"
}

// tally counts the drafts that a rule checked.
type tally struct{ present, all int }

func (t *tally) add(other tally) {
	t.present += other.present
	t.all += other.all
}

func (t *tally) share() float64 { return float64(t.present) / float64(t.all) }

// tallies are the tallies of a place, by the number of the rule; see [practice.rules].
type tallies []tally

// practice is the practice of each place.
type practice struct {
	rules     map[string]int     // numbers of the rules that a practice decides
	folders   map[string]tallies // including subfolders; "" is the whole run
	names     map[string]tallies // folders with the same last name: every practice/ of a site
	languages map[string]tallies
	date      string // the median publication date
	notes     map[string]*PracticeNote
}

// newPractice counts the outcomes of a run.
func newPractice(outcomes []*Outcome) *practice {
	p := &practice{rules: map[string]int{}, folders: map[string]tallies{}, names: map[string]tallies{}, languages: map[string]tallies{}, notes: map[string]*PracticeNote{}}
	var dates []string
	habits := map[*config.Settings][]habitual{}
	for _, o := range outcomes {
		if o.traits.Date != "" {
			dates = append(dates, o.traits.Date)
		}
		if _, known := habits[o.settings]; !known {
			habits[o.settings] = p.number(o.settings)
		}
	}
	if slices.Sort(dates); len(dates) > 0 {
		p.date = dates[len(dates)/2]
	}
	for _, o := range outcomes {
		p.count(o, habits[o.settings])
	}
	p.sum()
	return p
}

// habitual is a rule with a habit.
type habitual struct {
	*lint.Rule
	number int
}

// number numbers the rules of the settings that a practice decides, and returns those with
// a habit.
func (p *practice) number(s *config.Settings) (habits []habitual) {
	if s == nil {
		return nil
	}
	for i := range s.Rules {
		r := s.Rules[i].Rule
		if r.Absence == "" && r.Habit.Does == "" {
			continue
		}
		n, known := p.rules[r.Name]
		if !known {
			n = len(p.rules)
			p.rules[r.Name] = n
		}
		if r.Habit.Does != "" {
			habits = append(habits, habitual{r, n})
		}
	}
	return habits
}

// count counts a draft in its own folder and language.
func (p *practice) count(o *Outcome, habits []habitual) {
	if len(p.rules) == 0 {
		return
	}
	folder, language := p.at(p.folders, path.Dir(o.path)), p.at(p.languages, o.traits.Language)
	add := func(n int, present bool) {
		t := tally{all: 1}
		if present {
			t.present = 1
		}
		folder[n].add(t)
		language[n].add(t)
	}
	for _, rule := range o.traits.Present {
		add(p.rules[rule], true)
	}
	for _, rule := range o.traits.Absent {
		add(p.rules[rule], false)
	}
	if !o.Read && !o.surveyed {
		return
	}
	for _, h := range habits {
		if o.traits.Parts&(1<<h.Habit.Of) != 0 && !isSkipped(o.Skips, h.Name) {
			add(h.number, slices.Contains(o.traits.Fired, h.Name))
		}
	}
}

// at returns the tallies of a place.
func (p *practice) at(places map[string]tallies, name string) tallies {
	if places[name] == nil {
		places[name] = make(tallies, len(p.rules))
	}
	return places[name]
}

// sum adds the tallies of each folder to those of its parent folders.
func (p *practice) sum() {
	own := p.folders
	p.folders = map[string]tallies{}
	for folder, counts := range own {
		named := p.at(p.names, path.Base(folder))
		for i, t := range counts {
			named[i].add(t)
		}
		for parent := range folders(folder + "/") {
			all := p.at(p.folders, parent)
			for i, t := range counts {
				all[i].add(t)
			}
		}
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

// apply marks the findings of a draft that do not count because of the practice.
func (p *practice) apply(o *Outcome) {
	for i := range o.Findings {
		f := &o.Findings[i]
		n, decided := p.rules[f.Rule]
		if !decided || f.Status != Active || f.Asked {
			continue
		}
		rule := o.setting(f.Rule).Rule
		if rule.Absence != "" && p.lacks(o, f, rule, n) || rule.Habit.Does != "" && p.isHabit(o, rule, n) {
			f.Status = Practice
			p.note(rule, f)
		}
	}
}

// lacks reports whether it is the practice to lack what a finding says is missing. If most articles
// have it, their number is added to the message.
func (p *practice) lacks(o *Outcome, f *Finding, rule *lint.Rule, n int) bool {
	if t := p.names[path.Base(path.Dir(o.path))][n]; t.all >= enough && t.share() < rare {
		return true
	}
	for folder := range folders(o.path) {
		t := p.folders[folder][n]
		switch {
		case t.all >= few && t.present == 0:
			return true
		case t.all < enough:
			continue
		case t.share() > usual:
			f.Message += fmt.Sprintf(" (%s of %s articles here %s)", lint.Thousands(t.present), lint.Thousands(t.all), rule.Absence)
			return false
		}
		return t.share() < rare || !o.changed
	}
	return false
}

// isHabit reports whether the form that a rule is about is the practice of a draft's place.
func (p *practice) isHabit(o *Outcome, rule *lint.Rule, n int) bool {
	limit := habit
	if rule.Habit.Most {
		limit = most
	}
	for folder := range folders(o.path) {
		t := p.folders[folder][n]
		switch {
		case !rule.Habit.Most && t.all >= enough && t.share() >= nearlyAll:
			return true
		case t.all < enoughHave:
		case t.share() >= limit:
			return true
		case t.share() < rare:
			return false
		}
	}
	t := p.languages[o.traits.Language][n]
	return t.all >= enoughHave && t.share() >= limit
}

// note counts a finding that does not count.
func (p *practice) note(rule *lint.Rule, f *Finding) {
	n := p.notes[rule.Name]
	if n == nil {
		all := p.folders[""][p.rules[rule.Name]]
		n = &PracticeNote{Rule: rule.Name, Does: rule.Absence + rule.Habit.Does, Present: all.present, Articles: all.all, Example: placeOf(f)}
		p.notes[rule.Name] = n
	}
	n.Withheld++
}

// placeOf returns the place of a finding for people: "posts/ferry.md:3".
func placeOf(f *Finding) string {
	if f.Place != "" {
		return f.Path + ", " + f.Place
	}
	return fmt.Sprintf("%s:%d", f.Path, f.From.Line)
}

// list returns the notes, sorted by rule.
func (p *practice) list() (all []PracticeNote) {
	for _, n := range p.notes {
		all = append(all, *n)
	}
	slices.SortFunc(all, func(a, b PracticeNote) int { return strings.Compare(a.Rule, b.Rule) })
	return all
}
