//go:build race || poison

package parse

import (
	"bytes"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/internal/bufpool"
)

func TestTheMemoryOfTheParserIsOverwritten(t *testing.T) {
	const draft = "---\ntitle: Boats\n---\n\n# The *long* pier\n\nIt {{< ref \"a.md\" >}} opens.\n"
	s := &buffers{}
	o := Options{}
	o.Limits = o.Limits.OrDefault()
	doc := As("a.md", []byte(draft), 0, o) // fills the pool with something else
	src := s.copied([]byte(draft))
	doc.Meta.Fields = nil
	read(doc, src, s, &o)
	tags := s.tags
	if len(tags) == 0 {
		t.Fatal("no template tag was found")
	}
	s.release()
	if strings.Trim(string(src), "\xff") != "" {
		t.Errorf("the working copy is still %q", bytes.TrimRight(src, "\xff"))
	}
	if tags[0].Span.Start >= 0 {
		t.Errorf("a template tag is still at %v", tags[0].Span)
	}
	bufpool.Release(doc)
}
