package template_test

import (
	"bytes"
	"testing"

	"github.com/copychief/copychief/lint/parse/parsetest"
	"github.com/copychief/copychief/lint/parse/template"
)

func FuzzMask(f *testing.F) {
	for _, s := range parsetest.Drafts() {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, content []byte, mdx bool) {
		src := bytes.Clone(content)
		tags := template.Mask(nil, src, 0, template.Options{Shortcodes: parsetest.Shortcodes(), MDX: mdx})
		if len(src) != len(content) {
			t.Fatal("masking changed the length")
		}
		end := 0
		for _, tag := range tags {
			if tag.Span.Start < end || tag.Span.End <= tag.Span.Start || tag.Span.End > len(src) {
				t.Fatalf("tag at %v after one that ends at %d", tag.Span, end)
			}
			if !bytes.Equal(src[end:tag.Span.Start], content[end:tag.Span.Start]) {
				t.Fatalf("bytes outside of tags changed before %d", tag.Span.Start)
			}
			end = tag.Span.End
			if lit := tag.Literal; lit.Len() > 0 && !tag.Span.Covers(lit.All()) {
				t.Fatalf("literal at %v of the tag at %v", lit.All(), tag.Span)
			}
		}
		if !bytes.Equal(src[end:], content[end:]) {
			t.Fatal("bytes after the last tag changed")
		}
	})
}
