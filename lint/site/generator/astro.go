package generator

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// astro: astro.build. Templates use the aliases "~/" and "@/" for src.
func astro() generator {
	src := []string{"src", "."}
	return generator{
		Name: "astro", Title: "Astro", Markers: scripts("astro.config"), Dependencies: []string{"astro"},
		Site: lint.Site{
			Content: []string{"src/content", "src/pages"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{
					{Text: "@assets/", Folders: []string{"src/assets"}}, {Text: "@content/", Folders: []string{"src/content"}},
					{Text: "~/", Folders: src}, {Text: "@/", Folders: src}, {Text: "@components/"}, {Text: "@layouts/"},
					{Text: "/", Folders: []string{"public", ".", "src/pages", "src/content"}},
				},
				Suffixes: markdownSuffixes("index.md", "index.mdx", "index.astro"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
			},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places: places(
				in(lint.KindArticle, "src/content", "src/data", "content"),
				in(lint.KindPage, "src/pages"),
				in(lint.KindTemplate, "src/components", "src/layouts"),
				in(lint.KindAsset, "public", "dist"),
			),
			Typographer: true,
		},
		Static: []string{"public"},
		Fields: parse.Fields{
			lint.RoleDate:     {"pubDate", "pubDatetime", "publishDate"},
			lint.RoleUpdated:  {"updatedDate", "modDatetime", "lastUpdated"},
			lint.RoleImage:    {"heroImage", "heroImage.src", "ogImage", "image.src", "cover", "hero.image.file"},
			lint.RoleImageAlt: {"heroImageAlt", "heroImage.alt", "image.alt", "coverAlt", "hero.image.alt"},
		},
		configure: configureLocales,
	}
}

// starlight: Astro's documentation theme. src/content/docs is served from the root.
func starlight() generator {
	g := astro()
	g.Name, g.Title, g.Dependencies = "starlight", "Starlight", nil
	for i := range g.Markers {
		g.Markers[i].Words = []string{"starlight("}
	}
	g.Site.Content = []string{"src/content/docs"}
	g.Site.Links.Prefixes[len(g.Site.Links.Prefixes)-1].Folders = []string{"public", "src/content/docs", "src/pages", "."}
	g.Site.Links.Routing = lint.RoutesMirrored
	g.Site.Dates = lint.DateOfFile
	return g
}

// basesOf returns the prefixes of addresses on a site that is not at the root of its host.
func basesOf(base string) []string {
	if base = strings.Trim(base, "/"); base == "" || strings.ContainsAny(base, ":{$") {
		return nil
	}
	return []string{"/" + base}
}
