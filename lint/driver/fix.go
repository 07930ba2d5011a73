package driver

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/atomicfile"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/fix"
)

// FixOptions say which fixes are applied and what becomes of the result.
type FixOptions struct {
	All   bool // those that may change what the text says, too
	Write bool // replace the files; otherwise nothing is written
}

// Fixes is what fixing did to drafts.
type Fixes struct {
	fix.Report
	stdin []byte // what standard input holds once it is fixed; nil where no fix was applied to it
}

// Stdin returns what standard input holds once it is fixed; ok is false where no fix
// was applied to it.
func (f *Fixes) Stdin() (content []byte, ok bool) { return f.stdin, f.stdin != nil }

// fixedDraft is what fixing did to one draft, and what is to be written.
type fixedDraft struct {
	fix.DraftReport
	target string // the file, links followed
	before []byte // what it held
	after  []byte // what it is to hold
	source *lint.Source
}

// Fix applies the fixes of what the request names, round after round. Findings that
// are set aside keep their words, and of alternatives the first counts. Rules about
// the whole site do not take part.
//
// All drafts are fixed in memory before the first file is replaced, then one after
// the other. Where the context is cancelled in between, the rest stays as it was and
// the error is the context's; what was done until then is returned with it.
func Fix(ctx context.Context, r Request, o FixOptions) (*Fixes, error) {
	s, err := begin(ctx, &r)
	if err != nil {
		return nil, err
	}
	defer s.close()
	drafts := s.found.Drafts
	all := make([]fixedDraft, len(drafts))
	if err := s.each(ctx, func(i int) { all[i] = s.fix(ctx, &drafts[i], o.All) }); err != nil {
		return nil, err
	}
	targets := map[string]bool{} // a draft may be named twice, the second time through a link
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

// write replaces the file.
func (d *fixedDraft) write() {
	if len(d.Applied) == 0 || d.Failed != "" || d.Stdin {
		return
	}
	if err := atomicfile.Replace(d.target, d.before, d.after); err != nil {
		d.Failed = err.Error()
	}
}

// fix fixes one draft in memory.
func (s *session) fix(ctx context.Context, d *discover.Draft, all bool) fixedDraft {
	out := fixedDraft{DraftReport: fix.DraftReport{Path: d.Path, Stdin: d.Stdin}}
	if d.Context {
		return out
	}
	raw, err := d.Read(nil)
	if err != nil {
		return out // the check says so
	}
	doc, _ := parseDraft(d, raw, optionsOf(d))
	if doc == nil || len(engine.Unchecked(doc)) > 0 {
		return out
	}
	out.before, out.source, out.Old = raw, doc.Source, doc.Source.Bytes
	f := &fixer{session: s, ctx: ctx, draft: d, source: out.source, all: all}
	if d.Change != nil {
		f.was = out.Old
	}
	rounds, err := fix.All(out.Old, fix.Draft{Parse: f.parse, Look: f.look})
	if err != nil {
		return out // the context's, which ends the run
	}
	out.Outcome, out.New = rounds, rounds.Text
	if len(out.Applied) > 0 {
		out.encode(d)
	}
	return out
}

// encode makes ready what the file is to hold.
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

// lossy says why a draft cannot be written as it was: not all of its file came through
// decoding.
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

// fixer looks at the texts of one draft from round to round.
type fixer struct {
	session *session
	ctx     context.Context //nolint:containedctx // the life of the fixing of one draft
	draft   *discover.Draft
	source  *lint.Source // of the draft as it was
	was     []byte       // the text that the change of the draft is about; nil where there is none
	all     bool         // unsafe fixes, too
}

// parse parses a text of the draft, or returns nil.
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

// look runs the rules over a text of the draft and returns what they propose. The rules
// see a document of their own, whose memory is given back.
func (f *fixer) look(text []byte) (fix.Look, error) {
	doc := f.parse(text)
	if doc == nil {
		return fix.Look{}, errors.New("the draft no longer parses")
	}
	raw, err := f.source.Encode(text)
	if err != nil {
		return fix.Look{}, err
	}
	s := f.session
	o, changed := s.check(f.ctx, f.draft, raw, f.was, nil)
	o.Sort()
	mark(s.request.Filters, o.Findings)
	s.markUnchanged(o.Findings, changed)
	look := fix.Look{Doc: doc}
	for i := range o.Findings {
		x := &o.Findings[i]
		if x.Status != engine.Active || len(x.Fixes) == 0 || !f.all && !x.Fixes[0].Safe {
			continue
		}
		look.Proposals = append(look.Proposals, fix.Proposal{Rule: x.Rule, Place: x.From, Fix: x.Fixes[0]})
	}
	return look, f.ctx.Err()
}
