package word

import (
	"errors"
	"fmt"
	"sort"
)

// place is where a paragraph begins in the HTML.
type place struct{ start, paragraph, note int }

// Codec belongs to the source of one Word file.
type Codec struct{ places []place }

// Name returns "docx".
func (*Codec) Name() string { return "docx" }

// Encode returns an error: a Word file holds more than its text, and writing it back would lose
// what this program does not know.
func (*Codec) Encode(_, _ []byte) ([]byte, error) {
	return nil, errors.New("a Word file is not rewritten; make the change in Word")
}

// Place returns the paragraph that an offset is in, counted from 1 without empty paragraphs:
// “paragraph 12” or “note 3”. Before the text it returns “properties”.
func (c *Codec) Place(_ []byte, offset int) string {
	i := sort.Search(len(c.places), func(i int) bool { return c.places[i].start > offset }) - 1
	if i < 0 {
		return "properties"
	}
	if p := c.places[i]; p.note > 0 {
		return fmt.Sprintf("note %d", p.note)
	}
	return fmt.Sprintf("paragraph %d", c.places[i].paragraph)
}
