package bloom

import "math/bits"

// Sized is a Bloom filter that is as large as what it holds asks for, 64 bits a hash, so
// that of the many small ones that are asked together each takes a line or two of the
// processor's cache. Two hashes in a hundred that were not added pass.
type Sized struct{ words []uint64 } // a power of two of them

// NewSized returns an empty filter for n hashes. More may be added; it then turns fewer
// away.
func NewSized(n int) Sized {
	const least, most = 4, len(Filter{})
	return Sized{make([]uint64, min(max(1<<bits.Len(uint(max(n, 1)-1)), least), most))}
}

// Add adds a hash, whose bits must be well mixed.
func (f *Sized) Add(hash uint64) {
	f.words[hash>>6&uint64(len(f.words)-1)] |= 1 << (hash & 63)
}

// Has reports whether a hash may have been added; false is certain.
func (f *Sized) Has(hash uint64) bool {
	return f.words[hash>>6&uint64(len(f.words)-1)]&(1<<(hash&63)) != 0
}
