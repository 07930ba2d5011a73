package lint

// Fact is knowledge derived from a document once, on first use, and shared by
// every rule that asks: words, sentences, keyphrase hits, quotations. A fact may
// ask for other facts, never for itself.
type Fact[T any] struct {
	derive func(*Document) T
}

// NewFact returns a fact that derive computes. Facts are told apart by identity,
// so make each one once, in a package variable.
func NewFact[T any](derive func(*Document) T) *Fact[T] { return &Fact[T]{derive} }

// Of returns the fact about a document. What it returns is shared: read it only.
func (f *Fact[T]) Of(d *Document) T {
	if c, ok := d.facts[f].(value[T]); ok {
		return c.of
	}
	v := f.derive(d)
	if d.facts == nil {
		d.facts = make(map[factKey]cached, 8)
	}
	d.facts[f] = value[T]{v}
	return v
}

type factKey interface{ fact() }

func (f *Fact[T]) fact() {}

type cached interface{ cached() }

type value[T any] struct{ of T }

func (value[T]) cached() {}
