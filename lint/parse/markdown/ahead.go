package markdown

import (
	"bytes"

	"github.com/copychief/copychief/lint"
)

// ahead finds the next occurrence of a byte. Most texts of a source are short and do not contain it,
// so it searches the source ahead, and each part only once, instead of searching every text.
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
