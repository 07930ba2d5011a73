package markdown_test

import (
	"bytes"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
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
		doc := parse.As(name, content, lint.Markdown, parse.Options{Hosts: []string{"gazette.example"}, Shortcodes: parsetest.Shortcodes()})
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
