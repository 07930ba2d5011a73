// Package charset converts drafts between UTF-8 and other encodings; at present that is
// UTF-16 with a byte order mark. The mark stays in the text, so the conversion back
// restores the file. The trade-off: sequences that are not valid UTF-16 become U+FFFD
// and are lost.
package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// Decode returns content as UTF-8 and the codec for the way back. bad is the offset in
// the text of the first invalid character, or -1. If content has no UTF-16 byte order
// mark, Decode returns it unchanged and a nil codec.
func Decode(content []byte) (text []byte, codec lint.Codec, bad int) {
	switch {
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}):
		text, bad = decode(content, binary.LittleEndian)
		return text, UTF16{}, bad
	case bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		text, bad = decode(content, binary.BigEndian)
		return text, UTF16{BigEndian: true}, bad
	}
	return content, nil, -1
}

// UTF16 is the codec of UTF-16 with a byte order mark.
type UTF16 struct{ BigEndian bool }

// Name returns "utf-16le" or "utf-16be".
func (c UTF16) Name() string {
	if c.BigEndian {
		return "utf-16be"
	}
	return "utf-16le"
}

// Encode returns text in UTF-16. The error is always nil.
func (c UTF16) Encode(_, text []byte) ([]byte, error) {
	var order binary.AppendByteOrder = binary.LittleEndian
	if c.BigEndian {
		order = binary.BigEndian
	}
	out := make([]byte, 0, 2*len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			out = order.AppendUint16(out, uint16(high))
			r = low
		}
		out = order.AppendUint16(out, uint16(r))
	}
	return out, nil
}

// Place returns "": positions in UTF-16 are lines and columns.
func (UTF16) Place([]byte, int) string { return "" }

// decode returns the text as UTF-8 with its byte order mark. bad is the offset in the
// result of the first invalid character, or -1.
func decode(content []byte, order binary.ByteOrder) (text []byte, bad int) {
	bad = -1
	text = make([]byte, 0, len(content)/2+len(content)/8)
	for i := 0; i < len(content); i += 2 {
		r := rune(utf8.RuneError)
		odd := i+1 == len(content)
		if !odd {
			r = rune(order.Uint16(content[i:]))
		}
		if utf16.IsSurrogate(r) {
			next := rune(0)
			if i+3 < len(content) {
				next = rune(order.Uint16(content[i+2:]))
			}
			if r = utf16.DecodeRune(r, next); r != utf8.RuneError {
				i += 2
			} else {
				odd = true
			}
		}
		if odd && bad < 0 {
			bad = len(text)
		}
		text = utf8.AppendRune(text, r)
	}
	return text, bad
}
