package exclusion_test

import (
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site"
	"github.com/copychief/copychief/lint/site/place"
)

// TestOtherFilesAreNotPagesOfTheSite checks what is read from the lists of generators and makefiles.
func TestOtherFilesAreNotPagesOfTheSite(t *testing.T) {
	for _, c := range []struct {
		what  string
		files map[string]string
		draft string
		want  lint.Kind
	}{
		{"Eleventy's list", map[string]string{".eleventy.js": "", ".eleventyignore": "# leftovers\n/parts/index.html\ndrafts/\n"}, "parts/index.html", lint.KindUnpublished},
		{"Eleventy's list", map[string]string{".eleventy.js": "", ".eleventyignore": "drafts/\n!drafts/ferry.md\n"}, "drafts/ferry.md", lint.KindUnknown},
		{"Eleventy's script", map[string]string{".eleventy.js": `config.ignores.add("parts/**/*.html");`}, "parts/ferry/test.html", lint.KindUnpublished},
		{"Jekyll's setting", map[string]string{"_config.yml": "title: Town\nexclude:\n  - internal\n  - \"*.draft.md\"\n"}, "internal/plan.md", lint.KindUnpublished},
		{"Jekyll's setting", map[string]string{"_config.yml": "title: Town\nexclude:\n  - internal\n  - \"*.draft.md\"\n"}, "ferry/new.draft.md", lint.KindUnpublished},
		{"Jekyll's setting", map[string]string{"_config.yml": "title: Town\nexclude: [internal]\n"}, "ferry/internal/plan.md", lint.KindUnknown},
		{"MkDocs' setting", map[string]string{"mkdocs.yml": "site_name: Town\nexclude_docs: |\n  plans/\n  *.tmp.md\n"}, "docs/plans/pier.md", lint.KindUnpublished},
		{"VitePress' script", map[string]string{".vitepress/config.ts": "export default { srcExclude: ['**/parts/*.md'] }"}, "guide/parts/step.md", lint.KindUnpublished},
		{"Docusaurus' script", map[string]string{"docusaurus.config.js": "docs: { exclude: ['**/*.test.md', \"wip/**\"] }"}, "docs/ferry.test.md", lint.KindUnpublished},
		{"Sphinx' script", map[string]string{"conf.py": "html_theme = 'x'\nexclude_patterns = ['_build', \"plans/*\"]\n"}, "plans/pier.md", lint.KindUnpublished},
		{"Zola's setting", map[string]string{"config.toml": "base_url = 'https://town.example'\nignored_content = ['*.{tmp,old}.md']\n"}, "content/ferry.old.md", lint.KindUnpublished},
		{"Quarto's list", map[string]string{"_quarto.yml": "project:\n  render:\n    - \"*.qmd\"\n    - \"!plans/\"\n"}, "plans/pier.qmd", lint.KindUnpublished},
		{"Quarto's list", map[string]string{"_quarto.yml": "project:\n  render:\n    - \"*.qmd\"\n    - \"!plans/\"\n"}, "ferry.qmd", lint.KindUnknown},
		{"Quarto's output", map[string]string{"_quarto.yml": "project:\n  type: website\n  output-dir: docs\n"}, "docs/posts/ferry/index.html", lint.KindGenerated},
		{"Quarto's output", map[string]string{"_quarto.yml": "project:\n  output-dir: docs\n"}, "posts/ferry.qmd", lint.KindUnknown},
		{"Hugo's output", map[string]string{"hugo.toml": "baseURL = 'https://town.example'\npublishDir = 'docs'\n"}, "docs/ferry/index.html", lint.KindGenerated},
		{"Hugo's output, among its drafts", map[string]string{"hugo.toml": "baseURL = 'https://town.example'\npublishDir = 'content'\n"}, "content/ferry.md", lint.KindUnknown},
		{"Jekyll's output", map[string]string{"_config.yml": "title: Town\ndestination: ./docs/\n"}, "docs/ferry.html", lint.KindGenerated},
		{"Jekyll's output, outside", map[string]string{"_config.yml": "title: Town\ndestination: ../docs\n"}, "docs/ferry.html", lint.KindUnknown},
		{"Jekyll's output, everywhere", map[string]string{"_config.yml": "title: Town\ndestination: .\n"}, "ferry.html", lint.KindUnknown},
		{"MkDocs' output", map[string]string{"mkdocs.yml": "site_name: Town\ndocs_dir: pages\nsite_dir: docs\n"}, "docs/ferry.html", lint.KindGenerated},
		{"Eleventy's output", map[string]string{".eleventy.js": "module.exports = { dir: { input: 'src', output: 'docs' } }"}, "docs/ferry.html", lint.KindGenerated},
		{"VitePress' output", map[string]string{".vitepress/config.ts": "export default { outDir: './out' }"}, "out/ferry.html", lint.KindGenerated},
		{"bookdown's chapters", map[string]string{"_bookdown.yml": "rmd_files: [\n  \"index.Rmd\",\n  \"ice.Rmd\"\n]\n"}, "leftover.Rmd", lint.KindUnpublished},
		{"bookdown's chapters", map[string]string{"_bookdown.yml": "rmd_files: [\n  \"index.Rmd\",\n  \"ice.Rmd\"\n]\n"}, "ice.Rmd", lint.KindUnknown},
		{"bookdown's chapters", map[string]string{"_bookdown.yml": "book_filename: tarn\n"}, "leftover.Rmd", lint.KindUnknown},
		{"GitBook's contents", map[string]string{".gitbook.yaml": "root: ./\n", "SUMMARY.md": "# Contents\n\n* [Pier](pier.md)\n* [Boats](boats/README.md)\n  * [Rosa](<boats/rosa.md> \"A boat\")\n"}, "boats/old.md", lint.KindUnpublished},
		{"GitBook's contents", map[string]string{".gitbook.yaml": "root: ./\n", "SUMMARY.md": "# Contents\n\n* [Pier](pier.md)\n* [Boats](boats/README.md)\n  * [Rosa](<boats/rosa.md> \"A boat\")\n"}, "boats/rosa.md", lint.KindUnknown},
		{"GitBook's contents", map[string]string{".gitbook.yaml": "root: ./\n", "SUMMARY.md": "# Contents\n\n* [Pier](pier.md)\n* [Boats](boats/README.md)\n  * [Rosa](<boats/rosa.md> \"A boat\")\n"}, "README.md", lint.KindUnknown},
		{"GitBook's contents, hardly begun", map[string]string{".gitbook.yaml": "root: ./\n", "SUMMARY.md": "# Contents\n\n* [Pier](pier.md)\n"}, "boats/old.md", lint.KindUnknown},
		{"Hugo's expressions", map[string]string{"hugo.toml": "baseURL = 'https://town.example'\nignoreFiles = ['\\.part\\.md$']\n"}, "content/ferry.part.md", lint.KindUnpublished},
		{"a target", map[string]string{"Makefile": "all: index.md\nindex.md: parts/a.md parts/b.md\n\tcat $^ > $@\n"}, "index.md", lint.KindGenerated},
		{"a target", map[string]string{"Makefile": "all: index.md\nindex.md: parts/a.md parts/b.md\n\tcat $^ > $@\n"}, "parts/a.md", lint.KindUnknown},
		{"a source of a page", map[string]string{"_config.yml": "title: Town\nexclude: [parts]\n", "Makefile": "index.md: parts/a.md\n\tcp $< $@\n"}, "parts/a.md", lint.KindUnknown},
		{"no source", map[string]string{"_config.yml": "title: Town\nexclude: [parts]\n", "Makefile": "index.md: parts/a.md\n\tcp $< $@\n"}, "parts/b.md", lint.KindUnpublished},
		{"a recipe", map[string]string{"Makefile": "manual:\n\tferry --help > docs/manual.md\n"}, "docs/manual.md", lint.KindGenerated},
		{"a variable", map[string]string{"Makefile": "PAGE := index.md\nall:\n\tcat a.md >> log.md\n"}, "log.md", lint.KindUnknown},
		{"a script", map[string]string{"package.json": `{"scripts": {"api": "typedoc-ferry src -o docs/api.md"}}`}, "docs/api.md", lint.KindGenerated},
		{"git attributes", map[string]string{".gitattributes": "docs/api/** linguist-generated=true\ndocs/api/own.md -linguist-generated\n*.html linguist-generated\n"}, "docs/api/ferry.md", lint.KindGenerated},
		{"git attributes", map[string]string{".gitattributes": "docs/api/** linguist-generated=true\ndocs/api/own.md -linguist-generated\n"}, "docs/api/own.md", lint.KindUnknown},
		{"git attributes for statistics", map[string]string{".gitattributes": "*.html linguist-generated\n"}, "ferry.html", lint.KindUnknown},
	} {
		tree := fstest.MapFS{c.draft: {Data: []byte("# Ferry\n")}}
		for name, content := range c.files {
			tree[name] = &fstest.MapFile{Data: []byte(content)}
		}
		got := lint.KindUnknown
		if e := place.ExclusionOf(&site.Recognise(tree, []string{c.draft}, site.Quick()).For(c.draft).Site, c.draft); e != nil {
			got = e.Kind
		}
		if got != c.want {
			t.Errorf("%s: %s is %d, want %d", c.what, c.draft, got, c.want)
		}
	}
}
