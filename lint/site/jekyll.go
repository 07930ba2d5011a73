package site

import (
	"path"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// jekyll: jekyllrb.com. Hexo's configuration file has the same name; see [hexo].
func jekyll() Generator {
	return Generator{
		Name: "jekyll", Title: "Jekyll",
		Markers: files("_config.yml", "_config.yaml", "_config.toml"), Weak: files("_posts"),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: markdownSuffixes("index.md", "index.html", "README.md"),
				Relative: lint.RelativeToAddress, Routed: true,
			},
			Includes: []lint.Include{
				{Open: "{% include", Folders: []string{"_includes"}},
				{Open: "{% include_cached", Folders: []string{"_includes"}},
				{Open: "{% include_relative", Relative: true},
			},
			HeadingIDs: []lint.IDStyle{lint.IDKramdown, lint.IDGitHub},
			Places: places(
				named(lint.KindPage, "*"),
				named(lint.KindFragment, "_*"), // Jekyll makes no pages of them
				under(lint.KindArticle, "_posts", "_drafts"),
				in(lint.KindTemplate, "_layouts", "_plugins"),
				in(lint.KindFragment, "_includes", "_sass", "_data"),
				in(lint.KindAsset, "_site", "vendor", "assets"),
			),
			Inherited: true, TitleInName: true, Dates: lint.DateInName,
		},
		Static:   []string{"."},
		Code:     []string{"_plugins"},
		Articles: []string{"_posts", "_drafts"},
		Fields: parse.Fields{
			lint.RoleImage:   {"image.path", "header.image", "header.teaser", "header.overlay_image"},
			lint.RoleUpdated: {"last_modified_at"},
		},
		Unbuilt:   []string{"exclude"},
		configure: configureJekyll,
		inherited: jekyllDefaults,
	}
}

// configureJekyll reads the collections, the include folders and the source folder.
func configureJekyll(f *Found, s settings) {
	for _, key := range s.keys("collections.") {
		name, _, _ := strings.Cut(key, ".")
		dir := path.Join(s["collections_dir"], "_"+name)
		switch {
		case name == "posts" || name == "drafts" || s["collections."+name+".output"] == "true":
			f.articles(dir)
		default: // without output, its drafts have no pages of their own
			if _, err := strconv.Atoi(name); err == nil {
				dir = path.Join(s["collections_dir"], "_"+s["collections."+name])
			}
			f.Places = append(f.Places, lint.Place{Kind: lint.KindRecord, Folder: dir})
		}
	}
	if dir := s["includes_dir"]; dir != "" {
		f.Includes[0].Folders = append(f.Includes[0].Folders, dir)
	}
	if dir := s["source"]; dir != "" && path.Clean(dir) != "." {
		f.content(dir)
		f.static = append(f.static, dir)
	}
	if strings.EqualFold(s["markdown"], "commonmark") || strings.EqualFold(s["markdown"], "gfm") {
		f.HeadingIDs = []lint.IDStyle{lint.IDGitHub}
	}
}

// bridgetown: bridgetownrb.com, a fork of Jekyll.
func bridgetown() Generator {
	g := jekyll()
	g.Name, g.Title = "bridgetown", "Bridgetown"
	g.Weak = nil
	g.Markers = files("bridgetown.config.yml", "config/initializers.rb")
	g.Site.Content = []string{"src"}
	g.Site.Links.Prefixes = []lint.Prefix{{Text: "/", Folders: []string{"src"}}}
	g.Site.Includes = []lint.Include{{Open: "{% render", Folders: []string{"src/_components", "src/_partials"}, Suffixes: []string{"", ".liquid"}}}
	g.Site.Places = places(
		named(lint.KindPage, "*"),
		under(lint.KindArticle, "_posts", "_drafts"),
		in(lint.KindTemplate, "src/_layouts", "plugins"),
		in(lint.KindFragment, "src/_components", "src/_partials", "src/_data"),
	)
	g.Static = []string{"src"}
	return g
}
