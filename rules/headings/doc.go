// Package headings holds the rules about an article's headings: their levels, their number
// and their wording.
//
// The rules compare each heading with its neighbours and with the text of its section. The
// trade-off: a title in the metadata is assumed to become the H1, which not every site
// does; the rules that depend on it have an option.
package headings

import (
	"bytes"
	"strings"

	"github.com/copychief/copychief/lint"
)

// headline returns the index of the heading that is the headline: an H1 before all other
// headings, otherwise None.
func headline(d *lint.Document) int {
	for i, b := range d.Headings() {
		if b.Level == 1 {
			return i
		}
		break
	}
	return lint.None
}

// maxShown is how many characters of the draft a message quotes.
const maxShown = 36

// metadata reports whether a heading is stray metadata: a line of a name, a colon and a
// value that has become a heading because dashes follow it.
func metadata(d *lint.Document, b *lint.Block) bool {
	if b.Level != 2 || !bytes.HasSuffix(bytes.TrimSpace(d.Source.Bytes[b.Span.Start:b.Span.End]), []byte("---")) {
		return false
	}
	name, value, ok := strings.Cut(b.Text.String(), ": ")
	return ok && value != "" && name != "" && 'a' <= name[0] && name[0] <= 'z' &&
		strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == ""
}
