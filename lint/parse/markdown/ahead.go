package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint"
)

// ahead finds the next occurrence of a byte. A walk through the texts of a source, of which most are
// short and contain none, searches every part of the source once instead of every text.
type ahead struct {
	sign byte
	from int // the byte does not occur in [from, at)
	at   int
}

func newAhead(sign byte) ahead { return ahead{sign: sign, at: lint.None} }

// next returns the offset of the first occurrence from offset i on, or the length of src.
func (a *ahead) next(src []byte, i int) int {
	if i < a.from || i > a.at {
		a.from, a.at = i, len(src)
		if k := bytes.IndexByte(src[i:], a.sign); k >= 0 {
			a.at = i + k
		}
	}
	return a.at
}
