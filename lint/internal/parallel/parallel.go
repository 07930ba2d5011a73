// Package parallel runs independent steps on a limited number of goroutines.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls do(0) to do(n-1) on at most jobs goroutines; 0 means one per processor. It
// returns when all calls are done or, with the error of the context, as soon as the context
// is cancelled. It does not wait for calls in progress then, since a parser cannot be
// interrupted, so after an error the caller must not use anything that do writes to.
func For(ctx context.Context, jobs, n int, do func(i int)) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var (
		next    atomic.Int64
		workers sync.WaitGroup
	)
	for range min(jobs, n) {
		workers.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				do(i)
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
