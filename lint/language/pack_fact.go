package language

import "sync"

// PackFact is what a rule or a fact makes of the lists of a pack, once a pack: the
// sets of words that it asks word by word, gathered in one value, so that a draft costs
// one look-up. Any number of goroutines may ask.
type PackFact[T any] struct {
	derive func(*Pack) T
	made   sync.Map // by pack
}

// NewPackFact returns a fact that derive computes. Make each one once, in a package
// variable.
func NewPackFact[T any](derive func(*Pack) T) *PackFact[T] { return &PackFact[T]{derive: derive} }

// Of returns the fact about the pack of a language (a BCP 47 tag; "" is English).
func (f *PackFact[T]) Of(tag string) T { return f.From(PackOf(tag)) }

// From returns the fact about a pack. What it returns is shared: read it only.
func (f *PackFact[T]) From(p *Pack) T {
	made, ok := f.made.Load(p)
	if !ok {
		made, _ = f.made.LoadOrStore(p, f.derive(p))
	}
	value, _ := made.(T) // nothing else is stored
	return value
}
