package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/settings"
)

// hexo: hexo.io. Its configuration file has the same name as Jekyll's, so the file must
// also have settings that are specific to Hexo.
func hexo() generator {
	beside := []string{"scaffolds", "source/_posts"}
	return generator{
		Name: "hexo", Title: "Hexo",
		Markers:      []marker{{File: "_config.yml", Beside: beside}, {File: "_config.yaml", Beside: beside}},
		Dependencies: []string{"hexo"},
		Site: lint.Site{
			Content: []string{"source"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"source"}}},
				Suffixes: markdownSuffixes("index.md"),
				Relative: lint.RelativeToEither, OwnFolder: true, Routed: true, Routing: lint.RoutesNamed,
			},
			Includes:   []lint.Include{{Open: "{% include_code", Folders: []string{"source/downloads/code"}}},
			HeadingIDs: []lint.IDStyle{lint.IDHexo},
			Places: places(
				in(lint.KindPage, "source"),
				in(lint.KindArticle, "source/_posts", "source/_drafts"),
				in(lint.KindTemplate, "scaffolds", "themes"),
				in(lint.KindFragment, "source/_data"),
				in(lint.KindAsset, "public"),
			),
			Typographer: true, Description: lint.DescriptionFromText, Dates: lint.DateInName | lint.DateOfFile,
		},
		Static:    []string{"source"},
		Unbuilt:   []string{"exclude", "ignore"},
		Output:    "public_dir",
		configure: func(site *Instance, s settings.Map) { site.language(s["language"]) },
	}
}
