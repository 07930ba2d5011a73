package lint

// Fact is data derived from a document once, on first use, and shared by all rules:
// words, sentences, keyphrase hits, quotations. A fact may depend on other facts, but
// not on itself.
type Fact[T any] struct {
	id     *identity
	derive func(*Document) T
}

// NewFact returns a fact that derive computes. Facts are compared by identity, so create
// each one once, in a package variable.
func NewFact[T any](derive func(*Document) T) *Fact[T] {
	return &Fact[T]{id: &identity{}, derive: derive}
}

// Of returns the value of the fact for a document. The value is shared: do not change it,
// and copy what must outlive the document.
func (f *Fact[T]) Of(d *Document) T {
	for i := range d.facts {
		if d.facts[i].id == f.id {
			v, _ := d.facts[i].value.(T) // nil where T is an interface
			return v
		}
	}
	v := f.derive(d)
	if d.facts == nil {
		d.facts = make([]factValue, 0, 8)
	}
	d.facts = append(d.facts, factValue{f.id, v})
	return v
}

// identity distinguishes facts of any type by address. It is not an empty struct, because
// the addresses of two empty structs may be equal.
type identity struct{ _ byte }

// factValue is the value of a fact. A document has only a few, so a linear search is
// faster than a map.
type factValue struct {
	id    *identity
	value any
}
