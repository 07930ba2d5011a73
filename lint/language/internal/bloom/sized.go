package bloom

import "math/bits"

// Sized is a Bloom filter whose size depends on its contents, 64 bits per hash, so that each of
// many small filters that are queried together occupies a cache line or two. Two hashes in a
// hundred that were not added pass.
type Sized struct{ words []uint64 } // the length is a power of two

// NewSized returns an empty filter for n hashes. More may be added; it then rejects fewer.
func NewSized(n int) Sized {
	const least, most = 4, len(Filter{})
	return Sized{make([]uint64, min(max(1<<bits.Len(uint(max(n, 1)-1)), least), most))}
}

// Add adds a hash, whose bits must be well mixed.
func (f *Sized) Add(hash uint64) {
	f.words[hash>>6&uint64(len(f.words)-1)] |= 1 << (hash & 63)
}

// Next returns the index of the first of some hashes, from index i on, that may have been added, or
// their number if none may.
func (f *Sized) Next(hashes []uint64, i int) int {
	words := f.words
	for ; i < len(hashes); i++ {
		if hash := hashes[i]; words[hash>>6&uint64(len(words)-1)]&(1<<(hash&63)) != 0 {
			break
		}
	}
	return i
}

// Has reports whether a hash may have been added; false is certain.
func (f *Sized) Has(hash uint64) bool {
	return f.words[hash>>6&uint64(len(f.words)-1)]&(1<<(hash&63)) != 0
}
