package quotes

import (
	"bytes"
	"hash/maphash"
	"iter"
	"math"
	"math/bits"
)

// weights are the weights of the model, a map from features to a map from tags to numbers.
// They stay in the encoding of encoding/gob, five megabytes; a hash table has where the entry
// of each feature begins. A few hundred features are looked up in a run, out of 75 000.
type weights struct {
	data  []byte
	seed  maphash.Seed
	table []uint32 // offsets of entries, 0 for none; the length is a power of two
}

// newWeights indexes an encoded map[string]map[string]float64. It returns nil for other data.
func newWeights(data []byte) *weights {
	w := &weights{data: data, seed: maphash.MakeSeed()}
	r := gobReader{data: data}
	for { // the definitions of types come first, then the value
		length := r.uint()
		next := r.at + length
		if id := r.uint(); id&1 == 0 { // a negative number has its lowest bit set
			break
		}
		if r.at = next; r.bad() {
			return nil
		}
	}
	r.uint() // a zero, since the value is no struct
	n := r.uint()
	if r.bad() || n > len(data) {
		return nil
	}
	w.table = make([]uint32, 1<<bits.Len(uint(n+n/2)))
	for range n {
		at := r.at
		slot := w.slot(r.bytes())
		w.table[slot] = uint32(at)
		for range r.uint() {
			r.bytes()
			r.uint64()
			if r.bad() {
				return nil
			}
		}
	}
	return w
}

// slot returns where the table has the offset of a feature, or where it belongs.
func (w *weights) slot(feature []byte) int {
	mask := len(w.table) - 1
	for i := int(maphash.Bytes(w.seed, feature)) & mask; ; i = (i + 1) & mask {
		at := int(w.table[i])
		if at == 0 {
			return i
		}
		if r := (gobReader{data: w.data, at: at}); bytes.Equal(r.bytes(), feature) {
			return i
		}
	}
}

// of yields the tags for which a feature has a weight, and the weights.
func (w *weights) of(feature []byte) iter.Seq2[[]byte, float64] {
	return func(yield func([]byte, float64) bool) {
		at := w.table[w.slot(feature)]
		if at == 0 {
			return
		}
		r := gobReader{data: w.data, at: int(at)}
		r.bytes()
		for range r.uint() {
			tag := r.bytes()
			if !yield(tag, math.Float64frombits(bits.ReverseBytes64(r.uint64()))) {
				return
			}
		}
	}
}

// gobReader reads the encoding of encoding/gob. Beyond the end of the data it reads zeros.
type gobReader struct {
	data []byte
	at   int
}

// bad reports whether the reader is beyond the end of the data.
func (r *gobReader) bad() bool { return r.at < 0 || r.at > len(r.data) }

func (r *gobReader) byte() byte {
	r.at++
	if r.at <= 0 || r.bad() {
		return 0
	}
	return r.data[r.at-1]
}

// uint64 reads an unsigned number: one byte up to 127, otherwise the negated number of bytes
// that follow, the most significant first.
func (r *gobReader) uint64() (n uint64) {
	first := r.byte()
	if first < 1<<7 {
		return uint64(first)
	}
	for range -int8(first) {
		n = n<<8 | uint64(r.byte())
	}
	return n
}

func (r *gobReader) uint() int { return int(min(r.uint64(), math.MaxInt32)) }

func (r *gobReader) bytes() []byte {
	n := r.uint()
	from := r.at
	if r.at += n; r.bad() {
		return nil
	}
	return r.data[from:r.at]
}
