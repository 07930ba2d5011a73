package frontmatter

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/bufpool"
)

// memory holds the metadata of one document, and what is only needed while it is read. If there is
// more than fits, the rest is allocated.
type memory struct {
	fields  []lint.Field
	values  []lint.Text
	runs    []lint.Run
	members []member
	scratch []byte // the scalar that is being read
}

// memories reuses the memory of released documents.
var memories bufpool.Pool[memory]

// lent returns empty memory for at least n keys, which belongs to a document until that is released.
func lent(doc *lint.Document, n int) *memory {
	m := memories.Get()
	m.fields, m.values = bufpool.Sized(m.fields, n), bufpool.Sized(m.values, n)
	m.runs, m.members = bufpool.Sized(m.runs, n), bufpool.Sized(m.members, n)
	m.scratch = bufpool.Sized(m.scratch, 0)
	bufpool.Lend(doc, m, &memories)
	return m
}
