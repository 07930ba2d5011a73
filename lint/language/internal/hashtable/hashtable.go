// Package hashtable maps words, by their hashes, to what word lists say about them.
//
// The lists are queried for every word of a draft, and nearly every answer is no. A [Table] is
// therefore Go's map behind a Bloom filter, which rejects nearly all unlisted words with one read
// of memory that stays in the processor's first-level cache. It is the only mechanism for looking
// up words: sets, lexicons, the classes of words next to quotations. BenchmarkHas compares it with
// Go's map alone: 6 to 8 ns per word instead of 14 to 23 if three words in a hundred are listed,
// as with most lists, and 9 to 15 instead of 12 to 28 if half of them are, as with the words next
// to quotations. Open addressing in place of Go's map gained nothing.
//
// The trade-off: a hash represents its word. With 64 well-mixed bits, two words hardly ever have
// the same hash; callers that cannot tolerate a collision compare the words as well.
package hashtable

import (
	"iter"
	"maps"

	"github.com/copychief/copychief/lint/language/internal/bloom"
)

// Mix adds eight bytes of a word to its hash, which begins as 0, and mixes its bits well. The factor
// is 2^64 divided by the golden ratio.
func Mix(hash, eight uint64) uint64 {
	hash = (hash ^ eight) * 0x9e3779b97f4a7c15
	return hash ^ hash>>32
}

// Table maps hashes, whose bits must be well mixed, to values. It must not be changed once it is
// filled; then any number of goroutines may use it.
type Table[V any] struct {
	filter bloom.Sized
	values map[uint64]V
}

// New returns an empty table with room for n values.
func New[V any](n int) *Table[V] { return &Table[V]{bloom.NewSized(n), make(map[uint64]V, n)} }

// Set sets the value of a hash.
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

// Get returns the value of a hash, or the zero value if it has none.
func (t *Table[V]) Get(hash uint64) (value V) {
	if !t.filter.Has(hash) {
		return value
	}
	return t.values[hash]
}

// Hashes returns the hashes in the table, in no particular order.
func (t *Table[V]) Hashes() iter.Seq[uint64] { return maps.Keys(t.values) }
