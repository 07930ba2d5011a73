// Package swar processes text eight bytes at a time (SIMD within a register).
//
// Eight bytes of a text are loaded as one number, the first byte lowest, so that a few integer
// operations classify all eight as letters or not, or convert them to lower case. The trade-off:
// the code is harder to read than a loop over bytes. It is used only where every byte of a draft
// is processed.
package swar

// Masks and multipliers for the bytes of a number.
const (
	Each      = 0x0101010101010101 // times a byte: that byte in all eight places
	LowerBits = 0x2020202020202020 // sets the bit that makes a letter lower case
	HighBits  = 0x8080808080808080 // set in bytes above ASCII
)

// Load returns s[i:i+8] as a number, the first byte lowest.
func Load(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// LoadShort is [Load] for a text of less than eight bytes, padded with zeros.
func LoadShort(s string) uint64 {
	n := len(s)
	switch {
	case n >= 4:
		return loadFour(s, 0) | loadFour(s, n-4)<<(8*(n-4))
	case n > 0: // the first, middle and last bytes are all of them
		return uint64(s[0]) | uint64(s[n/2])<<(8*(n/2)) | uint64(s[n-1])<<(8*(n-1))
	}
	return 0
}

func loadFour(s string, i int) uint64 {
	s = s[i : i+4]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

// LoadLower returns a text of up to eight bytes as a number, with its letters in lower case. Bytes
// that are not letters may change as well.
func LoadLower(s string) uint64 {
	if len(s) == 8 {
		return Load(s, 0) | LowerBits
	}
	return (LoadShort(s) | LowerBits) & (1<<(8*len(s)) - 1)
}

// NotLetters sets the highest bit of each of the eight bytes that is not an ASCII letter.
func NotLetters(eight uint64) uint64 {
	small := (eight | LowerBits) &^ HighBits
	from := small + (0x80-'a')*Each // carries into the high bit at a and above
	past := small + (0x80-'z'-1)*Each
	return ^(from&^past)&HighBits | eight&HighBits
}

// Equal sets the highest bit of each of the eight bytes that is c, an ASCII character.
func Equal(eight uint64, c byte) uint64 {
	differs := eight ^ Each*uint64(c)
	return ^((differs&^HighBits + HighBits - Each) | differs) & HighBits
}
