package engine

import (
	"context"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

// Outcome is what remains of a draft once its rules have looked at it.
type Outcome struct {
	Findings   []Finding // in order once the run is finished
	Skips      []Skip
	NotChecked []NotChecked
	Read       bool // the draft was read and checked

	path         string
	settings     *config.Settings
	page         *page // nil where no rule about the site looks at the draft
	suppressions suppressions
	context      bool // nothing is reported on the draft
	failed       bool // a rule failed on it
}

// Skip says that a rule did not look at a draft. One without a reason is not counted:
// nobody asked for the rule.
type Skip struct{ Rule, Reason string }

// Unreadable returns the outcome of a draft that could not be read, for a reason.
func Unreadable(d *Draft, reason string) *Outcome {
	o := &Outcome{path: d.Path, settings: d.Settings, context: d.Context}
	if !d.Context {
		o.NotChecked = []NotChecked{{d.Path, reason}}
	}
	return o
}

// Check lets the rules look at a parsed draft whose settings are set. What needs the
// other drafts of the site follows in [Engine.Finish]. The outcome refers to nothing of
// the document. Of a cancelled check it is empty.
func (e *Engine) Check(ctx context.Context, d *Draft) *Outcome {
	r := e.newRun(d)
	defer e.release(r)
	if d.Context {
		r.out.page = r.digest(d, r.siteRules())
		return r.out
	}
	r.out.Read, r.out.NotChecked = true, Unchecked(d.Doc)
	siteRules := r.runAll(ctx)
	if ctx.Err() != nil {
		return &Outcome{path: d.Path, settings: d.Settings}
	}
	r.out.page = r.digest(d, siteRules)
	r.keep(len(siteRules))
	e.suppress(r)
	locateAll(r.out.Findings, d.Doc)
	return r.out
}

// suppress marks what the draft suppresses and adds what is wrong with its
// suppressions. Whether one is unused shows only after the rules about the site,
// when the document is gone; what would be said is made ready here.
func (e *Engine) suppress(r *run) {
	all, complaints := readSuppressions(r.doc, e.known, r.settings.RequireReason)
	if len(all) == 0 && len(complaints) == 0 {
		return
	}
	all.apply(r.out.Findings)
	if bad := e.own(r.settings, BadSuppression); bad != nil {
		for i, p := range complaints {
			if i == mostReported {
				r.tooMany(bad.Rule.Name)
				break
			}
			r.out.Findings = append(r.out.Findings, placed(bad, r.doc.Source.Path, lint.Finding{Span: p.span, Message: p.message}))
		}
	}
	r.out.suppressions = all
	if unused := e.own(r.settings, UnusedSuppression); unused != nil {
		r.prepareUnused(all, unused)
	}
}

// prepareUnused gives the suppressions that matched nothing yet the finding that says
// so. One comment may name thousands of rules in one line, so the findings share the
// text of their lines, and no more of them are made than would be listed.
func (r *run) prepareUnused(all suppressions, unused *config.Setting) {
	lines, made := newExcerpts(r.doc), 0
	for i := range all {
		s := &all[i]
		if s.used {
			continue
		}
		looked, site := r.looked(s.rule)
		if !looked {
			continue
		}
		if made == mostReported {
			r.tooMany(unused.Rule.Name)
			return
		}
		made++
		f := placed(unused, r.doc.Source.Path, lint.Finding{
			Span: s.from, About: s.from.Join(s.span), Message: "Suppression of " + shown(s.rule) + " matches no finding; remove it",
		})
		lines.locate(&f)
		s.unused, s.site = &f, site
	}
}

// looked reports whether a rule looked at the document, and whether it does so among the
// pages of the site.
func (r *run) looked(rule string) (looked, site bool) {
	looked = !skips(r.out.Skips, rule) && runs(r.settings, rule, false)
	return looked, looked && !runs(r.settings, rule, true)
}

// finish says which suppressions nothing needed and puts the findings in order.
func (o *Outcome) finish(partial bool) {
	o.suppressions.apply(o.Findings)
	for i := range o.suppressions {
		s := &o.suppressions[i]
		if s.used || s.unused == nil || skips(o.Skips, s.rule) || s.site && partial {
			continue // in a part of a site nobody can tell what a suppression is for
		}
		o.Findings = append(o.Findings, *s.unused)
	}
	sortFindings(o.Findings)
}

// Path returns the path of the draft as findings show it.
func (o *Outcome) Path() string { return o.path }

// Unchecked lists what the parser could not read of a document.
func Unchecked(doc *lint.Document) (list []NotChecked) {
	for _, p := range doc.Problems {
		if p.Unchecked {
			list = append(list, NotChecked{doc.Source.Path, fold(p.Message)})
		}
	}
	return list
}

// skips reports whether a rule is among those that did not look.
func skips(all []Skip, rule string) bool {
	for i := range all {
		if all[i].Rule == rule {
			return true
		}
	}
	return false
}

// Day returns the beginning of the day (UTC) of a time. Rules see no more of the clock, so
// that what they find holds until midnight.
func Day(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.UTC().Truncate(24 * time.Hour)
}

// Sort puts the findings in order without the rest of the run, for whoever looks at one
// draft alone.
func (o *Outcome) Sort() { sortFindings(o.Findings) }
