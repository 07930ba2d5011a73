package bufpool

import "github.com/copychief/copychief/lint"

// NewFact returns a fact whose values reuse the memory of released documents. Build must
// set all of into, whose content is arbitrary, and should keep no more memory than the next
// document is likely to need (see [Sized] and [Reset]).
func NewFact[T any](build func(d *lint.Document, into *T)) *lint.Fact[*T] {
	pool := &Pool[T]{}
	return lint.NewFact(func(d *lint.Document) *T {
		v := pool.Get()
		build(d, v)
		Lend(d, v, pool)
		return v
	})
}

// Lend records that a document refers to the memory of a value from a pool, to which
// [Release] returns it.
func Lend[T any](d *lint.Document, v *T, pool *Pool[T]) { taken.Of(d).add(v, pool) }

// Release returns the memory of the facts of a document to their pools. The facts must not
// be used while Release runs or afterwards. Releasing a document again does nothing.
func Release(d *lint.Document) {
	values := taken.Of(d)
	for _, v := range values.list {
		v.pool.put(v.value)
	}
	values.list, values.released = nil, true
}

// taken is the list of the values that a document has taken from pools.
var taken = lint.NewFact(func(*lint.Document) *values {
	v := &values{}
	v.list = v.first[:0]
	return v
})

type values struct {
	list     []pooledValue
	first    [7]pooledValue // as many as most documents have: one allocation holds all
	released bool
}

type pooledValue struct {
	value any // a pointer
	pool  interface{ put(v any) }
}

func (v *values) add(value any, pool interface{ put(v any) }) {
	if v.released {
		panic("bufpool: a fact about a document that was released")
	}
	v.list = append(v.list, pooledValue{value, pool})
}

func (p *Pool[T]) put(v any) {
	if v, ok := v.(*T); ok {
		p.Put(v)
	}
}
