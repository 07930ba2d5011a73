package generator

import "github.com/copychief/copychief/lint"

// franklin: franklinjl.org. Its configuration, config.md, and its metadata are code of
// Julia.
func franklin() generator {
	return generator{
		Name: "franklin", Title: "Franklin",
		Markers: []marker{{File: "config.md", Beside: []string{"_layout", "utils.jl"}}},
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/assets/", Folders: []string{"_assets"}}, {Text: "/", Folders: []string{"."}}},
				Suffixes: markdownSuffixes("index.md"),
				Relative: lint.RelativeToAddress, Routed: true, Routing: lint.RoutesNamed,
			},
			Places: places(
				in(lint.KindTemplate, "_layout"),
				in(lint.KindAsset, "_assets", "_css", "_libs", "_rss", "__site"),
				named(lint.KindTemplate, "config.md"),
			),
		},
		Static: []string{"_assets", "."},
	}
}
