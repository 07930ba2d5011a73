package engine

import (
	"context"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

// run is the state of the rules on one document. One goroutine owns it.
type run struct {
	doc      *lint.Document
	settings *config.Settings
	pass     *lint.Pass
	buffer   *buffer
	setting  *config.Setting // of the rule that is looking
	count    int             // of what it has reported
	out      *Outcome

	keyphrase bool // whether the document declares one
}

// buffer holds what rules report of one draft until it is copied to its outcome. Buffers
// are pooled: growing one anew for each of a thousand drafts takes time.
type buffer struct {
	reports []report
	skips   []Skip
}

// report is what a rule has reported.
type report struct {
	by *lint.Rule
	lint.Finding
}

// mostPooled is how many reports a buffer in the pool has room for at most.
const mostPooled = 1 << 10

func (e *Engine) newRun(d *Draft) *run {
	r := &run{doc: d.Doc, settings: d.Settings, out: &Outcome{path: d.Path, settings: d.Settings, context: d.Context}}
	var pooled bool
	if r.buffer, pooled = e.buffers.Get().(*buffer); !pooled {
		r.buffer = new(buffer)
	}
	r.pass = lint.NewPass(d.Doc, d.Settings.Site, r.report, r.skip)
	r.pass.Files, r.pass.Name, r.pass.Sources, r.pass.Now = d.Files, d.Name, d.Sources, Day(d.Now)
	r.keyphrase = d.Doc.Meta.Keyphrase().Plain() != ""
	return r
}

// release gives the buffer of a run back to the pool.
func (e *Engine) release(r *run) {
	b := r.buffer
	if cap(b.reports) > mostPooled || cap(b.skips) > mostPooled {
		*b = buffer{}
	}
	clear(b.reports) // of texts
	b.reports, b.skips = b.reports[:0], b.skips[:0]
	bufpool.Poison(b.reports)
	bufpool.Poison(b.skips)
	e.buffers.Put(b)
}

// mostReported is how many findings of one rule on one draft are kept. A draft of
// the largest size can break a rule half a million times; nobody reads that, and
// the findings would take gigabytes.
const mostReported = 1000

// runAll lets the rules look that the settings name. It returns those about the site,
// which look later.
func (r *run) runAll(ctx context.Context) (siteRules []*config.Setting) {
	for i := range r.settings.Rules {
		s := &r.settings.Rules[i]
		switch reason := r.lacks(s.Rule); {
		case ctx.Err() != nil:
			return nil
		case s.Checker == nil && s.Site == nil: // one of the engine's own
		case reason != "":
			if reason == string(lint.NeedsSources) && !s.Asked {
				reason = "" // nobody asked for it
			}
			r.buffer.skips = append(r.buffer.skips, Skip{s.Rule.Name, reason})
		case s.Site != nil:
			siteRules = append(siteRules, s)
		default:
			r.run(s)
		}
	}
	return siteRules
}

// siteRules returns the rules about the site that are to see the document.
func (r *run) siteRules() (all []*config.Setting) {
	for i := range r.settings.Rules {
		if s := &r.settings.Rules[i]; s.Site != nil && r.lacks(s.Rule) == "" {
			all = append(all, s)
		}
	}
	return all
}

// lacks returns the first need that the document does not meet, as the reason for
// skipping, or "".
func (r *run) lacks(rule *lint.Rule) string {
	if r.doc.Unread && !rule.Always {
		return "draft not readable"
	}
	if !rule.Knows(r.doc.Language) {
		return "language " + fold(r.doc.Language) + " not supported"
	}
	for _, n := range rule.Needs {
		switch n {
		case lint.NeedsKeyphrase:
			if !r.keyphrase {
				return string(n)
			}
		case lint.NeedsSite:
			if len(r.settings.Site.Hosts) == 0 {
				return string(n)
			}
		case lint.NeedsFiles:
			if r.pass.Files == nil || r.pass.Name == "" {
				return string(n)
			}
		case lint.NeedsSources:
			if r.pass.Sources == nil {
				return string(n)
			}
		}
	}
	return ""
}

// run lets one rule look. A panic becomes a finding that names the rule.
func (r *run) run(s *config.Setting) {
	r.setting, r.count = s, 0
	defer func() {
		if p := recover(); p != nil {
			r.fail(s.Rule.Name, p)
		}
	}()
	s.Checker.Check(r.pass)
}

// fail notes that a rule panicked on the document.
func (r *run) fail(rule string, p any) {
	r.out.failed = true
	r.buffer.reports = append(r.buffer.reports, report{InternalError, internalError(r.doc.Source.Path, rule, oneLine(p)).Finding})
}

func (r *run) skip(reason string) {
	r.buffer.skips = append(r.buffer.skips, Skip{r.setting.Rule.Name, fold(reason)})
}

// tooMany says that more was found than is listed.
func (r *run) tooMany(rule string) {
	r.out.NotChecked = append(r.out.NotChecked, NotChecked{r.doc.Source.Path,
		fmt.Sprintf("rule %s finds more than %d places; the rest is not listed", rule, mostReported)})
}

// report keeps a finding. Where a rule finds too many, the draft counts as not
// wholly checked.
func (r *run) report(f lint.Finding) {
	if r.count++; r.count > mostReported {
		if r.count == mostReported+1 {
			r.tooMany(r.setting.Rule.Name)
		}
		return
	}
	complete(&f, r.setting, r.doc.Source.Path)
	r.buffer.reports = append(r.buffer.reports, report{r.setting.Rule, f})
}

// keep copies what is in the buffer to the outcome, with room for so many skips more.
func (r *run) keep(more int) {
	r.out.Skips = append(make([]Skip, 0, len(r.buffer.skips)+more), r.buffer.skips...)
	if len(r.buffer.reports) == 0 {
		return
	}
	r.out.Findings = make([]Finding, len(r.buffer.reports))
	for i := range r.buffer.reports {
		r.out.Findings[i].Finding, r.out.Findings[i].Basis = r.buffer.reports[i].Finding, r.buffer.reports[i].by.Basis
	}
}

// placed returns a rule's finding, completed.
func placed(s *config.Setting, path string, f lint.Finding) Finding {
	complete(&f, s, path)
	return Finding{Finding: f, Basis: s.Rule.Basis}
}

// complete adds to a rule's finding what the configuration says.
func complete(f *lint.Finding, s *config.Setting, path string) {
	f.Rule, f.Path, f.Message = s.Rule.Name, path, fold(f.Message)
	if f.Severity <= lint.Off || f.Severity > s.Severity || s.Explicit {
		f.Severity = s.Severity
	}
}
