package generator

import (
	"github.com/copychief/copychief/lint"
)

// next: Next.js with pages in MDX. Each site chooses its folders and its style of heading
// ids.
func next() generator {
	src := []string{"src", "."}
	return generator{
		Name: "next", Title: "Next.js", Markers: scripts("next.config"), Dependencies: []string{"next"},
		Site: lint.Site{
			Content: []string{"app", "src/app", "pages", "src/pages", "content", "."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "~/", Folders: src}, {Text: "@/", Folders: src}, {Text: "/", Folders: []string{"public", "pages", "src/pages", "content", "app", "src/app", "."}}},
				Suffixes: markdownSuffixes("page.mdx", "page.md", "page.tsx", "index.md", "index.mdx", "index.tsx"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
			},
			Places: places(
				in(lint.KindArticle, "app", "src/app", "pages", "src/pages", "content", "posts", "blog", "src/content", "data", "_posts"),
				in(lint.KindTemplate, "components", "src/components", "layouts", "src/layouts"),
				in(lint.KindAsset, "public", "out"),
			),
		},
		Static:    []string{"public"},
		configure: configureLocales,
	}
}

// nuxt: nuxt.com with its content module.
func nuxt() generator {
	return generator{
		Name: "nuxt", Title: "Nuxt", Markers: scripts("nuxt.config"), Dependencies: []string{"nuxt", "@nuxt/content"},
		Site: lint.Site{
			Content: []string{"content"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{
					{Text: "~~/", Folders: []string{"."}}, {Text: "@@/", Folders: []string{"."}}, {Text: "~/", Folders: []string{".", "app", "src"}},
					{Text: "@/", Folders: []string{".", "app", "src"}}, {Text: "/", Folders: []string{"public", "static", "content"}},
				},
				Suffixes: markdownSuffixes("index.md"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
			},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places:     places(in(lint.KindArticle, "content"), in(lint.KindAsset, "public", "static", "dist"), in(lint.KindTemplate, "components", "layouts")),
			Inherited:  true,
		},
		Static:    []string{"public", "static"},
		configure: configureLocales,
	}
}
