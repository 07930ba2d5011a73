package parse

import "github.com/copychief/copychief/lint"

// frontMatter reads the metadata block at the head of src into doc.Meta and
// returns the offset at which the body begins. A block that does not parse
// becomes a problem at its line; the body is read all the same.
func frontMatter(doc *lint.Document, src []byte, o *Options) (body int) { return 0 }
