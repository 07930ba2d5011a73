package generator

import (
	"github.com/copychief/copychief/lint"
)

// gatsby: gatsbyjs.com. The content is in the folders that gatsby-source-filesystem reads.
func gatsby() generator {
	return generator{
		Name: "gatsby", Title: "Gatsby", Markers: scripts("gatsby-config"), Dependencies: []string{"gatsby"},
		Site: lint.Site{
			Content: []string{"content", "src/pages", "."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "@/", Folders: []string{"src"}}, {Text: "~/", Folders: []string{"src", "."}}, {Text: "/", Folders: []string{"static", "content", "src/pages"}}},
				Suffixes: markdownSuffixes("index.md", "index.mdx"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
			},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub, lint.IDSlugify},
			Places: places(
				in(lint.KindArticle, "content", "blog", "posts", "src/content", "src/posts", "src/markdown"),
				in(lint.KindPage, "src/pages"),
				in(lint.KindTemplate, "src/components", "src/templates"),
				in(lint.KindAsset, "static", "public"),
			),
		},
		Static: []string{"static"},
	}
}
