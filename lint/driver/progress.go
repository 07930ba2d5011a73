package driver

import (
	"context"
	"sync"
)

// progress counts the drafts that are done.
type progress struct {
	report func(done, total int) // may be nil
	total  int
	mu     sync.Mutex
	done   int
}

// newProgress returns a counter that reports to the caller of the run.
func newProgress(s *session) *progress {
	return &progress{report: s.request.Progress, total: len(s.found.Drafts)}
}

// add reports that n more drafts are done, one by one.
func (p *progress) add(ctx context.Context, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for range n {
		if p.done++; p.report != nil && ctx.Err() == nil {
			p.report(p.done, p.total)
		}
	}
}
