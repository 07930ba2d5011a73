package generator

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/settings"
)

// nikola: getnikola.com. Its configuration is named conf.py, as Sphinx's is.
func nikola() generator {
	return generator{
		Name: "nikola", Title: "Nikola",
		Markers: []marker{{File: "conf.py", Words: []string{"BLOG_TITLE", "SITE_URL", "nikola"}}},
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{
					{Text: "link://filename/", Folders: []string{"."}}, {Text: "link://"},
					{Text: "/images/", Folders: []string{"images"}}, {Text: "/listings/", Folders: []string{"listings"}},
					{Text: "/galleries/", Folders: []string{"galleries"}}, {Text: "/", Folders: []string{"files", "."}},
				},
				Suffixes: markdownSuffixes("index.md"),
				Relative: lint.RelativeToAddress, Routed: true, Routing: lint.RoutesNamed,
			},
			HeadingIDs: []lint.IDStyle{lint.IDPythonMarkdown, lint.IDDocutils},
			Places: places(
				in(lint.KindArticle, "posts", "blog"),
				in(lint.KindPage, "pages", "stories"),
				in(lint.KindTemplate, "templates", "themes"),
				in(lint.KindAsset, "files", "output", "listings", "galleries"),
			),
		},
		Static: []string{"files", "."},
		Output: "output_folder",
		configure: func(site *Instance, s settings.Map) {
			site.language(s["default_lang"])
			for _, key := range s.Keys("posts.") {
				if dir, _, ok := strings.Cut(s["posts."+key], "/*"); ok {
					site.articles(dir)
				}
			}
		},
	}
}
