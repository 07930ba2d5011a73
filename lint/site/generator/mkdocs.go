package generator

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// mkdocs: mkdocs.org, including the blog plugin of Material for MkDocs.
func mkdocs() generator {
	return generator{
		Name: "mkdocs", Title: "MkDocs", Markers: files("mkdocs.yml", "mkdocs.yaml", "zensical.toml"),
		Site: lint.Site{
			Content: []string{"docs"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"docs"}}},
				Suffixes: markdownSuffixes("index.md", "README.md"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesMounted,
			},
			Includes: []lint.Include{
				{Open: "--8<--", Folders: []string{".", "docs"}},
				{Open: "{% include", Folders: []string{"docs", ".", "overrides", "includes"}, Relative: true},
				{Open: "{% include-markdown", Folders: []string{"docs"}, Relative: true},
				{Open: "{!", Folders: []string{".", "docs"}, Relative: true},
			},
			HeadingIDs: []lint.IDStyle{lint.IDPythonMarkdown},
			Places: places(
				in(lint.KindArticle, "docs"),
				[]lint.Place{{Kind: lint.KindSection, Folder: "docs", Name: "index.md"}},
				under(lint.KindFragment, "snippets", "includes", "_snippets", "_includes"),
				in(lint.KindTemplate, "overrides"),
				in(lint.KindAsset, "site"),
			),
			Inherited: true, TitleInName: true,
		},
		Static:    []string{"docs"},
		inherited: metaFile(".meta.yml"),
		Unbuilt:   []string{"exclude_docs", "plugins.exclude.glob", "plugins.exclude.regex"},
		Output:    "site_dir",
		configure: configureMkDocs,
	}
}

// configureMkDocs reads the folders, the style of heading ids, the files that are added to
// every page, and the language.
func configureMkDocs(site *Instance, s settings.Map) {
	if dir := s["docs_dir"]; dir != "" {
		site.content(dir)
		site.Served = []string{dir}
		for i := range site.Includes {
			site.Includes[i].Folders = append(site.Includes[i].Folders, dir)
		}
	}
	if strings.Contains(s.Joined("markdown_extensions"), "pymdownx.slugs") {
		site.HeadingIDs = []lint.IDStyle{lint.IDGitHub, lint.IDPythonMarkdown}
	}
	for _, key := range s.Keys("markdown_extensions.") {
		if strings.Contains(key, ".base_path") {
			site.Includes[0].Folders = append(site.Includes[0].Folders, path.Clean(s["markdown_extensions."+key]))
		}
		if strings.Contains(key, ".auto_append.") {
			site.Appended = append(site.Appended, path.Clean(s["markdown_extensions."+key]))
		}
	}
	for _, key := range s.Keys("hooks.") {
		site.Code = append(site.Code, path.Clean(s["hooks."+key]))
	}
	if dir := path.Clean(s["theme.custom_dir"]); dir != "." && repository.IsLocal(dir) { // its files go to the root of the site
		site.Links.Prefixes = slices.Clone(site.Links.Prefixes)
		site.Links.Prefixes[0].Folders = append(slices.Clone(site.Links.Prefixes[0].Folders), dir)
		site.Places = append(site.Places, lint.Place{Kind: lint.KindTemplate, Folder: dir})
	}
	plugins := s.Joined("plugins")
	site.Links.Named = strings.Contains(plugins, "autorefs") || strings.Contains(plugins, "mkdocstrings") || len(site.Code) > 0
	site.language(s["theme.language"])
}
