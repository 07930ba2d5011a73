package bloom

import "math/bits"

// Wide is a Bloom filter for lists of any length, 16 bits per hash, with one hash function. Six
// hashes in a hundred that were not added pass. With more than some ten thousand hashes, it no
// longer fits into the first-level cache; [Filter] and small [Sized] filters always do.
type Wide struct{ words []uint64 } // the length is a power of two

// NewWide returns an empty filter for n hashes.
func NewWide(n int) Wide {
	const least, perHash = 16, 4 // words; hashes for each
	return Wide{make([]uint64, max(1<<bits.Len(uint(max(n, 1)-1)), least*perHash)/perHash)}
}

// Add adds a hash, whose bits must be well mixed.
func (f *Wide) Add(hash uint64) {
	f.words[hash>>6&uint64(len(f.words)-1)] |= 1 << (hash & 63)
}

// Has reports whether a hash may have been added; false is certain.
func (f *Wide) Has(hash uint64) bool {
	return f.words[hash>>6&uint64(len(f.words)-1)]&(1<<(hash&63)) != 0
}
