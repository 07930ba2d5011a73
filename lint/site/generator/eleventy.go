package generator

import (
	"path"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// eleventy: 11ty.dev. Each site chooses its folders in a configuration script, of which
// only plain assignments are read.
func eleventy() generator {
	return generator{
		Name: "eleventy", Title: "Eleventy",
		Markers:      append(scripts("eleventy.config"), files(".eleventy.js", ".eleventy.cjs", ".eleventy.mjs")...),
		Dependencies: []string{"@11ty/eleventy"},
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{".", "public", "static", "src"}}},
				Suffixes: markdownSuffixes("index.md", "index.html", "index.njk", "index.liquid"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
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
		inherited: folderData,
		Unbuilt:   []string{"ignores.add"},
		Output:    "output",
		configure: func(site *Instance, s settings.Map) {
			input := path.Clean(s["input"])
			if input == "." {
				return
			}
			site.content(input)
			for i := range site.Includes {
				for _, dir := range []string{s["includes"], "_includes"} {
					if dir != "" {
						site.Includes[i].Folders = append(site.Includes[i].Folders, path.Join(input, dir))
					}
				}
			}
		},
	}
}

// folderData reads the data files of Eleventy's folders: posts/posts.json,
// posts/posts.11tydata.js.
func folderData(files *repository.Files, site *Instance, dir string) (all []parse.Inherited) {
	for _, d := range foldersUpward(site, dir) {
		for _, extension := range []string{".11tydata.json", ".11tydata.yaml", ".11tydata.yml", ".json", ".yaml", ".yml", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"} {
			base := path.Base(d) + extension
			if files.Has(d, base) {
				name := path.Join(d, base)
				all = append(all, fieldsOf(files.Settings(name), "", name)...)
			}
		}
	}
	return all
}
