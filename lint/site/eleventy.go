package site

import (
	"path"

	"github.com/copychief/copychief/lint"
)

// eleventy: 11ty.dev. Each site chooses its folders in a configuration script, of which
// only plain assignments are read.
func eleventy() Generator {
	return Generator{
		Name: "eleventy", Title: "Eleventy",
		Markers:      append(scripts("eleventy.config"), files(".eleventy.js", ".eleventy.cjs", ".eleventy.mjs")...),
		Dependencies: []string{"@11ty/eleventy"},
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{".", "public", "static", "src"}}},
				Suffixes: markdownSuffixes("index.md", "index.html", "index.njk", "index.liquid"),
				Relative: lint.RelativeToEither, Routed: true,
			},
			Includes: []lint.Include{
				{Open: "{% include", Folders: []string{"_includes", "src/_includes"}, Relative: true},
				{Open: "{% render", Folders: []string{"_includes", "src/_includes"}, Relative: true, Suffixes: []string{"", ".liquid"}},
				{Open: "{% renderFile", Folders: []string{"."}, Relative: true},
			},
			HeadingIDs: []lint.IDStyle{lint.IDSlugify, lint.IDMarkdownIt, lint.IDGitHub},
			Places: places(
				under(lint.KindArticle, "posts", "blog", "articles", "news", "notes"),
				under(lint.KindTemplate, "_includes", "_layouts"),
				under(lint.KindFragment, "_data"),
				in(lint.KindAsset, "_site", "public", "dist"),
			),
			Inherited: true, Dates: lint.DateInName | lint.DateOfFile,
		},
		Static:    []string{"public", "static", "src/static", "src/public", "src", "."},
		Articles:  []string{"content", "posts", "blog", "articles", "src/content", "src/posts", "src/blog", "src/articles"},
		inherited: folderData,
		Unbuilt:   []string{"ignores.add"},
		configure: func(f *Found, s settings) {
			input := path.Clean(s["input"])
			if input == "." {
				return
			}
			f.content(input)
			for i := range f.Includes {
				for _, dir := range []string{s["includes"], "_includes"} {
					if dir != "" {
						f.Includes[i].Folders = append(f.Includes[i].Folders, path.Join(input, dir))
					}
				}
			}
		},
	}
}
