package scan

import (
	"encoding/binary"
	"math/bits"
)

// Signs is a set of bytes to search a text for. Letters, spaces and bytes above ASCII are never in it,
// so that most of a text is skipped eight bytes at a time.
type Signs [256]bool

// Next returns the offset of the first byte of s, from offset i on, that is in the set, or the length
// of s.
func (set *Signs) Next(s []byte, i int) int {
	for i+8 <= len(s) {
		marks := notProse(binary.LittleEndian.Uint64(s[i:]))
		if marks == 0 {
			i += 8
			continue
		}
		i += bits.TrailingZeros64(marks) >> 3
		if set[s[i]] {
			return i
		}
		i++
	}
	for i < len(s) && !set[s[i]] {
		i++
	}
	return i
}

// notProse sets the highest bit of each of eight bytes that is neither a letter nor a space nor above
// ASCII.
func notProse(eight uint64) uint64 {
	const (
		each = 0x0101010101010101 // times a byte: that byte in all eight places
		high = 0x80 * each
	)
	lower := (eight | 0x20*each) &^ high
	letter := (lower + (0x80-'a')*each) &^ (lower + (0x80-'z'-1)*each) // carries into the high bit
	other := (eight ^ ' '*each) &^ high
	return (other + 0x7F*each) &^ letter &^ eight & high
}
