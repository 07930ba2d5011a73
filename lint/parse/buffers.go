package parse

import (
	"sync"

	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/markdown"
	"github.com/copychief/copychief/lint/parse/template"
)

// buffers holds memory that is only needed while a draft is parsed and that the
// document does not refer to afterwards. A pool reuses it for other drafts, which saves
// allocations and garbage collection.
type buffers struct {
	src      []byte         // the working copy
	tags     []template.Tag // of template engines
	builder  build.Memory
	markdown markdown.Memory
}

// bufferPool holds the buffers that are not in use.
var bufferPool = sync.Pool{New: func() any { return &buffers{} }}

const (
	longestCopy = 1 << 18 // bytes; a longer working copy does not go back to the pool
	mostTags    = 1 << 12 // capacity for template tags that goes back to the pool
)

// copied returns a copy of a draft for parsing.
func (s *buffers) copied(content []byte) []byte {
	if len(content) > longestCopy {
		return append([]byte(nil), content...)
	}
	s.src = append(s.src[:0], content...)
	return s.src
}

// release returns the buffers to the pool.
func (s *buffers) release() {
	clear(s.tags)
	if s.tags = s.tags[:0]; cap(s.tags) > mostTags {
		s.tags = nil
	}
	bufpool.Poison(s.src)
	bufpool.Poison(s.tags)
	s.builder.Reset()
	s.markdown.Reset()
	bufferPool.Put(s)
}
