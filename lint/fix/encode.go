package fix

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// Encode returns a text as its file holds it. encoding is that of
// [lint.Source.Encoding]: "" for UTF-8, which is returned as it is, "utf-16le" or
// "utf-16be"; the byte order mark is part of the text. An encoding of another name
// is an error.
func Encode(text []byte, encoding string) ([]byte, error) {
	var order binary.AppendByteOrder
	switch encoding {
	case "":
		return text, nil
	case "utf-16le":
		order = binary.LittleEndian
	case "utf-16be":
		order = binary.BigEndian
	default:
		return nil, fmt.Errorf("the encoding %s cannot be written", encoding)
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
