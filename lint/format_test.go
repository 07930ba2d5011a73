package lint

import (
	"strings"
	"testing"
)

func TestEachExtensionStandsForOneFormat(t *testing.T) {
	seen := map[string]Format{}
	for _, f := range Formats() {
		if f.String() == "" || len(f.Extensions()) == 0 {
			t.Errorf("format %d has no name or no extension", f)
		}
		for _, ext := range f.Extensions() {
			if other, twice := seen[ext]; twice {
				t.Errorf("%s is both %s and %s", ext, f, other)
			}
			seen[ext] = f
			for _, name := range []string{"a" + ext, "a/b.c" + strings.ToUpper(ext)} {
				if got, ok := FormatOf(name); !ok || got != f {
					t.Errorf("%s is %s, want %s", name, got, f)
				}
			}
		}
	}
	for _, name := range []string{"a", "md", "a.md.bak", "a.odt", ""} {
		if f, ok := FormatOf(name); ok {
			t.Errorf("%q is %s", name, f)
		}
	}
	if got := ExtensionList(); got != ".md, .markdown, .mdx, .mkd, .mdown, .mdwn, .markdn, .qmd, .rmd, .mdoc, .html, .htm, .xhtml, .htm5, .txt, .docx and .ipynb" {
		t.Errorf("a sentence says %s", got)
	}
	if got := strings.Join(NamePatterns(), " "); got != "*.md *.markdown *.mdx *.mkd *.mdown *.mdwn *.markdn *.qmd *.rmd *.mdoc *.html *.htm *.xhtml *.htm5 *.txt *.docx *.ipynb" {
		t.Errorf("the patterns are %s", got)
	}
}

func TestHeadingsAreWrittenAsTheFormatHasThem(t *testing.T) {
	for f, want := range map[Format]string{Markdown: "### A *b*", Notebook: "### A *b*", HTML: "<h3>A *b*</h3>", PlainText: ""} {
		if got, ok := f.Heading(3, "A *b*"); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %t", f, got, ok)
		}
	}
}
