// Package hashtable finds what lists of words say of a word, by the word's hash.
//
// Lists are asked about every word of a draft, and nearly every answer is no. A [Table] is
// therefore Go's map with a Bloom filter in front of it, which turns nearly all words away
// that are not listed, in one look at memory that stays in the processor's nearest cache.
// It is the one mechanism for words: sets, lexicons, the classes of words beside
// quotations. BenchmarkHas compares it with Go's map alone: 6 to 8 ns a word instead of 14
// to 23 where three words in a hundred are listed, as with most lists, and 9 to 15 instead
// of 12 to 28 where half of them are, as with the words beside quotations. Open addressing
// in place of Go's map gained nothing.
//
// The trade: a hash stands for its word. With 64 well-mixed bits, two words hardly ever
// have one; those who cannot bear it compare the words as well.
package hashtable

import (
	"iter"
	"maps"

	"github.com/copychief/copychief/lint/language/internal/bloom"
)

// Table leads from hashes, whose bits must be well mixed, to values. Once it is filled it
// is not changed, and any number of goroutines may use it.
type Table[V any] struct {
	filter bloom.Sized
	values map[uint64]V
}

// New returns an empty table with room for n values.
func New[V any](n int) *Table[V] { return &Table[V]{bloom.NewSized(n), make(map[uint64]V, n)} }

// Set enters the value of a hash.
func (t *Table[V]) Set(hash uint64, value V) {
	t.filter.Add(hash)
	t.values[hash] = value
}

// Has reports whether a hash is in the table.
func (t *Table[V]) Has(hash uint64) bool {
	if !t.filter.Has(hash) {
		return false
	}
	_, ok := t.values[hash]
	return ok
}

// Get returns the value of a hash; the zero value where it has none.
func (t *Table[V]) Get(hash uint64) (value V) {
	if !t.filter.Has(hash) {
		return value
	}
	return t.values[hash]
}

// Hashes returns the hashes that are in the table, in no order.
func (t *Table[V]) Hashes() iter.Seq[uint64] { return maps.Keys(t.values) }
