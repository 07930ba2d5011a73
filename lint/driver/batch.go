package driver

import (
	"context"
	"runtime"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/scope"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/internal/parallel"
)

// A worker checks drafts in batches, each rule on all of them before the next rule, because the
// code of all rules and facts together does not stay in the processor's caches. Larger batches are
// hardly faster, and take more memory.
const (
	batchDrafts = 8
	batchBytes  = 48 << 10 // from which on a batch is full
)

// pending is a draft that is parsed and waits for the other drafts of its batch.
type pending struct {
	source  *discover.Draft
	draft   *engine.Draft
	changed *scope.Scope // the lines that findings count on, or nil
	deps    *dependencies
	stamp   cache.Key
	read    int // bytes that were read
	at      int // its place among the drafts
}

// results are the outcomes of the drafts of a run, in their order.
type results struct {
	outcomes []*engine.Outcome
	scopes   []*scope.Scope
	progress *progress
}

// checkAll checks all drafts.
func (s *session) checkAll(ctx context.Context, done *progress) (*results, error) {
	n := len(s.found.Drafts)
	all := &results{make([]*engine.Outcome, n), make([]*scope.Scope, n), done}
	jobs := s.request.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	size := max(1, min(batchDrafts, n/jobs/8)) // so that no worker waits long for another
	if s.spares() {
		size = 1
	}
	return all, parallel.For(ctx, jobs, (n+size-1)/size, func(k int) {
		s.batch(ctx, all, k*size, min(n, (k+1)*size))
	})
}

// batch checks the drafts [from, to).
func (s *session) batch(ctx context.Context, all *results, from, to int) {
	waiting, bytes := make([]*pending, 0, to-from), 0
	buf := s.buffer()
	defer s.release(buf)
	for i := from; i < to && ctx.Err() == nil; i++ {
		begin := min(bytes, cap(*buf)) // after the drafts that are waiting
		p, o := s.open(&s.found.Drafts[i], (*buf)[begin:begin])
		if p == nil {
			s.keep(all, i, o, nil)
			all.progress.add(ctx, 1)
			continue
		}
		p.at = i
		waiting = append(waiting, p)
		if bytes += p.read; bytes >= batchBytes {
			s.settle(ctx, all, waiting)
			waiting, bytes = waiting[:0], 0
		}
	}
	s.settle(ctx, all, waiting)
}

// settle runs the rules on drafts and releases their memory.
func (s *session) settle(ctx context.Context, all *results, waiting []*pending) {
	drafts := make([]*engine.Draft, len(waiting))
	for i, p := range waiting {
		drafts[i] = p.draft
	}
	for i, o := range s.engine.CheckAll(ctx, drafts...) {
		p := waiting[i]
		if p.deps != nil && ctx.Err() == nil {
			s.store(p.source, p.stamp, o, p.deps)
		}
		s.keep(all, p.at, o, p.changed)
		bufpool.Release(p.draft.Doc)
	}
	all.progress.add(ctx, len(waiting))
}

// keep records the outcome of a draft.
func (s *session) keep(all *results, at int, o *engine.Outcome, changed *scope.Scope) {
	if s.spares() {
		s.engine.Pack(o)
	}
	all.outcomes[at], all.scopes[at] = o, changed
}

// open reads and parses a draft, unless the outcome is known: it is in the cache, or the draft
// cannot be read. Its bytes are in buf, if they fit. The cache is not used for standard input, nor
// if only findings on changed lines count.
func (s *session) open(d *discover.Draft, buf []byte) (*pending, *engine.Outcome) {
	content, err := d.Read(buf)
	if err != nil {
		return nil, engine.Unreadable(s.draftFor(d), err.Error())
	}
	var deps *dependencies
	var stamp cache.Key
	if s.pack != nil && !d.Stdin && d.Change == nil {
		stamp = s.stamp(d, content)
		if o := s.lookUp(d, stamp); o != nil {
			return nil, o
		}
		deps = newDependencies()
	}
	p, reason := s.parse(d, content, nil, deps)
	if p == nil {
		return nil, engine.Unreadable(s.draftFor(d), reason)
	}
	p.stamp, p.read = stamp, len(content)
	return p, nil
}

// parse parses a draft, given its bytes, or returns the reason why that fails. Dependencies other
// than the bytes and the settings are recorded in deps, which may be nil. was is the text before
// fixes, or nil.
func (s *session) parse(d *discover.Draft, content, was []byte, deps *dependencies) (p *pending, reason string) {
	doc, reason := parseDraft(d, content, deps.options(optionsOf(d)))
	if doc == nil {
		return nil, reason
	}
	draft := s.draftFor(d)
	draft.Doc = doc
	draft.Files, draft.Name = s.files(d, deps)
	p = &pending{source: d, draft: draft, deps: deps}
	if d.Context {
		return p, ""
	}
	draft.Sources = s.sourcesOf(d, doc, deps)
	switch {
	case d.Change == nil:
	case doc.Can(lint.Packed):
		p.changed = scope.OfText(d.Change, doc, textBefore(s, d))
	default:
		p.changed = scope.Of(d.Change, doc, was)
	}
	return p, ""
}
