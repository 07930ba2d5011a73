package generator

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// jekyll: jekyllrb.com. Hexo's configuration file has the same name; see [hexo].
func jekyll() generator {
	return generator{
		Name: "jekyll", Title: "Jekyll",
		Markers: files("_config.yml", "_config.yaml", "_config.toml"), Weak: files("_posts"),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: markdownSuffixes("index.md", "index.html", "README.md"),
				Relative: lint.RelativeToAddress, Routed: true, Routing: lint.RoutesNamed,
			},
			Includes: []lint.Include{
				{Open: "{% include", Folders: []string{"_includes"}},
				{Open: "{% include_cached", Folders: []string{"_includes"}},
				{Open: "{% include_relative", Relative: true},
			},
			HeadingIDs: []lint.IDStyle{lint.IDKramdown, lint.IDGitHub},
			Places: places(
				named(lint.KindPage, "*"),
				named(lint.KindFragment, "_*"), // Jekyll makes no pages from them
				under(lint.KindArticle, "_posts", "_drafts"),
				in(lint.KindTemplate, "_layouts", "_plugins"),
				in(lint.KindFragment, "_includes", "_sass", "_data"),
				in(lint.KindAsset, "_site", "vendor", "assets"),
			),
			Inherited: true, TitleInName: true, Dates: lint.DateInName,
		},
		Static: []string{"."},
		Code:   []string{"_plugins"},
		Fields: parse.Fields{
			lint.RoleImage:   {"image.path", "header.image", "header.teaser", "header.overlay_image"},
			lint.RoleUpdated: {"last_modified_at"},
		},
		Unbuilt:   []string{"exclude"},
		Output:    "destination",
		configure: configureJekyll,
		inherited: jekyllDefaults,
	}
}

// configureJekyll reads the collections, the include folders and the source folder.
func configureJekyll(site *Instance, s settings.Map) {
	for _, key := range s.Keys("collections.") {
		name, _, _ := strings.Cut(key, ".")
		dir := path.Join(s["collections_dir"], "_"+name)
		switch {
		case name == "posts" || name == "drafts" || s["collections."+name+".output"] == "true":
			site.articles(dir)
		default: // without output, its drafts have no pages of their own
			if _, err := strconv.Atoi(name); err == nil {
				dir = path.Join(s["collections_dir"], "_"+s["collections."+name])
			}
			site.Places = append(site.Places, lint.Place{Kind: lint.KindRecord, Folder: dir})
		}
	}
	if dir := s["includes_dir"]; dir != "" {
		site.Includes[0].Folders = append(site.Includes[0].Folders, dir)
	}
	if dir := s["source"]; dir != "" && path.Clean(dir) != "." {
		site.content(dir)
		site.Served = append(site.Served, dir)
	}
	if strings.EqualFold(s["markdown"], "commonmark") || strings.EqualFold(s["markdown"], "gfm") {
		site.HeadingIDs = []lint.IDStyle{lint.IDGitHub}
	}
}

// jekyllDefaults reads the defaults in _config.yml, a list of scopes with values. Narrower
// scopes take precedence over wider ones, and later ones over earlier ones.
func jekyllDefaults(files *repository.Files, site *Instance, dir string) (all []parse.Inherited) {
	s := files.Settings(site.Marker)
	type scope struct {
		prefix string
		narrow int
	}
	var scopes []scope
	for i := range 100 {
		prefix := "defaults." + strconv.Itoa(i) + "."
		if len(s.Keys(prefix)) == 0 {
			break
		}
		within := strings.Trim(s[prefix+"scope.path"], "/")
		rel := strings.TrimPrefix(strings.TrimPrefix(dir, site.Base), "/")
		if strings.Contains(within, "*") || within != "" && rel != within && !strings.HasPrefix(rel, within+"/") || !ofType(s[prefix+"scope.type"], rel) {
			continue
		}
		scopes = append(scopes, scope{prefix, len(within)})
	}
	slices.Reverse(scopes)
	slices.SortStableFunc(scopes, func(a, b scope) int { return b.narrow - a.narrow })
	for _, sc := range scopes {
		all = append(all, fieldsOf(s, sc.prefix+"values.", site.Marker)...)
	}
	return all
}

// ofType reports whether drafts in a folder have a Jekyll type: posts, drafts, pages, or a
// collection.
func ofType(kind, dir string) bool {
	in := func(name string) bool { return strings.Contains("/"+dir+"/", "/"+name+"/") }
	switch kind {
	case "":
		return true
	case "pages":
		return !strings.Contains("/"+dir, "/_")
	case "posts":
		return in("_posts") || in("_drafts")
	}
	return in("_" + kind)
}

// bridgetown: bridgetownrb.com, a fork of Jekyll.
func bridgetown() generator {
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
		in(lint.KindAsset, "output"),
	)
	g.Static = []string{"src"}
	return g
}
