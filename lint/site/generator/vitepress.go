package generator

import (
	"path"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/settings"
)

// vitepress: vitepress.dev. The site is in the folder that contains .vitepress, often
// docs.
func vitepress() generator {
	var markers []marker
	markers = append(markers, scripts(".vitepress/config")...)
	markers = append(markers, scripts(".vitepress/config/index")...)
	return generator{
		Name: "vitepress", Title: "VitePress", Markers: append(markers, files(".vitepress")...),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "@/", Folders: []string{"."}}, {Text: "/", Folders: []string{"public", "."}}},
				Suffixes: markdownSuffixes("index.md"),
				Relative: lint.RelativeToFile, Routing: lint.RoutesMirrored, Checked: true,
			},
			Includes:   []lint.Include{{Open: "<!--@include:", Folders: []string{"."}, Relative: true}, {Open: "<!-- @include:", Folders: []string{"."}, Relative: true}},
			HeadingIDs: []lint.IDStyle{lint.IDVitePress},
			Places: places(
				named(lint.KindArticle, "*"),
				in(lint.KindAsset, "public"),
				[]lint.Place{{Kind: lint.KindSection, Folder: ".", Name: "index.md"}},
				under(lint.KindFragment, "snippets", "parts", "partials", "_*"),
			),
			Dates: lint.DateOfFile,
		},
		Static:  []string{"public"},
		Fields:  parse.Fields{lint.RoleImage: {"image", "hero.image.src", "hero.image"}},
		Unbuilt: []string{"srcexclude"},
		Output:  "outdir",
		configure: func(site *Instance, s settings.Map) {
			if dir := path.Clean(s["srcdir"]); dir != "." {
				site.content(dir)
				site.Served = []string{path.Join(dir, "public"), "public"}
			}
			site.language(s["lang"])
			site.Links.Bases = basesOf(s["base"])
			if s["rewrites"] != "" {
				site.Links.Routing = lint.RoutesMounted
			}
			if ignored := s["ignoredeadlinks"]; ignored != "" && ignored != "false" {
				site.Links.Checked = false
			}
		},
	}
}

// vuepress: the predecessor of VitePress.
func vuepress() generator {
	g := vitepress()
	g.Name, g.Title = "vuepress", "VuePress"
	g.Markers = append(append(scripts(".vuepress/config"), data(".vuepress/config")...), files(".vuepress")...)
	g.Dependencies = []string{"vuepress"}
	g.Site.Links.Prefixes = []lint.Prefix{
		{Text: "~@/", Folders: []string{"."}}, {Text: "@source/", Folders: []string{"."}}, {Text: "@alias/"}, {Text: "~"}, {Text: "@/", Folders: []string{"."}},
		{Text: "/", Folders: []string{".vuepress/public", "."}},
	}
	g.Site.Links.Suffixes = markdownSuffixes("README.md", "index.md")
	g.Site.HeadingIDs = []lint.IDStyle{lint.IDVitePress, lint.IDMarkdownIt}
	g.Site.Places = append(g.Site.Places, lint.Place{Kind: lint.KindSection, Folder: ".", Name: "README.md"})
	g.Site.Links.Routing, g.Site.Links.Checked = lint.RoutesMounted, false // a page may have a permalink
	g.Static = []string{".vuepress/public"}
	return g
}
