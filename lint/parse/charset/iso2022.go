package charset

import "bytes"

// Escape returns the offset of the first escape sequence by which ISO-2022-JP switches to
// Japanese characters, or -1. Such text is valid UTF-8, but means something else.
func Escape(content []byte) int {
	for at := 0; ; at++ {
		k := bytes.IndexByte(content[at:], 0x1b)
		if k < 0 {
			return -1
		}
		at += k
		if rest := content[at+1:]; bytes.HasPrefix(rest, []byte("$B")) || bytes.HasPrefix(rest, []byte("$@")) {
			return at
		}
	}
}
