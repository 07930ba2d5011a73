package wordpack

import "sync"

// Fact is a value that a rule or a fact derives from the lists of a pack, once per pack: the
// word sets that it queries for every word, gathered in one value, so that a draft costs one
// lookup. Any number of goroutines may use it.
type Fact[T any] struct {
	derive func(*Pack) T
	made   sync.Map // by pack
}

// NewFact returns a fact that derive computes. Create each fact once, in a package variable.
func NewFact[T any](derive func(*Pack) T) *Fact[T] { return &Fact[T]{derive: derive} }

// Of returns the fact for the pack of a language (a BCP 47 tag; "" is English).
func (f *Fact[T]) Of(tag string) T { return f.From(Of(tag)) }

// From returns the fact for a pack. The result is shared and must not be modified.
func (f *Fact[T]) From(p *Pack) T {
	made, ok := f.made.Load(p)
	if !ok {
		made, _ = f.made.LoadOrStore(p, f.derive(p))
	}
	value, _ := made.(T) // the map contains only values of this type
	return value
}
