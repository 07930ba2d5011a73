package generator

import (
	"path"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// sphinx: sphinx-doc.org with Markdown through MyST.
func sphinx() generator {
	return generator{
		Name: "sphinx", Title: "Sphinx",
		Markers: append(files("myst.yml"), marker{File: "conf.py", Words: []string{"extensions", "html_theme", "master_doc", "root_doc", "source_suffix", "sphinx"}}),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "project:/", Folders: []string{"."}}, {Text: "path:/", Folders: []string{"."}}, {Text: "project:", Beside: true, Folders: []string{"."}}, {Text: "inv:"}, {Text: "/", Folders: []string{"."}}},
				Suffixes: []string{"", ".md", ".rst", ".ipynb", ".html"},
				Labels:   true,
			},
			Includes:   []lint.Include{{Open: "```{include}", Folders: []string{"."}, Relative: true}, {Open: ":::{include}", Folders: []string{"."}, Relative: true}},
			HeadingIDs: []lint.IDStyle{lint.IDMyST, lint.IDDocutils, lint.IDGitHub},
			Places: places(
				named(lint.KindArticle, "*"),
				named(lint.KindSection, "index.md"),
				in(lint.KindTemplate, "_templates", "templates"),
				in(lint.KindAsset, "_static", "_build"),
				under(lint.KindFragment, "_includes", "includes", "_snippets"),
			),
			Typographer: true, Dates: lint.DateOfFile,
		},
		Static: []string{"."},
		Fields: parse.Fields{
			lint.RoleDescription: {"myst.html_meta.description", "html_meta.description", "myst.html_meta.description lang=en"},
			lint.RoleTags:        {"myst.html_meta.keywords", "html_meta.keywords"},
		},
		Unbuilt: []string{"exclude_patterns", "project.exclude", "sphinx.config.exclude_patterns"},
		configure: func(site *Instance, s settings.Map) {
			site.language(s["language"])
			if path.Base(site.Base) == "source" { // the makefile that comes with it then builds beside this folder
				site.Places = append(site.Places, lint.Place{Kind: lint.KindAsset, Folder: "../build"})
			}
			for _, key := range [...]string{"html_extra_path.", "html_static_path."} {
				for _, rest := range s.Keys(key) { // copied to the site as they are
					if dir := path.Clean(s[key+rest]); dir != "." && repository.IsLocal(dir) {
						site.Places = append(site.Places, lint.Place{Kind: lint.KindAsset, Folder: dir})
					}
				}
			}
		},
	}
}

// jupyterBook: jupyterbook.org, based on Sphinx. Its configuration file has the same name
// as Jekyll's.
func jupyterBook() generator {
	g := sphinx()
	g.Name, g.Title = "jupyter-book", "Jupyter Book"
	g.Markers = []marker{{File: "_config.yml", Beside: []string{"_toc.yml"}}}
	g.Site.Notebooks = true
	return g
}

// quarto: quarto.org, based on Pandoc. It copies pages of HTML as they are.
func quarto() generator {
	return generator{
		Name: "quarto", Title: "Quarto", Markers: files("_quarto.yml", "_quarto.yaml"),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: []string{"", ".qmd", ".md", ".ipynb", ".html", "/index.qmd", "/index.md"},
			},
			Includes:  []lint.Include{{Open: "{{< include", Folders: []string{"."}, Relative: true}},
			Places:    places(named(lint.KindArticle, "*"), named(lint.KindFragment, "_*"), in(lint.KindAsset, "_site", "_book")),
			Inherited: true, Typographer: true, Notebooks: true, Markdown: true,
		},
		Static:    []string{"."},
		inherited: metaFile("_metadata.yml"),
		Fields:    parse.Fields{lint.RoleUpdated: {"date-modified"}, lint.RoleTitle: {"pagetitle"}},
		Unbuilt:   []string{"project.render"},
		Output:    "project.output-dir",
		configure: func(site *Instance, s settings.Map) {
			site.language(s["lang"])
			site.Book = s["project.type"] == "book"
		},
	}
}
