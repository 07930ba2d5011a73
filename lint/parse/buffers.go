package parse

import (
	"sync"

	"github.com/copychief/copychief/lint/internal/bufpool"
	"github.com/copychief/copychief/lint/parse/build"
	"github.com/copychief/copychief/lint/parse/markdown"
	"github.com/copychief/copychief/lint/parse/template"
)

// buffers are what parsing a draft needs only while it goes on, and nothing of the
// document refers to afterwards. They go from one draft to the next through a pool:
// what is not allocated need not be cleared, found again and swept away.
type buffers struct {
	src      []byte         // the working copy
	tags     []template.Tag // of template engines
	builder  build.Memory
	markdown markdown.Memory
}

// bufferPool holds the buffers that are not in use.
var bufferPool = sync.Pool{New: func() any { return &buffers{} }}

const (
	longestCopy = 1 << 18 // bytes of the longest working copy that is kept
	mostTags    = 1 << 12 // template tags that are kept memory for
)

// copied returns a copy of a draft to parse.
func (s *buffers) copied(content []byte) []byte {
	if len(content) > longestCopy {
		return append([]byte(nil), content...)
	}
	s.src = append(s.src[:0], content...)
	return s.src
}

// release gives the buffers to the next draft.
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
