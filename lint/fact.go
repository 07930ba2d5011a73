package lint

// Fact is knowledge derived from a document once, on first use, and shared by
// every rule that asks: words, sentences, keyphrase hits, quotations. A fact may
// ask for other facts, never for itself.
type Fact[T any] struct {
	id     *identity
	derive func(*Document) T
}

// NewFact returns a fact that derive computes. Facts are told apart by identity,
// so make each one once, in a package variable.
func NewFact[T any](derive func(*Document) T) *Fact[T] {
	return &Fact[T]{id: &identity{}, derive: derive}
}

// Of returns the fact about a document. What it returns is shared: read it only, and copy
// what is needed longer than the document.
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

// identity tells facts apart, whatever they hold. It is not empty, so that no two have
// one address.
type identity struct{ _ byte }

// factValue is the value of a fact. A document has a handful, which are found faster one
// after the other than in a map.
type factValue struct {
	id    *identity
	value any
}
