package parse

import (
	"bytes"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/parsetest"
)

func FuzzMarkdown(f *testing.F) {
	for _, s := range parsetest.Drafts() {
		f.Add([]byte(s), false)
		f.Add([]byte("> - "+s), true)
	}
	f.Fuzz(func(t *testing.T, content []byte, mdx bool) {
		name := "draft.md"
		if mdx {
			name = "draft.mdx"
		}
		kept := bytes.Clone(content)
		doc := As(name, content, lint.Markdown, goldenOptions())
		if !bytes.Equal(kept, content) {
			t.Fatal("the draft was changed")
		}
		for _, p := range doc.Problems {
			if bytes.Contains([]byte(p.Message), []byte("the parser failed")) {
				t.Fatalf("%s: %q", p.Message, content)
			}
		}
		parsetest.Check(t, doc)
	})
}

func FuzzMask(f *testing.F) {
	for _, s := range parsetest.Drafts() {
		f.Add([]byte(s), false)
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, content []byte, mdx bool) {
		o := goldenOptions()
		src := bytes.Clone(content)
		tags := mask(src, 0, &scratch{}, mdx, &o)
		if len(src) != len(content) {
			t.Fatal("masking changed the length")
		}
		end := 0
		for _, tag := range tags {
			if tag.span.Start < end || tag.span.End <= tag.span.Start || tag.span.End > len(src) {
				t.Fatalf("tag at %v behind one that ends at %d", tag.span, end)
			}
			if !bytes.Equal(src[end:tag.span.Start], content[end:tag.span.Start]) {
				t.Fatalf("bytes outside of tags changed before %d", tag.span.Start)
			}
			end = tag.span.End
			if lit := tag.literal; lit.Len() > 0 && !tag.span.Covers(lit.All()) {
				t.Fatalf("literal at %v of the tag at %v", lit.All(), tag.span)
			}
		}
		if !bytes.Equal(src[end:], content[end:]) {
			t.Fatal("bytes behind the last tag changed")
		}
	})
}
