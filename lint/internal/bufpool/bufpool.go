// Package bufpool lets the memory of one document serve for the next.
//
// A run over a thousand documents would spend more time on memory than on rules if every
// document asked for its own. A fact made with [NewFact] takes its value from a buffer
// pool, and [Release] puts the values of a document back when nobody needs it any more.
// Both stay inside lint: whoever writes a rule asks for facts and cannot give one back.
//
// The trade: a value that somebody keeps beyond its document changes under their hands.
// So whatever outlives a document (findings, pages, what the cache holds) must be copied.
// Builds with the race detector, or with the build tag poison, overwrite memory as it goes
// back ([Poison]), so that tests show whoever still reads it; other builds do nothing.
package bufpool

import "sync"

// Pool is a buffer pool of values of one type. The zero value is ready to use.
type Pool[T any] struct{ free sync.Pool }

// Get returns a value that was put back, or a new one. What it holds is left over from
// its last use; only the memory is worth anything.
func (p *Pool[T]) Get() *T {
	if v, ok := p.free.Get().(*T); ok {
		return v
	}
	return new(T)
}

// Put takes a value back, which nobody may read or change afterwards.
func (p *Pool[T]) Put(v *T) {
	if poisoning {
		Overwrite(v)
	}
	p.free.Put(v)
}

// Poison overwrites all memory of a slice, beyond its length as well, in builds that
// test what outlives its document, and reports whether it did. Call it where memory that
// is not in a [Pool] of this package is given back.
func Poison[E any](s []E) bool {
	if poisoning {
		Overwrite(&s)
	}
	return poisoning
}

// Sized returns an empty slice for about n values. It reuses the memory of buf where
// that is large enough, and not more than eight times as large as needed once it exceeds
// 65,536 values.
func Sized[T any](buf []T, n int) []T {
	const large = 1 << 16
	if cap(buf) < n || cap(buf) > large && cap(buf)/8 > n {
		return make([]T, 0, n)
	}
	return buf[:0]
}

// Emptied returns an empty slice in the memory of buf, or nil where that holds more than
// 4,096 values.
func Emptied[T any](buf []T) []T {
	const large = 1 << 12
	if cap(buf) > large {
		return nil
	}
	return buf[:0]
}
