package lint

import "sync"

// Fact is knowledge derived from a document once, on first use, and shared by
// every rule that asks: words, sentences, keyphrase hits, quotations. A fact may
// ask for other facts, never for itself.
type Fact[T any] struct {
	id     *identity
	derive func(*Document, T) T
	reused bool
	spent  sync.Pool // of values whose documents are forgotten
}

// NewFact returns a fact that derive computes. Facts are told apart by identity,
// so make each one once, in a package variable.
func NewFact[T any](derive func(*Document) T) *Fact[T] {
	return &Fact[T]{id: &identity{}, derive: func(d *Document, _ T) T { return derive(d) }}
}

// NewReusedFact is [NewFact] for values that take much memory: derive is also given
// the value of a document that was forgotten since (see [Document.Forget]), to build
// on its memory, or the zero value.
func NewReusedFact[T any](derive func(d *Document, spent T) T) *Fact[T] {
	return &Fact[T]{id: &identity{}, derive: derive, reused: true}
}

// Of returns the fact about a document. What it returns is shared: read it only,
// and not once the document is forgotten.
func (f *Fact[T]) Of(d *Document) T {
	for i := range d.facts {
		if d.facts[i].id == f.id {
			return d.facts[i].cached.(value[T]).of
		}
	}
	var spent T
	if f.reused {
		if v, ok := f.spent.Get().(T); ok {
			spent = v
		}
	}
	v := f.derive(d, spent)
	if d.facts == nil {
		d.facts = make([]known, 0, 8)
	}
	d.facts = append(d.facts, known{f.id, value[T]{v, f}})
	return v
}

// Forget ends the use of a document: the memory of its facts goes to the next one.
// Nothing may ask for a fact about it, or read one, while Forget runs or after it.
func (d *Document) Forget() {
	for i := range d.facts {
		d.facts[i].cached.forget()
	}
	d.facts = nil
}

// identity tells facts apart, whatever they hold. It is not empty, so that no two have
// one address.
type identity struct{ _ byte }

// known is a fact that was derived. A document has a handful, which are found faster
// one after the other than in a map.
type known struct {
	id     *identity
	cached cached
}

type cached interface{ forget() }

type value[T any] struct {
	of   T
	fact *Fact[T]
}

func (v value[T]) forget() {
	if v.fact.reused {
		v.fact.spent.Put(v.of)
	}
}
