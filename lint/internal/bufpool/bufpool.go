// Package bufpool pools the memory of documents.
//
// If each of a thousand documents allocated its own memory, a run would spend more time on
// that than on rules. A fact made with [NewFact] takes its value from a buffer pool, and
// [Release] returns the values of a document to their pools. The package is internal to
// lint: rules use facts but cannot release them.
//
// The trade-off: a value that is used after its document was released may change at any
// time, so whatever outlives a document (findings, pages, cache entries) must be copied.
// Builds with the race detector or the build tag poison overwrite released memory
// ([Poison]), so that tests detect such uses; other builds do not.
package bufpool

import "sync"

// Pool is a buffer pool of values of one type. The zero value is ready to use.
type Pool[T any] struct{ free sync.Pool }

// Get returns a value from the pool, or a new one. A value from the pool has arbitrary
// content.
func (p *Pool[T]) Get() *T {
	if v, ok := p.free.Get().(*T); ok {
		return v
	}
	return new(T)
}

// Put returns a value to the pool. It must not be used afterwards.
func (p *Pool[T]) Put(v *T) {
	if poisoning {
		Overwrite(v)
	}
	p.free.Put(v)
}

// Poison overwrites the memory of a slice up to its capacity, in builds that poison, and
// reports whether it did. Call it when memory is released that is not in a [Pool].
func Poison[E any](s []E) bool {
	if poisoning {
		Overwrite(&s)
	}
	return poisoning
}

// Sized returns an empty slice with a capacity of at least n. It reuses buf if that is
// large enough, unless its capacity is above 65,536 and more than eight times n.
func Sized[T any](buf []T, n int) []T {
	const large = 1 << 16
	if cap(buf) < n || cap(buf) > large && cap(buf)/8 > n {
		return make([]T, 0, n)
	}
	return buf[:0]
}

// Reset returns buf with length 0, or nil if its capacity is above 4,096.
func Reset[T any](buf []T) []T {
	const large = 1 << 12
	if cap(buf) > large {
		return nil
	}
	return buf[:0]
}
