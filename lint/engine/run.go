package engine

import (
	"context"
	"fmt"
	"slices"
	"sync"

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
	setting  *config.Setting // of the rule that is running
	count    int             // of its findings
	out      *Outcome
	draft    *Draft
	engine   *Engine
	site     []*config.Setting // of the rules about the site that apply

	knows     []bool // which rules of the settings know the language
	keyphrase bool   // whether the document declares one
	foreign   bool   // whether a block is in another language than the document
	unknown   string // reason of the rules that do not know the language, once there is one
}

// buffer holds the reports on one draft until they are copied to its outcome. Buffers are
// pooled, to avoid growing one for each of a thousand drafts.
type buffer struct {
	reports []report
	skips   []Skip
}

// report is a finding with its rule.
type report struct {
	by    *lint.Rule
	asked bool // the configuration or --only names the rule
	lint.Finding
}

// mostPooled is the capacity of a pooled buffer at most, in reports.
const mostPooled = 1 << 10

func (e *Engine) newRun(d *Draft) *run {
	r := &run{doc: d.Doc, settings: d.Settings, draft: d, engine: e, out: &Outcome{path: d.Path, settings: d.Settings, context: d.Context}}
	var pooled bool
	if r.buffer, pooled = e.buffers.Get().(*buffer); !pooled {
		r.buffer = new(buffer)
	}
	r.pass = lint.NewPass(d.Doc, d.Settings.Site, r.report, r.skip)
	r.pass.OnPresent(r.present)
	r.out.Kind = kindOf(d)
	r.pass.Kind = r.out.Kind
	r.pass.Files, r.pass.Name, r.pass.Sources, r.pass.Now = d.Files, d.Name, d.Sources, Day(d.Now)
	if r.keyphrase = d.Doc.Meta.Keyphrase().Plain() != ""; r.keyphrase {
		e.declared.Store(true)
	}
	r.foreign = foreign(d.Doc)
	r.knows = knows(e, d.Settings, d.Doc.Language)
	return r
}

// release returns the buffer of a run to the pool.
func (e *Engine) release(r *run) {
	b := r.buffer
	if cap(b.reports) > mostPooled || cap(b.skips) > mostPooled {
		*b = buffer{}
	}
	clear(b.reports) // so that the pool does not keep their strings alive
	b.reports, b.skips = b.reports[:0], b.skips[:0]
	bufpool.Poison(b.reports)
	bufpool.Poison(b.skips)
	e.buffers.Put(b)
}

// mostReported is the number of findings of one rule on one draft that are kept. A draft
// of the maximum size can have half a million, which nobody would read and which would
// take gigabytes.
const mostReported = 1000

// runAll runs the rules of the settings of several documents: each rule looks at all of them
// before the next one begins, so that its code and its word lists are still in the processor's
// caches. The documents must be few enough to stay there as well.
func runAll(ctx context.Context, runs []*run) {
	most := 0
	for _, r := range runs {
		most = max(most, len(r.settings.Rules))
	}
	for i := range most {
		for _, r := range runs {
			if ctx.Err() != nil {
				return
			}
			if i < len(r.settings.Rules) {
				r.step(i)
			}
		}
	}
}

// step runs rule i of the settings, unless it is about the site or has to be skipped.
func (r *run) step(i int) {
	s := &r.settings.Rules[i]
	if s.Checker == nil && s.Site == nil {
		return // the engine's own rule
	}
	switch reason := r.lacks(i); {
	case reason != "":
		if reason == notArticle || reason == string(lint.NeedsSources) && !s.Asked {
			reason = "" // skip silently; the report counts drafts that are not articles
		}
		r.buffer.skips = append(r.buffer.skips, Skip{s.Rule.Name, reason, s.Asked})
	case s.Site != nil:
		r.site = append(r.site, s)
	default:
		r.run(s)
	}
}

// siteRules returns the rules about the site that apply to the document.
func (r *run) siteRules() (all []*config.Setting) {
	for i := range r.settings.Rules {
		if s := &r.settings.Rules[i]; s.Site != nil && r.lacks(i) == "" {
			all = append(all, s)
		}
	}
	return all
}

// run runs one rule. A panic becomes a finding that names the rule.
func (r *run) run(s *config.Setting) {
	r.setting, r.count = s, 0
	defer func() {
		if p := recover(); p != nil {
			r.fail(s.Rule.Name, p)
		}
	}()
	s.Checker.Check(r.pass)
}

// fail records that a rule panicked on the document.
func (r *run) fail(rule string, p any) {
	r.out.failed = true
	r.buffer.reports = append(r.buffer.reports, report{by: InternalError, Finding: internalError(r.doc.Source.Path, rule, oneLine(p)).Finding})
}

func (r *run) skip(reason string) {
	r.buffer.skips = append(r.buffer.skips, Skip{r.setting.Rule.Name, fold(reason), r.setting.Asked})
}

// present records that the draft has what the rule looks for.
func (r *run) present() {
	if r.setting.Rule.Absence != "" {
		r.out.traits.Present = append(r.out.traits.Present, r.setting.Rule.Name)
	}
}

// tooMany records that a rule has exceeded its maximum number of findings.
func (r *run) tooMany(rule string) {
	r.out.NotChecked = append(r.out.NotChecked, NotChecked{r.doc.Source.Path,
		fmt.Sprintf("rule %s finds more than %d places; the rest is not listed", rule, mostReported)})
}

// report adds a finding. If a rule has too many, the draft counts as not fully checked.
func (r *run) report(f lint.Finding) {
	if r.foreign && !r.supports(f.Span) {
		return
	}
	if r.count < mostReported && r.reported(&f) {
		return
	}
	if r.count++; r.count > mostReported {
		if r.count == mostReported+1 {
			r.tooMany(r.setting.Rule.Name)
		}
		return
	}
	if r.count == 1 {
		r.out.traits.fired(r.setting.Rule)
	}
	complete(&f, r.setting, r.doc.Source.Path)
	r.buffer.reports = append(r.buffer.reports, report{r.setting.Rule, r.setting.Asked, f})
}

// reported reports whether the rule has reported the same at the same place before: several
// links with one definition share its target.
func (r *run) reported(f *lint.Finding) bool {
	all := r.buffer.reports
	for i := len(all) - 1; i >= len(all)-r.count; i-- {
		if all[i].Span == f.Span && all[i].Message == f.Message && len(all[i].Fixes) == len(f.Fixes) {
			return true
		}
	}
	return false
}

// sharedLists are lists that many drafts have in common.
type sharedLists[T comparable] struct {
	mu   sync.Mutex
	sets [][]T
}

// mostShared is the number of lists that are compared with that of a draft.
const mostShared = 64

// share returns a copy of a list, the same one for all drafts whose lists are equal. It has no
// spare capacity, so that appending to it makes a new list.
func (s *sharedLists[T]) share(list []T) []T {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, set := range s.sets {
		if slices.Equal(set, list) {
			return set
		}
	}
	set := slices.Clip(slices.Clone(list))
	if len(s.sets) < mostShared {
		s.sets = append(s.sets, set)
	}
	return set
}

// copyReports copies the buffer to the outcome.
func (e *Engine) copyReports(r *run) {
	r.out.Skips = e.skips.share(r.buffer.skips)
	r.out.traits.Present = e.present.share(r.out.traits.Present)
	if len(r.buffer.reports) == 0 {
		return
	}
	r.out.Findings = make([]Finding, len(r.buffer.reports))
	for i := range r.buffer.reports {
		from := &r.buffer.reports[i]
		detach(&from.Finding)
		r.out.Findings[i] = Finding{Finding: from.Finding, Basis: from.by.Basis, Asked: from.asked}
	}
}

// newFinding returns a finding of a rule with its severity, path and basis.
func newFinding(s *config.Setting, path string, f lint.Finding) Finding {
	complete(&f, s, path)
	return Finding{Finding: f, Basis: s.Rule.Basis, Asked: s.Asked}
}

// complete sets the rule, path and severity of a finding and folds its message.
func complete(f *lint.Finding, s *config.Setting, path string) {
	f.Rule, f.Path, f.Message = s.Rule.Name, path, fold(f.Message)
	if f.Severity <= lint.Off || f.Severity > s.Severity || s.Explicit {
		f.Severity = s.Severity
	}
}

// foreign reports whether a document has blocks in a language other than its main
// language.
func foreign(d *lint.Document) bool {
	for i := range d.Blocks {
		if d.Blocks[i].Language != "" {
			return true
		}
	}
	return false
}

// supports reports whether the current rule supports the language of the block in which a
// span begins. A rule that is limited to some languages is selected by the main language
// of the document, and its findings in blocks in other languages would be false.
func (r *run) supports(span lint.Span) bool {
	if len(r.setting.Rule.Languages) == 0 {
		return true
	}
	for i := range r.doc.Blocks {
		if b := &r.doc.Blocks[i]; b.Language != "" && b.Span.Contains(span.Start) {
			return r.setting.Rule.Knows(b.Language)
		}
	}
	return true
}
