package resolve_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/resolve"
	"github.com/copychief/copychief/lint/site/generator"
)

func tree(names ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, n := range names {
		files[n] = &fstest.MapFile{Data: []byte("## Who pays\n")}
	}
	return files
}

func TestLinksAreReadAsTheGeneratorReadsThem(t *testing.T) {
	for _, c := range []struct {
		generator, draft, file, name string
		want                         resolve.Answer
	}{
		{"zola", "content/blog/bridge.md", "content/guide/cost.md", "@/guide/cost.md", resolve.Found},
		{"zola", "content/blog/bridge.md", "content/guide/cost.md", "@/guide/costs.md", resolve.Missing},
		{"docusaurus", "blog/bridge.md", "docs/cost.md", "@site/docs/cost.md", resolve.Found},
		{"docusaurus", "blog/bridge.md", "docs/cost.md", "@site/docs/costs.md", resolve.Missing},
		{"docusaurus", "blog/bridge.md", "docs/cost.md", "@theme/cost.md", resolve.Unknown},
		{"pelican", "content/news/bridge.md", "content/news/cost.md", "{filename}cost.md", resolve.Found},
		{"pelican", "content/news/bridge.md", "content/news/cost.md", "{filename}/news/cost.md", resolve.Found},
		{"pelican", "content/news/bridge.md", "content/img/pier.png", "{static}/img/pier.png", resolve.Found},
		{"pelican", "content/news/bridge.md", "content/news/pier.png", "{attach}pier.png", resolve.Found},
		{"pelican", "content/news/bridge.md", "content/news/pier.png", "|filename|pears.md", resolve.Missing},
		{"jekyll", "_drafts/bridge.md", "plans/cost.md", "../plan/costs.html", resolve.Unknown},
		{"jekyll", "_posts/2026-01-02-bridge.md", "plans/cost.md", "../costs.pdf", resolve.Missing},
		{"obsidian", "Notes/Bridge.md", "Files/pier.png", "pier.png", resolve.Found},
		{"hugo", "content/posts/bridge.md", "content/posts/cost.md", "../cost.md", resolve.Found},
		{"hugo", "content/posts/bridge.md", "content/posts/cost.md", "../costs.md", resolve.Missing},
		{"hugo", "content/posts/bridge/index.md", "static/posts/bridge/cost.csv", "cost.csv", resolve.Found},
		{"hugo", "content/posts/bridge/index.md", "static/posts/ferry/cost.csv", "cost.csv", resolve.Missing},
		{"hugo", "content/posts/2026-03-01-bridge.md", "static/posts/bridge/pier.png", "pier.png", resolve.Found}, // addresses have no date
		{"hugo", "content/posts/2026-03-01-bridge/index.md", "static/posts/bridge/pier.png", "pier.png", resolve.Found},
		{"hugo", "content/posts/bridge.de.md", "static/bridge/plans/pier.png", "plans/pier.png", resolve.Found},
		{"hugo", "content/posts/2026-03-01-bridge.md", "static/posts/ferry/pier.png", "pier.png", resolve.Missing},
		{"hugo", "content/posts/2026-03-01-bridge.md", "static/posts/bridge/pier.png", "plans/pier.png", resolve.Missing},
		{"jekyll", "_posts/2026-01-02-bridge.md", "news/2026/01/02/bridge/pier.png", "pier.png", resolve.Found},
		{"eleventy", "posts/2026-01-02-bridge.md", "public/posts/bridge/pier.png", "./pier.png", resolve.Found},
		{"vitepress", "posts/2026-01-02-bridge.md", "public/posts/bridge/pier.png", "./pier.png", resolve.Missing},
		{"", "source/manual/bridge.html.md", "source/images/pier/one.png", "images/pier/one.png", resolve.Found},
		{"", "source/manual/bridge.html.md", "source/images/pier/two.png", "images/pier/one.png", resolve.Missing},
		{"", "src/manual/bridge/notes.html", "assets/manual/bridge/pier/one.png", "pier/one.png", resolve.Found},
		{"", "src/content/index.html", "site/web/img/two/pier.png", "img/two/pier.png", resolve.Unknown},
		{"", "src/content/index.html", "site/web/img/two/pier.png", "img/two/boat.png", resolve.Missing},
		{"hugo", "content/posts/bridge.md", "content/cost.md", "../cost/index.md", resolve.Found},
		{"jekyll", "_posts/2026-01-02-bridge.md", "_posts/2026-01-01-cost.md", "cost.html", resolve.Unknown},
		{"hugo", "content/posts/bridge/index.md", "content/posts/pier.png", "../pier.png", resolve.Found},
		{"gatsby", "content/posts/bridge/index.md", "content/posts/bridge/pier.png", "../pier.png", resolve.Missing},
		{"", "bridge.md", "cost.md", "@/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "~/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "${base}/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "[% base %]/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "%BASE%/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "__BASE__/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "#{base}/cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "../cost.md", resolve.Unknown},
		{"", "bridge.md", "cost.md", "./cost.html", resolve.Found},
		{"", "a/bridge.md", "b/cost.md", "cost.md", resolve.Found}, // may be a wiki link
		{"", "a/bridge.md", "b/cost.md", "./cost.md", resolve.Missing},
	} {
		p := &lint.Pass{Files: tree(c.draft, c.file), Name: c.draft}
		if c.generator != "" {
			p.Site = generator.Named(c.generator, ".")
		}
		if got := resolve.File(p, c.name); got != c.want {
			t.Errorf("%s, %s in %s: %v, want %v", c.generator, c.name, c.draft, got, c.want)
		}
	}
}

func TestASlugReplacesTheNameOfAFileInAddresses(t *testing.T) {
	for draft, want := range map[string]resolve.Answer{"---\nslug: pier\n---\n": resolve.Unknown, "---\nslug: bridge\n---\n": resolve.Missing, "Text.\n": resolve.Missing} {
		p := &lint.Pass{Files: tree("posts/bridge.md"), Name: "posts/bridge.md", Site: generator.Named("nikola", "."), Doc: parse.Parse("posts/bridge.md", []byte(draft), parse.Options{})}
		if got := resolve.File(p, "cost.html"); got != want {
			t.Errorf("%q: %v, want %v", draft, got, want)
		}
	}
}

func TestTagsOfJekyllResolveToFiles(t *testing.T) {
	p := &lint.Pass{Files: tree("_posts/2026-01-02-bridge.md", "_posts/town/2026-01-03-pier.html", "_recipes/pie.md"), Name: "_posts/2026-01-02-bridge.md", Site: generator.Named("jekyll", ".")}
	for tag, want := range map[string]resolve.Answer{
		"{% post_url 2026-01-02-bridge %}": resolve.Found, "{%- post_url town/2026-01-03-pier -%}": resolve.Found, "{% link _recipes/pie.md %}": resolve.Found,
		"{% post_url 2026-01-02-brige %}": resolve.Missing, "{% link _recipes/pies.md %}": resolve.Missing, "{% link {{ page.x }} %}": resolve.Unknown, "{% include x.md %}": resolve.Unknown,
	} {
		if _, got := resolve.Tag(p, []byte(tag)); got != want {
			t.Errorf("%s: %v, want %v", tag, got, want)
		}
	}
	p.Site = generator.Named("hugo", ".")
	if _, got := resolve.Tag(p, []byte("{% post_url 2026-01-02-brige %}")); got != resolve.Unknown {
		t.Errorf("on another site: %v", got)
	}
}

func TestAliasesResolveToFiles(t *testing.T) {
	for _, c := range []struct{ generator, draft, file, name, want string }{
		{"zola", "content/blog/bridge.md", "content/guide/cost.md", "@/guide/cost.md", "content/guide/cost.md"},
		{"zola", "content/blog/bridge.md", "content/guide/cost.md", "@/guide/pay.md", ""},
		{"zola", "content/blog/bridge.md", "content/guide/cost.md", "/guide/cost.md", ""},
		{"pelican", "content/news/bridge.md", "content/news/cost.md", "{filename}cost.md", "content/news/cost.md"},
	} {
		p := &lint.Pass{Files: tree(c.draft, c.file), Name: c.draft, Site: generator.Named(c.generator, ".")}
		if got, ok := resolve.Aliased(p, c.name); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s in %s: %q", c.name, c.draft, got)
		}
	}
}

func TestAMissingFolderMayBeServedFromElsewhere(t *testing.T) {
	p := &lint.Pass{Files: tree("posts/bridge.md", "public/img/pier.png"), Name: "posts/bridge.md", Site: &lint.Site{Static: []string{"public"}}}
	for name, want := range map[string]resolve.Answer{
		"/img/pier.png": resolve.Found, "/img/boat.png": resolve.Missing, "/uploads/boat.png": resolve.Unknown, "/boat.png": resolve.Missing,
	} {
		if got := resolve.File(p, name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestIncludedFilesAreRead(t *testing.T) {
	files := tree("posts/bridge.md", "_includes/links.md", "posts/part.md")
	for text, complete := range map[string]bool{
		"{% include links.md %}":                        true,
		"{%- include_relative part.md -%}":              true,
		"{{< include \"part.md\" >}}":                   true,
		"--8<-- \"_includes/links.md\"":                 true,
		"![[part]]":                                     true,
		"import Part from './part.md'":                  true,
		"{% include nowhere.md %}":                      false,
		"{% include {{ page.part }} %}":                 false,
		"Nothing is included, not even by an exclusion": true,
	} {
		p := &lint.Pass{Files: files, Name: "posts/bridge.md", Doc: parse.As("posts/bridge.md", []byte(text+"\n"), lint.Markdown, parse.Options{})}
		got, ok := resolve.Included(p)
		if ok != complete || ok && text[0] != 'N' && got == "" {
			t.Errorf("%s: %q, complete %v", text, got, ok)
		}
	}
}

func TestIncludedFilesIncludeFiles(t *testing.T) {
	files := fstest.MapFS{
		"posts/bridge.md":       {},
		"_includes/a.md":        {Data: []byte("A\n{% include b.md %}\n")},
		"_includes/b.md":        {Data: []byte("B\n")},
		"_includes/endless.md":  {Data: []byte("{% include endless.md %}\n")},
		"parts/every-page.md":   {Data: []byte("C\n")},
		"_includes/unknown.md":  {Data: []byte("{% include nowhere.md %}\n")},
		"_includes/in-html.txt": {},
	}
	for text, want := range map[string]struct {
		text     string
		complete bool
	}{
		"{% include a.md %}":       {"A\n{% include b.md %}\n\nB\n\nC\n\n", true},
		"{% include endless.md %}": {"", false},
		"{% include unknown.md %}": {"", false},
	} {
		p := &lint.Pass{Files: files, Name: "posts/bridge.md", Site: &lint.Site{Appended: []string{"parts/every-page.md"}}, Doc: parse.As("posts/bridge.md", []byte(text+"\n"), lint.Markdown, parse.Options{})}
		got, ok := resolve.Included(p)
		if ok != want.complete || ok && got != want.text {
			t.Errorf("%s: %q, complete %v", text, got, ok)
		}
	}
}

func TestFilesOfAMissingSubmoduleAreUnknown(t *testing.T) {
	files := tree("docs/bridge.md", "skin/logo/pier.svg")
	files[".gitmodules"] = &fstest.MapFile{Data: []byte("[submodule \"skin/brand\"]\n\tpath = skin/brand\n[submodule \"skin/logo\"]\n\tpath = skin/logo\n")}
	p := &lint.Pass{Files: files, Name: "docs/bridge.md", Site: generator.Named("mkdocs", ".")}
	for name, want := range map[string]resolve.Answer{
		"../skin/brand/pier.svg": resolve.Unknown, // not checked out
		"../skin/logo/pier.svg":  resolve.Found,
		"../skin/logo/toll.svg":  resolve.Missing,
		"../skin/toll.svg":       resolve.Missing,
	} {
		if got := resolve.File(p, name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}

func TestGeneratedFilesAreNotMissing(t *testing.T) {
	files := fstest.MapFS{
		"docs/guide.md":   {},
		".gitignore":      {Data: []byte("# built\n*.tmp\n/out/\n!out/kept.md\n")},
		"docs/.gitignore": {Data: []byte("/rules/\n/settings.md\nuploads\n")},
		"docs/logo.svg":   {Data: []byte("../brand/logo.svg"), Mode: fs.ModeSymlink | 0o777},
	}
	for name, want := range map[string]resolve.Answer{
		"rules/one.md":    resolve.Unknown,
		"settings.md":     resolve.Unknown,
		"logo.svg":        resolve.Unknown,
		"../out/all.md":   resolve.Unknown,
		"../out/kept.md":  resolve.Missing,
		"cost.md":         resolve.Missing,
		"more/rules/a.md": resolve.Missing,
		"uploads/a.png":   resolve.Missing,
		"a.tmp":           resolve.Missing,
	} {
		p := &lint.Pass{Files: files, Name: "docs/guide.md", Site: generator.Named("mkdocs", ".")}
		if got := resolve.File(p, name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
