package site

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// mkdocs: mkdocs.org, including the blog plugin of Material for MkDocs.
func mkdocs() Generator {
	return Generator{
		Name: "mkdocs", Title: "MkDocs", Markers: files("mkdocs.yml", "mkdocs.yaml", "zensical.toml"),
		Site: lint.Site{
			Content: []string{"docs"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"docs"}}},
				Suffixes: markdownSuffixes("index.md", "README.md"),
				Relative: lint.RelativeToEither, Routed: true,
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
		Articles:  []string{"docs"},
		inherited: metaFile(".meta.yml"),
		Unbuilt:   []string{"exclude_docs", "plugins.exclude.glob", "plugins.exclude.regex"},
		configure: configureMkDocs,
	}
}

// configureMkDocs reads the folders, the style of heading ids, the files that are added to
// every page, and the language.
func configureMkDocs(f *Found, s settings) {
	if dir := s["docs_dir"]; dir != "" {
		f.content(dir)
		f.static = []string{dir}
		for i := range f.Includes {
			f.Includes[i].Folders = append(f.Includes[i].Folders, dir)
		}
	}
	if strings.Contains(s.joined("markdown_extensions"), "pymdownx.slugs") {
		f.HeadingIDs = []lint.IDStyle{lint.IDGitHub, lint.IDPythonMarkdown}
	}
	for _, key := range s.keys("markdown_extensions.") {
		if strings.Contains(key, ".base_path") {
			f.Includes[0].Folders = append(f.Includes[0].Folders, path.Clean(s["markdown_extensions."+key]))
		}
		if strings.Contains(key, ".auto_append.") {
			f.Appended = append(f.Appended, path.Clean(s["markdown_extensions."+key]))
		}
	}
	for _, key := range s.keys("hooks.") {
		f.code = append(f.code, path.Clean(s["hooks."+key]))
	}
	if dir := path.Clean(s["theme.custom_dir"]); dir != "." && local(dir) { // its files go to the root of the site
		f.Links.Prefixes = slices.Clone(f.Links.Prefixes)
		f.Links.Prefixes[0].Folders = append(slices.Clone(f.Links.Prefixes[0].Folders), dir)
		f.Places = append(f.Places, lint.Place{Kind: lint.KindTemplate, Folder: dir})
	}
	plugins := s.joined("plugins")
	f.Links.Named = strings.Contains(plugins, "autorefs") || strings.Contains(plugins, "mkdocstrings") || len(f.code) > 0
	f.language(s["theme.language"])
}
