package generator

import "github.com/copychief/copychief/lint"

// bookdown: bookdown.org. It joins the chapters before it builds the pages of a book, so
// that a link to a section needs no path, whatever chapter the section is in.
func bookdown() generator {
	return generator{
		Name: "bookdown", Title: "bookdown", Markers: files("_bookdown.yml", "_bookdown.yaml"),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: []string{"", ".Rmd", ".md", ".html"},
			},
			Places:    places(named(lint.KindArticle, "*"), named(lint.KindFragment, "_*"), in(lint.KindAsset, "_book", "docs")),
			Rewritten: true,
		},
		Static:  []string{"."},
		Unbuilt: []string{"rmd_files"},
		Output:  "output_dir",
	}
}
