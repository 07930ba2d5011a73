package driver

import (
	"context"
	"errors"
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/fix"
)

// FixOptions say which fixes are applied and what becomes of the result.
type FixOptions struct {
	All   bool // those that may change what the text says, too
	Write bool // replace the files; otherwise nothing is written
}

// Fixes is what fixing did to drafts, or would do where nothing was written.
type Fixes struct {
	Drafts []FixedDraft // those that something was to be said about, by path
}

// FixedDraft is what fixing did to one draft.
type FixedDraft struct {
	Path     string
	Stdin    bool
	Old, New []byte // as UTF-8, whatever the file holds; the same where no fix was applied
	fix.Outcome
	// Failed says why the fixes did not reach the file: it changed meanwhile, it is
	// read-only. Empty where they did, or where nothing was to be written.
	Failed string

	target   string // the file, links followed
	held     []byte // what it held
	after    []byte // what it is to hold
	encoding string
}

// Fixed returns how many fixes reached how many drafts.
func (f *Fixes) Fixed() (fixes, drafts int) {
	for i := range f.Drafts {
		if d := &f.Drafts[i]; d.Failed == "" && len(d.Applied) > 0 {
			fixes += len(d.Applied)
			drafts++
		}
	}
	return fixes, drafts
}

// Stdin returns what standard input holds once it is fixed; ok is false where no fix
// was applied to it.
func (f *Fixes) Stdin() (content []byte, ok bool) {
	for i := range f.Drafts {
		if d := &f.Drafts[i]; d.Stdin && d.Failed == "" && len(d.Applied) > 0 {
			return d.after, true
		}
	}
	return nil, false
}

// Fix applies the fixes of what the request names, round after round. Findings that
// are set aside keep their words, and of alternatives the first counts. Rules about
// the whole site do not take part.
//
// All drafts are fixed in memory before the first file is replaced, then one after
// the other. Where the context is cancelled in between, the rest stays as it was and
// the error is the context's; what was done until then is returned with it.
func Fix(ctx context.Context, r Request, o FixOptions) (*Fixes, error) {
	c, err := begin(ctx, &r)
	if err != nil {
		return nil, err
	}
	defer c.close()
	drafts := c.found.drafts
	all := make([]FixedDraft, len(drafts))
	err = each(ctx, &r, len(drafts), func(i int) { all[i] = c.fix(ctx, &drafts[i], o.All) })
	if err != nil {
		return nil, err
	}
	targets := map[string]bool{} // a draft may be named twice, the second time through a link
	all = slices.DeleteFunc(all, func(d FixedDraft) bool {
		again := d.target != "" && targets[d.target]
		targets[d.target] = true
		return again || !d.telling()
	})
	res := &Fixes{}
	for i := range all {
		if o.Write {
			if err := ctx.Err(); err != nil {
				return res, err
			}
			all[i].commit()
		}
		res.Drafts = append(res.Drafts, all[i])
	}
	return res, nil
}

// telling reports whether there is anything to say about a draft.
func (d *FixedDraft) telling() bool {
	return len(d.Applied)+len(d.Rejected)+len(d.Cycle)+len(d.Unfinished) > 0 || d.Failed != ""
}

// commit replaces the file.
func (d *FixedDraft) commit() {
	if len(d.Applied) == 0 || d.Failed != "" || d.Stdin {
		return
	}
	if err := replace(d.target, d.held, d.after); err != nil {
		d.Failed = err.Error()
	}
}

// fix fixes one draft in memory.
func (c *checking) fix(ctx context.Context, d *draft, all bool) FixedDraft {
	out := FixedDraft{Path: d.shown, Stdin: d.stdin}
	if d.context {
		return out
	}
	raw, err := d.read(nil)
	if err != nil {
		return out // the check says so
	}
	doc, _ := d.with(raw).parse(nil)
	if doc == nil || len(unchecked(doc)) > 0 {
		return out
	}
	out.held, out.encoding, out.Old = raw, doc.Source.Encoding, doc.Source.Bytes
	if d.change != nil {
		same := *d
		d, same.was = &same, out.Old
	}
	rounds, err := fix.All(out.Old, fix.Draft{
		Parse: func(text []byte) *lint.Document { return c.reparse(d, out.encoding, text) },
		Look:  func(text []byte) (fix.Look, error) { return c.look(ctx, d, out.encoding, text, all) },
	})
	if err != nil {
		return out // the context's, which ends the run
	}
	out.Outcome, out.New = rounds, rounds.Text
	if len(out.Applied) > 0 {
		out.finish(d)
	}
	return out
}

// finish makes ready what the file is to hold.
func (d *FixedDraft) finish(from *draft) {
	same, err := fix.Encode(d.Old, d.encoding)
	if err == nil && string(same) != string(d.held) {
		err = errors.New("not all of it is UTF-16, so it cannot be written as it was; save it as UTF-8")
	}
	if err == nil {
		d.after, err = fix.Encode(d.New, d.encoding)
	}
	if err == nil && !d.Stdin {
		d.target, err = resolve(from.file)
	}
	if err != nil {
		d.Failed = err.Error()
	}
}

// with returns the draft as it would be with other bytes.
func (d *draft) with(raw []byte) *draft {
	other := *d
	other.stdin, other.content = true, raw
	return &other
}

// reparse parses the text of a draft, or returns nil.
func (c *checking) reparse(d *draft, encoding string, text []byte) *lint.Document {
	raw, err := fix.Encode(text, encoding)
	if err != nil {
		return nil
	}
	doc, _ := d.with(raw).parse(nil)
	if doc == nil || len(unchecked(doc)) > 0 {
		return nil
	}
	return doc
}

// look runs the rules over the text of a draft and returns what they propose.
func (c *checking) look(ctx context.Context, d *draft, encoding string, text []byte, all bool) (fix.Look, error) {
	doc := c.reparse(d, encoding, text)
	if doc == nil {
		return fix.Look{}, errors.New("the draft no longer parses")
	}
	raw, err := fix.Encode(text, encoding)
	if err != nil {
		return fix.Look{}, err
	}
	o := c.check(ctx, d.with(raw), new(room))
	inOrder(o.findings)
	sift(c.request.Filters, o.findings)
	changed := scopes{}
	changed.add(o.scope)
	changed.hold(o.findings, c.rules)
	look := fix.Look{Doc: doc}
	for i := range o.findings {
		f := &o.findings[i]
		if f.Held != Counts || len(f.Fixes) == 0 || !all && !f.Fixes[0].Safe {
			continue
		}
		look.Proposals = append(look.Proposals, fix.Proposal{Rule: f.Rule, Place: f.From, Fix: f.Fixes[0]})
	}
	return look, ctx.Err()
}
