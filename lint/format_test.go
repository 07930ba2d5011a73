package lint

import (
	"strings"
	"testing"
)

func TestEachExtensionBelongsToOneFormat(t *testing.T) {
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
	for _, name := range []string{"a", "md", "a.md.bak", "a.odt", "a.erb", "a.html.erb", "a.md.erb.bak", "md.erb", ".liquid", ""} {
		if f, ok := FormatOf(name); ok {
			t.Errorf("%q is %s", name, f)
		}
	}
	if got := ExtensionList(); got != ".md, .markdown, .mdx, .mkd, .mdown, .mdwn, .markdn, .qmd, .rmd, .mdoc, .md.erb, .markdown.erb, .md.njk, .md.liquid, .html, .htm, .xhtml, .htm5, .txt, .docx, .docm and .ipynb" {
		t.Errorf("a sentence says %s", got)
	}
	if got := strings.Join(NamePatterns(), " "); got != "*.md *.markdown *.mdx *.mkd *.mdown *.mdwn *.markdn *.qmd *.rmd *.mdoc *.md.erb *.markdown.erb *.md.njk *.md.liquid *.html *.htm *.xhtml *.htm5 *.txt *.docx *.docm *.ipynb" {
		t.Errorf("the patterns are %s", got)
	}
}

func TestPagesAreNamedWithoutTheEnginesThatMakeThem(t *testing.T) {
	for name, want := range map[string]string{
		"a/cost.md": "a/cost", "a/cost.html.md": "a/cost", "a/cost.html.md.erb": "a/cost", "a/cost.HTML.Markdown": "a/cost", "cost.md.njk": "cost",
		"cost.en.html.md.erb": "cost.en", "cost.v1.2.md": "cost.v1.2", "cost.html": "cost", "html.md": "html", ".html.md": ".html", "a/.html.md": "a/.html", "cost.htm.md": "cost", "xhtml.md": "xhtml", "cost.html.erb": "cost.html",
		"cost.html.txt": "cost.html", "cost": "cost", "a.b/cost": "a.b/cost", "": "",
	} {
		if got := StemOf(name); got != want || got+SuffixOf(name) != name {
			t.Errorf("%q is named %q, then %q", name, got, SuffixOf(name))
		}
	}
}

func TestNumbersHaveCommas(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 40036: "40,036", 1234567: "1,234,567", -999: "-999", -1000: "-1,000"} {
		if got := Thousands(n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}

func TestHeadingsAreWrittenAsTheFormatHasThem(t *testing.T) {
	for f, want := range map[Format]string{Markdown: "### A *b*", Notebook: "### A *b*", HTML: "<h3>A *b*</h3>", PlainText: ""} {
		if got, ok := f.Heading(3, "A *b*"); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %t", f, got, ok)
		}
	}
}
