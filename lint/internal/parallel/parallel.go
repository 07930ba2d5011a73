// Package parallel runs independent steps on a bounded number of goroutines.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls do(0) to do(n-1) from at most jobs goroutines; 0 jobs means one a processor.
// It returns when all are done, or as soon as the context is cancelled, with the error of
// the context: a parser in the middle of a draft cannot be stopped, so For does not wait
// for it, and do must not write to anything that the caller goes on to use.
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
