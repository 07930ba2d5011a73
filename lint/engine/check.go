package engine

import (
	"context"
	"slices"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/internal/packing"
)

// Outcome is the result of checking one draft.
type Outcome struct {
	Findings   []Finding // sorted by [Engine.Finish]; without those that are packed, see [Engine.Pack]
	Skips      []Skip
	NotChecked []NotChecked
	Read       bool // the draft was read and checked

	Kind lint.Kind

	path         string
	settings     *config.Settings
	traits       traits
	changed      bool  // the draft is changed, in a run on changes
	page         *page // nil if no rule about the site applies to the draft
	suppressions suppressions
	context      bool // nothing is reported on the draft itself, see [Draft.Context]
	surveyed     bool // context whose traits count, see [Engine.Survey]
	failed       bool // a rule panicked

	bundle bundle         // findings that are packed
	shared *packing.Table // what they share with those of other drafts; nil if none are
}

// Skip records that a rule did not run on a draft. If the reason is empty, the
// configuration did not ask for the rule, and the skip is not counted.
type Skip struct {
	Rule, Reason string
	Asked        bool // the configuration or --only asked for the rule
}

// Unreadable returns the outcome of a draft that could not be read, with the reason.
func Unreadable(d *Draft, reason string) *Outcome {
	o := &Outcome{path: d.Path, settings: d.Settings, context: d.Context}
	if !d.Context {
		o.NotChecked = []NotChecked{{d.Path, reason}}
	}
	return o
}

// Check runs the rules on a parsed draft, whose settings must be set. Rules about the site
// run later, in [Engine.Finish]. The outcome does not refer to the document. It is empty
// if the context is cancelled.
func (e *Engine) Check(ctx context.Context, d *Draft) *Outcome { return e.CheckAll(ctx, d)[0] }

// CheckAll is like [Engine.Check] for a few drafts, which takes less time than checking one
// after another: see [runAll]. No two of them may have the same document.
func (e *Engine) CheckAll(ctx context.Context, drafts ...*Draft) []*Outcome {
	outcomes := make([]*Outcome, len(drafts))
	runs := make([]*run, 0, len(drafts))
	for i, d := range drafts {
		r := e.newRun(d)
		defer e.release(r)
		outcomes[i] = r.out
		if d.Context {
			r.out.page = digestOf(r, d, r.siteRules())
			continue
		}
		r.out.Read, r.out.changed = true, d.Changed
		if r.out.Kind.IsEdited() { // no rule reads the others, whole or not
			r.out.NotChecked = Unchecked(d.Doc)
		}
		r.out.traits.read(d)
		runs = append(runs, r)
	}
	runAll(ctx, runs)
	if ctx.Err() != nil {
		for _, r := range runs {
			*r.out = Outcome{path: r.draft.Path, settings: r.draft.Settings}
		}
		return outcomes
	}
	for _, r := range runs {
		r.out.page = digestOf(r, r.draft, r.site)
	}
	for _, r := range runs {
		e.conclude(r)
	}
	for _, r := range runs {
		locateAll(r.out.Findings, r.doc)
		identify(r.out.Findings, r.draft)
	}
	return outcomes
}

// conclude copies what the rules have reported to the outcome.
func (e *Engine) conclude(r *run) {
	e.copyReports(r)
	suppress(e, r)
	holdGenerated(r)
	if r.out.traits.Text != "" {
		divide(r.out.Findings, r.draft)
	}
}

// ran reports whether a rule ran on the document, and whether it is about the site.
func (r *run) ran(rule string) (ran, site bool) {
	ran = !isSkipped(r.out.Skips, rule) && runs(r.settings, rule, false)
	return ran, ran && !runs(r.settings, rule, true)
}

// finish reports unused suppressions and sorts the findings.
func (o *Outcome) finish(partial bool) {
	o.suppressions.apply(o.Findings)
	for i := range o.suppressions {
		s := &o.suppressions[i]
		if s.used || s.unused == nil || isSkipped(o.Skips, s.Rule) || s.site && partial {
			continue // the finding may depend on pages that were not checked
		}
		o.Findings = append(o.Findings, *s.unused)
	}
	sortFindings(o.Findings)
}

// Pack packs the findings of an outcome, for a run on so many drafts that their findings would take
// too much memory. [Collect] then returns a result that keeps them packed.
func (e *Engine) Pack(o *Outcome) { o.pack(&e.shared) }

func (o *Outcome) pack(shared *packing.Table) {
	if o.shared = shared; len(o.Findings) > 0 {
		o.bundle, o.Findings = pack(o.All(), shared), nil
	}
}

// All returns the findings of the outcome, whether packed or not.
func (o *Outcome) All() []Finding {
	if o.bundle.count == 0 {
		return o.Findings
	}
	return append(o.bundle.unpack(o.shared), o.Findings...)
}

// setting returns the setting of a rule for the draft, or nil if the rule does not run.
func (o *Outcome) setting(rule string) *config.Setting { return settingOf(o.settings, rule) }

func settingOf(settings *config.Settings, rule string) *config.Setting {
	for i := range settings.Rules {
		if s := &settings.Rules[i]; s.Rule.Name == rule {
			return s
		}
	}
	return nil
}

// PracticeRules returns the rules whose findings count or not depending on the practice of
// the place.
func (o *Outcome) PracticeRules() []string { return slices.Concat(o.traits.Absent, o.traits.Fired) }

// Path returns the path of the draft as findings show it.
func (o *Outcome) Path() string { return o.path }

// Unchecked lists the parts of a document that the parser could not read.
func Unchecked(doc *lint.Document) (list []NotChecked) {
	for _, p := range doc.Problems {
		if p.Unchecked {
			list = append(list, NotChecked{doc.Source.Path, fold(p.Message)})
		}
	}
	return list
}

// isSkipped reports whether a rule was skipped.
func isSkipped(all []Skip, rule string) bool {
	for i := range all {
		if all[i].Rule == rule {
			return true
		}
	}
	return false
}

// Day returns the start of the day (UTC) of a time. Rules get no more precise time, so
// that their findings can be cached until midnight.
func Day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.UTC().Truncate(24 * time.Hour)
}

// Sort sorts the findings, for callers that check a single draft without [Engine.Finish].
func (o *Outcome) Sort() { sortFindings(o.Findings) }

// Survey returns the outcome of a neighbouring draft, on which nothing is reported. It
// runs only the named rules, to learn the practice of the place.
func (e *Engine) Survey(d *Draft, rules []string) *Outcome {
	r := e.newRun(d)
	defer e.release(r)
	r.out.context, r.out.surveyed = true, true
	r.out.traits.read(d)
	for i := range r.settings.Rules {
		s := &r.settings.Rules[i]
		if s.Checker != nil && slices.Contains(rules, s.Rule.Name) && r.lacks(i) == "" {
			r.run(s)
		} else if s.Rule.Habit.Does != "" { // the others are not counted anyway
			r.out.Skips = append(r.out.Skips, Skip{Rule: s.Rule.Name})
		}
	}
	return r.out
}
