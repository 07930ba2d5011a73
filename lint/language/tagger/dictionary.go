package tagger

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"strings"
)

// A model is encoded as its tags, separated by spaces, a line break, and two dictionaries: the
// words with a certain tag, and the weights of the features in thousandths.

// readModel finds the parts of a model.
func readModel(data string) *Model {
	tags, rest, _ := strings.Cut(data, "\n")
	p := &Model{tags: strings.Fields(tags)}
	p.certain, rest = readDictionary(rest)
	p.weights, _ = readDictionary(rest)
	return p
}

// dictionary maps keys to pairs of a tag's number and a weight. It is read in place: a hash table of
// the offsets of the entries, with open addressing, is part of the encoding. A run looks up a few
// hundred of its 75,000 keys.
type dictionary struct {
	table   string // four bytes a slot: the offset of an entry, from 1; 0 for none
	entries string // the key, the number of pairs, the pairs
}

// Sizes in bytes.
const (
	slotSize   = 4
	headerSize = 2 * slotSize // the length of the table and of the entries
)

func readDictionary(data string) (d dictionary, rest string) {
	table := headerSize + int(number(data))
	end := table + int(number(data[slotSize:]))
	return dictionary{data[headerSize:table], data[table:end]}, data[end:]
}

// newDictionary encodes entries, which are in the order of [dictionary.of].
func newDictionary(all iter.Seq2[string, []pair], size int) []byte {
	slots := 1 << bits.Len(uint(size+size/2))
	table, entries := make([]byte, slotSize*slots), []byte{}
	for key, pairs := range all {
		slot := int(hash([]byte(key))) & (slots - 1)
		for binary.LittleEndian.Uint32(table[slotSize*slot:]) != 0 {
			slot = (slot + 1) & (slots - 1)
		}
		binary.LittleEndian.PutUint32(table[slotSize*slot:], uint32(len(entries)+1))
		entries = append(binary.AppendUvarint(entries, uint64(len(key))), key...)
		entries = binary.AppendUvarint(entries, uint64(len(pairs)))
		for _, p := range pairs {
			entries = binary.AppendVarint(append(entries, p.tag), int64(p.weight))
		}
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(table)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(entries)))
	return append(append(out, table...), entries...)
}

// pair is a tag with its weight.
type pair struct {
	tag    uint8
	weight int
}

// of yields the pairs of a key, in the order of the tags.
func (d *dictionary) of(key []byte) iter.Seq2[int, int] {
	return func(yield func(tag, weight int) bool) {
		r := reader{d.entry(key)}
		for range r.uint() {
			tag := int(r.rest[0])
			r.rest = r.rest[1:]
			if !yield(tag, r.int()) {
				return
			}
		}
	}
}

// entry returns the text from the pairs of a key on, or "".
func (d *dictionary) entry(key []byte) string {
	last := len(d.table)/slotSize - 1
	for i := int(hash(key)) & last; ; i = (i + 1) & last {
		at := int(number(d.table[slotSize*i:]))
		if at == 0 {
			return ""
		}
		r := reader{d.entries[at-1:]}
		if n := r.uint(); n == len(key) && r.rest[:n] == string(key) {
			return r.rest[n:]
		}
	}
}

// number reads four bytes, the lowest first.
func number(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// hash is FNV-1a, with its upper bits mixed into the lower ones.
func hash(key []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

// reader reads numbers of variable length, as in encoding/binary.
type reader struct{ rest string }

func (r *reader) uint() (n int) {
	for shift := 0; len(r.rest) > 0; shift += 7 {
		c := r.rest[0]
		r.rest = r.rest[1:]
		if n |= int(c&0x7f) << shift; c < 0x80 {
			break
		}
	}
	return n
}

func (r *reader) int() int {
	n := r.uint()
	return n>>1 ^ -(n & 1)
}
