package driver

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/driver/atomicfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/fix"
	"github.com/copychief/copychief/lint/internal/parallel"
)

// FixOptions say which fixes are applied and whether files are written.
type FixOptions struct {
	All   bool // also apply unsafe fixes
	Write bool // write the fixed files
}

// Fixes is the result of fixing drafts.
type Fixes struct {
	fix.Report
	stdin []byte // the fixed content of standard input; nil if no fix was applied to it
}

// Stdin returns the fixed content of standard input; ok is false if no fix was applied.
func (f *Fixes) Stdin() (content []byte, ok bool) { return f.stdin, f.stdin != nil }

// fixedDraft is the result of fixing one draft, and what is to be written.
type fixedDraft struct {
	fix.DraftReport
	target string // the file, with links resolved
	before []byte // its content when it was read
	after  []byte // its new content
	source *lint.Source
}

// Fix applies the fixes of findings in the drafts of the request, in rounds. Only active
// findings are fixed, each with its first fix. Rules about the whole site are not run.
// Whether the practice of the place holds findings back is determined once, before the
// first fix, on all drafts.
//
// All drafts are fixed in memory before the first file is replaced; then the files are
// replaced one after the other. If the context is cancelled in between, the remaining
// files are left alone, and Fix returns what has been done with the error of the context.
func Fix(ctx context.Context, r Request, o FixOptions) (*Fixes, error) {
	s, err := begin(ctx, &r)
	if err != nil {
		return nil, err
	}
	defer s.close()
	drafts := s.found.Drafts
	held, err := heldBack(ctx, s)
	if err != nil {
		return nil, err
	}
	all := make([]fixedDraft, len(drafts))
	done := newProgress(s)
	if err := parallel.For(ctx, r.Jobs, len(drafts), func(i int) {
		all[i] = fixDraft(ctx, s, &drafts[i], o.All, held)
		done.add(ctx, 1)
	}); err != nil {
		return nil, err
	}
	targets := map[string]bool{} // a draft may be named twice, once through a link
	all = slices.DeleteFunc(all, func(d fixedDraft) bool {
		again := d.target != "" && targets[d.target]
		targets[d.target] = true
		return again || !d.Reportable()
	})
	res := &Fixes{}
	for i := range all {
		if o.Write {
			if err := ctx.Err(); err != nil {
				return res, err
			}
			all[i].write()
		}
		if d := &all[i]; d.Stdin && d.Failed == "" && len(d.Applied) > 0 {
			res.stdin = d.after
		}
		res.Drafts = append(res.Drafts, all[i].DraftReport)
	}
	return res, nil
}

// ruleOn is a rule on a draft.
type ruleOn struct{ path, rule string }

// holdable reports whether findings of a rule may be held back.
func holdable(s config.Setting) bool {
	return !s.Asked && (s.Rule.Habit.Does != "" || s.Rule.Structure)
}

// heldBack returns the rules whose findings on a draft are held back because of what other
// drafts do. Their fixes are not applied.
func heldBack(ctx context.Context, s *session) (map[ruleOn]bool, error) {
	drafts := s.found.Drafts
	if !slices.ContainsFunc(drafts, func(d discover.Draft) bool { return slices.ContainsFunc(d.Settings.Rules, holdable) }) {
		return nil, nil
	}
	checked, err := s.checkAll(ctx, &progress{})
	if err != nil {
		return nil, err
	}
	outcomes := checked.outcomes
	if _, err := s.engine.Finish(ctx, append(slices.Clip(outcomes), surveyNeighbours(ctx, s, outcomes)...), s.found.Partial, s.request.Jobs); err != nil {
		return nil, err
	}
	held := map[ruleOn]bool{}
	for _, o := range outcomes {
		findings := o.All()
		for i := range findings {
			if f := &findings[i]; f.Status.Held() && f.Status != engine.Generated && f.Status != engine.Switched {
				held[ruleOn{f.Path, f.Rule}] = true
			}
		}
	}
	return held, nil
}

// write replaces the file, if fixes were applied.
func (d *fixedDraft) write() {
	if len(d.Applied) == 0 || d.Failed != "" || d.Stdin {
		return
	}
	if err := atomicfile.Replace(d.target, d.before, d.after); err != nil {
		d.Failed = err.Error()
	}
}

// fixDraft fixes one draft in memory.
func fixDraft(ctx context.Context, s *session, d *discover.Draft, all bool, held map[ruleOn]bool) fixedDraft {
	out := fixedDraft{DraftReport: fix.DraftReport{Path: d.Path, Stdin: d.Stdin}}
	if d.Context {
		return out
	}
	raw, err := d.Read(nil)
	if err != nil {
		return out // the check reports it
	}
	doc, _ := parseDraft(d, raw, optionsOf(d))
	if doc == nil || len(engine.Unchecked(doc)) > 0 {
		return out
	}
	out.before, out.source, out.Old = raw, doc.Source, doc.Source.Bytes
	readOnly := d.ReadOnly
	if _, err := out.source.Encode(out.Old); err != nil {
		readOnly = err.Error()
	}
	f := &fixer{session: s, ctx: ctx, draft: d, source: out.source, all: all, held: held}
	if d.Change != nil {
		f.was = out.Old
	}
	if readOnly != "" {
		if len(f.proposals(raw)) > 0 {
			out.Failed = readOnly
		}
		return out
	}
	rounds, err := fix.All(out.Old, fix.Draft{Parse: f.parse, Check: f.check})
	if err != nil {
		return out // the context is cancelled, which ends the run
	}
	out.Outcome, out.New = rounds, rounds.Text
	if len(out.Applied) > 0 {
		out.encode(d)
	}
	return out
}

// encode sets the new content of the file in its original encoding.
func (d *fixedDraft) encode(from *discover.Draft) {
	same, err := d.source.Encode(d.Old)
	if err == nil && string(same) != string(d.before) {
		err = errors.New(lossy(d.source))
	}
	if err == nil {
		d.after, err = d.source.Encode(d.New)
	}
	if err == nil && !d.Stdin {
		d.target, err = atomicfile.Resolve(from.File)
	}
	if err != nil {
		d.Failed = err.Error()
	}
}

// lossy says why a draft cannot be written in its original encoding: decoding lost some of
// the file.
func lossy(source *lint.Source) string {
	if source.Codec == nil {
		return "it cannot be written as it was"
	}
	name := source.Codec.Name()
	if strings.HasPrefix(name, "utf-16") {
		name = "UTF-16"
	}
	return "not all of it is " + name + ", so it cannot be written as it was; save it as UTF-8"
}

// fixer parses and checks the text of one draft in each round.
type fixer struct {
	session *session
	ctx     context.Context //nolint:containedctx // the fixer lives as long as the call that it is made for
	draft   *discover.Draft
	source  *lint.Source // of the original draft
	was     []byte       // the text before fixes, if only changes count; nil otherwise
	all     bool         // also apply unsafe fixes
	held    map[ruleOn]bool
}

// parse parses a text of the draft; it returns nil if that fails.
func (f *fixer) parse(text []byte) *lint.Document {
	raw, err := f.source.Encode(text)
	if err != nil {
		return nil
	}
	doc, _ := parseDraft(f.draft, raw, optionsOf(f.draft))
	if doc == nil || len(engine.Unchecked(doc)) > 0 {
		return nil
	}
	return doc
}

// check runs the rules on a text of the draft and returns the proposed fixes. The rules
// run on a second document, because their document is released.
func (f *fixer) check(text []byte) (fix.Checked, error) {
	doc := f.parse(text)
	if doc == nil {
		return fix.Checked{}, errors.New("the draft no longer parses")
	}
	raw, err := f.source.Encode(text)
	if err != nil {
		return fix.Checked{}, err
	}
	return fix.Checked{Doc: doc, Proposals: f.proposals(raw)}, f.ctx.Err()
}

// proposals runs the rules on a file and returns the fixes of its findings.
func (f *fixer) proposals(raw []byte) (all []fix.Proposal) {
	s := f.session
	o, changed := s.check(f.ctx, f.draft, raw, f.was)
	o.Sort()
	marker(s.request.Filters)(o.Findings)
	newUnchanged(s, changed).mark(o.Findings)
	for i := range o.Findings {
		x := &o.Findings[i]
		if x.Status != engine.Active || len(x.Fixes) == 0 || !f.all && !x.Fixes[0].Safe || f.held[ruleOn{x.Path, x.Rule}] {
			continue
		}
		all = append(all, fix.Proposal{Rule: x.Rule, Place: x.From, Fix: x.Fixes[0]})
	}
	return all
}
