package driver

import (
	"cmp"
	"context"
	"io/fs"
	"runtime"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/discover"
	"github.com/copychief/copychief/lint/driver/rootfs"
	"github.com/copychief/copychief/lint/driver/scope"
	"github.com/copychief/copychief/lint/driver/sources"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/internal/parallel"
	"github.com/copychief/copychief/lint/parse"
)

// A worker checks drafts in batches, each rule on all of them before the next rule, because the
// code of all rules and facts together does not stay in the processor's caches. Larger batches are
// hardly faster, and take more memory.
const (
	batchDrafts = 8
	batchBytes  = 48 << 10 // a batch of this size is full
)

// manyDrafts is the number of drafts above which a run keeps little of each and packs its findings,
// so that an export of a large site fits into memory. A request may set another number.
const manyDrafts = 10_000

// compact reports whether little is to be kept of each draft.
func (s *session) compact() bool { return len(s.found.Drafts) > cmp.Or(s.request.Many, manyDrafts) }

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
	if s.compact() {
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
	if s.compact() {
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

// check checks a draft, given its bytes. was is the text before fixes, or nil.
func (s *session) check(ctx context.Context, d *discover.Draft, content, was []byte) (*engine.Outcome, *scope.Scope) {
	p, reason := s.parse(d, content, was, nil)
	if p == nil {
		return engine.Unreadable(s.draftFor(d), reason), nil
	}
	defer bufpool.Release(p.draft.Doc)
	return s.engine.Check(ctx, p.draft), p.changed
}

// parseDraft parses the bytes of a draft. If that fails, it returns no document and the
// reason.
func parseDraft(d *discover.Draft, content []byte, o parse.Options) (*lint.Document, string) {
	return engine.ParseAs(d.Path, content, d.Format, o)
}

// readAndParse reads a draft into a new buffer and parses it.
func readAndParse(d *discover.Draft) (*lint.Document, string) {
	content, err := d.Read(nil)
	if err != nil {
		return nil, err.Error()
	}
	return parseDraft(d, content, optionsOf(d))
}

// optionsOf returns the parser options of a draft.
func optionsOf(d *discover.Draft) parse.Options {
	o := d.Settings.ParseOf(d.File)
	o.Inherited = d.Inherited
	return o
}

// draftFor converts a draft for the engine.
func (s *session) draftFor(d *discover.Draft) *engine.Draft {
	return &engine.Draft{
		Path: d.Path, Settings: d.Settings, Context: d.Context, Now: s.request.Now, Changed: d.Change != nil,
		Asked: d.Asked, Compact: s.compact(),
		Reparse: func() *lint.Document { doc, _ := readAndParse(d); return doc },
	}
}

// files returns the file tree of the site and the name of a draft in it, or neither if the
// tree cannot be opened.
func (s *session) files(d *discover.Draft, deps *dependencies) (fs.FS, string) {
	tree := s.trees[d.Settings.Root]
	if tree == nil {
		return nil, ""
	}
	return deps.tree(tree), rootfs.NameIn(d.Settings.Root, d.File)
}

// sourcesOf returns the texts that a draft quotes from, if a rule needs them.
func (s *session) sourcesOf(d *discover.Draft, doc *lint.Document, deps *dependencies) *lint.Sources {
	if !d.Settings.ReadsSources {
		return nil
	}
	set := s.sources.Of(d, doc)
	if set != nil || sources.Named(doc) {
		deps.untracked() // sources, existing or missing, are not recorded
	}
	return set
}

// Capacity of a new read buffer, and of a pooled one at most, in bytes.
const (
	newBuffer    = batchBytes
	pooledBuffer = 1 << 18
)

// buffer returns a read buffer from the pool.
func (s *session) buffer() *[]byte {
	if b, ok := s.buffers.Get().(*[]byte); ok {
		return b
	}
	b := make([]byte, 0, newBuffer)
	return &b
}

// release returns a read buffer to the pool. Nothing may refer to its bytes any more.
func (s *session) release(b *[]byte) {
	bufpool.Poison(*b)
	if cap(*b) <= pooledBuffer {
		s.buffers.Put(b)
	}
}
