package resolve

import (
	"strings"
	"testing"
)

// TestDocuments reads the commands that make one document of several drafts.
func TestDocuments(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a variable of a makefile", "PARTS = \\\n\ta.md \\\n\tb.md\n#\tc.md\n\nbook:\t$(PARTS)\n\tcat $(PARTS) > book.md\n\tcat ../links.md >> book.md\n", "a.md b.md ../links.md"},
		{"the sources of a rule", "book.md: a.md b.md\n\t@cat $^ > $@\n", "a.md b.md"},
		{"pandoc with a pattern", "book.pdf:\n\tpandoc --toc -o book.pdf chapters/*.md\n", "chapters/*.md"},
		{"a script", "#!/bin/sh\nset -e\ncd docs && cat intro.md rest.md > ../README.md\n", "docs/intro.md docs/rest.md"},
		{"a pipe", "cat a.md b.md | pandoc -o book.epub\n", "a.md b.md"},
		{"a loop", "for f in one.md two.md; do cat $f >> all.md; done\n", "one.md two.md"},
		{"a list in a script", "PARTS=(a.md b.md)\ncat \"${PARTS[@]}\" > all.md\n", "a.md b.md"},
		{"scripts of npm", "{\"scripts\": {\n  \"build\": \"cat head.md body.md > README.md\",\n  \"test\": \"ferry\"\n}}\n", "head.md body.md"},
		{"a workflow", "steps:\n  - run: pandoc a.md b.md -o out.html\n", "a.md b.md"},
		{"added to a variable", "P := a.md\nP += b.md\nall:\n\tcat ${P} > all.md\n", "a.md b.md"},
		{"what is not known", "all:\n\tcat $(PARTS) a.md b.md > all.md\n", "a.md b.md ?"},
		{"no command", "See cats: a.md and b.md.\n", ""},
	} {
		var got []string
		for _, d := range documents(c.text) {
			got = append(got, d.inputs...)
			if !d.complete {
				got = append(got, "?")
			}
		}
		if all := strings.Join(got, " "); all != c.want {
			t.Errorf("%s: %q, want %q", c.what, all, c.want)
		}
	}
}
