package engine

import (
	"cmp"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine/suppression"
)

// suppressed is a suppression of a draft and what has become of it.
type suppressed struct {
	suppression.Suppression
	used   bool
	unused *Finding // the finding to report if nothing matches, or nil
	site   bool     // the rule is about the site
}

// suppressions are the suppressions of one draft.
type suppressions []suppressed

// apply marks suppressed findings. Every suppression that covers a finding counts as used;
// the reason is that of the last one, which is the nearest.
func (all suppressions) apply(findings []Finding) {
	if len(all) == 0 || len(findings) == 0 {
		return
	}
	byRule := make(map[string][]int) // a draft may have thousands of suppressions and findings
	for k := range all {
		byRule[all[k].Rule] = append(byRule[all[k].Rule], k)
	}
	for i := range findings {
		f := &findings[i]
		for _, k := range byRule[f.Rule] {
			s := &all[k]
			if !s.Covers(f.Span) || s.Linter != "" && (f.Status != Active || f.Asked) {
				continue
			}
			s.used = true
			f.Status, f.Linter = Suppressed, s.Linter
			f.Reason = cmp.Or(s.Reason, f.Reason)
		}
	}
}

// suppress marks suppressed findings and reports faulty suppressions. Whether a
// suppression is unused is only known after the rules about the site have run. The
// document is no longer in memory then, so the finding is prepared here.
func suppress(e *Engine, r *run) {
	read, problems := suppression.Read(r.doc, suppression.Rules{Known: e.known, Fixed: isOwn, Strict: r.settings.RequireReason})
	var all suppressions
	for i := range read {
		all = append(all, suppressed{Suppression: read[i]})
	}
	all.apply(r.out.Findings)
	switchOff(r)
	if len(all) == 0 && len(problems) == 0 {
		return
	}
	if bad := e.own(r.settings, BadSuppression); bad != nil {
		for i, p := range problems {
			if i == mostReported {
				r.tooMany(bad.Rule.Name)
				break
			}
			r.out.Findings = append(r.out.Findings, newFinding(bad, r.doc.Source.Path, lint.Finding{Span: p.Span, Message: p.Message}))
		}
	}
	r.out.suppressions = all
	if unused := e.own(r.settings, UnusedSuppression); unused != nil {
		prepareUnused(r, all, unused)
	}
}

// isOwn reports whether a rule is one of the engine's own, which are not about the draft.
func isOwn(name string) bool {
	return slices.ContainsFunc(Rules(), func(own *lint.Rule) bool { return own.Name == name })
}

// prepareUnused prepares a finding for each suppression that has not matched yet. One
// comment may name thousands of rules on one line, so the findings share the text of the
// line, and their number is limited to what would be listed.
func prepareUnused(r *run, all suppressions, unused *config.Setting) {
	lines, made := newExcerpts(r.doc), 0
	for i := range all {
		s := &all[i]
		if s.used || s.Linter != "" { // whether the other linter finds anything there is unknown
			continue
		}
		ran, site := r.ran(s.Rule)
		if !ran {
			continue
		}
		if made == mostReported {
			r.tooMany(unused.Rule.Name)
			return
		}
		made++
		f := newFinding(unused, r.doc.Source.Path, lint.Finding{
			Span: s.From, About: s.From.Join(s.Span), Message: "Suppression of " + quoteName(s.Rule) + " matches no finding; remove it",
		})
		lines.locate(&f)
		s.unused, s.site = &f, site
	}
}
