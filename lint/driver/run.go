// Package driver runs rules over files: it finds the drafts, reads and parses
// them, asks the configuration what holds for each, runs the rules with bounded
// parallelism, sets aside what is suppressed or filtered, and puts everything in order.
//
// One goroutine checks one draft from reading to the last rule, and worker i
// writes slot i, so that the same bytes come out for any number of workers. The
// document is dropped as soon as its rules have run; what stays is its findings
// and, where rules about the whole site are on, its page and the head of its
// source. A finding of such a rule further down in a draft costs reading that
// draft again; keeping every source would cost the memory of the whole corpus.
package driver

import (
	"context"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver/cache"
	"github.com/copychief/copychief/lint/driver/configfile"
	"github.com/copychief/copychief/lint/driver/git"
)

// Request says what to run on what.
type Request struct {
	Rules     []*lint.Rule
	Config    *configfile.Loader
	Paths     []string // files and folders; "-" reads Stdin
	Site      string   // folder whose other drafts rules about the site see; "" for none. Nothing is reported on them
	Stdin     io.Reader
	StdinName string                // gives format and configuration of standard input
	Dir       string                // that paths are relative to; "" means the working directory
	Now       time.Time             // the day (UTC) on which the run takes place; zero keeps rules from asking
	Changes   *git.Changes          // only findings on changed lines, of changed drafts that Paths hold or, without paths, of all
	Filters   []Filter              // what sets findings aside, in order, once the drafts' suppressions are applied
	Empty     bool                  // that there is no draft at all is no error
	Ignore    bool                  // what the configuration ignores is left out even where a path names it
	Jobs      int                   // workers; 0 means one a processor
	Progress  func(done, total int) // called from one goroutine at a time; may be nil

	Cache *cache.Cache // of what drafts have yielded; nil checks every draft
	// Build tells this program and its rules from others that use the cache: see
	// [cache.Build].
	Build string

	Sight *Sight // is told what the run looks at, be it in vain; may be nil
}

// Run checks what the request names. The error is for the run as a whole: a path
// that is not there, a configuration that does not parse, a cancelled context.
func Run(ctx context.Context, r Request) (*Result, error) {
	defer func() { r.Sight.configured(r.Config) }()
	c, err := begin(ctx, &r)
	if err != nil {
		return nil, err
	}
	defer c.close()
	defer c.sighted()
	c.remember()
	drafts := c.found.drafts
	outcomes := make([]outcome, len(drafts))
	err = each(ctx, &r, len(drafts), func(i int) { outcomes[i] = c.recall(ctx, &drafts[i]) })
	if err != nil {
		return nil, err
	}
	c.site(ctx, outcomes)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if c.pack != nil {
		_ = c.pack.Save() // a cache that cannot be written costs the next run its time, nothing else
	}
	return c.result(outcomes), nil
}

// begin finds the drafts of a request and makes everything ready for checking them.
func begin(ctx context.Context, r *Request) (*checking, error) {
	found, err := discover(ctx, r)
	if err != nil {
		return nil, err
	}
	c := newChecking(r, found)
	if err := c.prepare(); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// Inspect parses what the request names and gives each document to visit, in the
// order of paths, without running rules.
func Inspect(ctx context.Context, r Request, visit func(*lint.Document) error) ([]NotChecked, error) {
	found, err := discover(ctx, &r)
	if err != nil {
		return nil, err
	}
	missed, err := found.visit(ctx, func(_ *draft, doc *lint.Document) error { return visit(doc) })
	return sortMissed(missed), err
}

// visit parses the drafts and gives each to a function, in order. It returns what could
// not be read.
func (f *found) visit(ctx context.Context, visit func(*draft, *lint.Document) error) ([]NotChecked, error) {
	missed := f.missed
	for i := range f.drafts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d := &f.drafts[i]
		doc, reason := d.parse(nil)
		if doc == nil {
			missed = append(missed, NotChecked{d.shown, reason})
			continue
		}
		missed = append(missed, unchecked(doc)...)
		if err := visit(d, doc); err != nil {
			return missed, err
		}
	}
	return missed, nil
}

// each calls do(0) to do(n-1) from as many goroutines as the request allows and
// returns when all are done, or as soon as the context is cancelled: a parser in
// the middle of a draft cannot be stopped, so nobody waits for it.
func each(ctx context.Context, r *Request, n int, do func(int)) error {
	jobs := r.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var (
		next    atomic.Int64
		workers sync.WaitGroup
		told    sync.Mutex
		done    int
	)
	for range min(jobs, n) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				do(i)
				told.Lock()
				if done++; r.Progress != nil && ctx.Err() == nil {
					r.Progress(done, n)
				}
				told.Unlock()
			}
		})
	}
	finished := make(chan struct{})
	go func() { workers.Wait(); close(finished) }()
	select {
	case <-finished:
	case <-ctx.Done():
	}
	return ctx.Err()
}
