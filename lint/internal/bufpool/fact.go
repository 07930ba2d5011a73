package bufpool

import "github.com/copychief/copychief/lint"

// NewFact returns a fact whose values are built in the memory of those of released
// documents. Build must set all of into, whose content is left over, and keep no more
// memory than it expects the next document to need (see [Sized] and [Emptied]).
func NewFact[T any](build func(d *lint.Document, into *T)) *lint.Fact[*T] {
	pool := &Pool[T]{}
	return lint.NewFact(func(d *lint.Document) *T {
		v := pool.Get()
		build(d, v)
		taken.Of(d).add(v, pool)
		return v
	})
}

// Release ends the use of a document: the memory of its facts serves for the next one.
// Nobody may ask for a fact about it, or read one, while Release runs or afterwards. To
// release a document twice does nothing.
func Release(d *lint.Document) {
	values := taken.Of(d)
	for _, v := range values.list {
		v.pool.put(v.value)
	}
	values.list, values.released = nil, true
}

// taken holds what the facts about a document have taken from pools.
var taken = lint.NewFact(func(*lint.Document) *values {
	v := &values{}
	v.list = v.first[:0]
	return v
})

type values struct {
	list     []pooled
	first    [4]pooled // as many as there are such facts: one allocation holds all
	released bool
}

type pooled struct {
	value any // a pointer
	pool  interface{ put(v any) }
}

func (v *values) add(value any, pool interface{ put(v any) }) {
	if v.released {
		panic("bufpool: a fact about a document that was released")
	}
	v.list = append(v.list, pooled{value, pool})
}

func (p *Pool[T]) put(v any) {
	if v, ok := v.(*T); ok {
		p.Put(v)
	}
}
