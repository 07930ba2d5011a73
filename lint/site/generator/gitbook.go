package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/settings"
)

// gitbook: gitbook.com, and the open-source program that preceded it.
func gitbook() generator {
	return generator{
		Name: "gitbook", Title: "GitBook",
		Markers: files(".gitbook.yaml", ".gitbook.yml", ".gitbook", "book.json"), Weak: []marker{{File: "SUMMARY.md", Beside: []string{"README.md"}}},
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: markdownSuffixes("README.md"),
			},
			Includes:   []lint.Include{{Open: "{% include", Folders: []string{"."}, Relative: true}, {Open: "{% content-ref", Folders: []string{"."}, Relative: true}},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places: places(
				named(lint.KindArticle, "*"),
				named(lint.KindSection, "README.md", "SUMMARY.md", "GLOSSARY.md"),
				under(lint.KindFragment, "includes", "_includes"),
				in(lint.KindAsset, "_book"),
			),
			Dates: lint.DateOfFile,
		},
		configure: func(site *Instance, s settings.Map) {
			if dir := s["root"]; dir != "" {
				site.content(dir)
			}
		},
	}
}

// mdbook: Rust's book generator, which reads a SUMMARY.md as GitBook does.
func mdbook() generator {
	return generator{
		Name: "mdbook", Title: "mdBook", Markers: files("book.toml"),
		Site: lint.Site{
			Content: []string{"src"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"src"}}},
				Suffixes: []string{"", ".md", "/README.md", "/index.md"},
			},
			Includes:   []lint.Include{{Open: "{{#include", Relative: true}, {Open: "{{#rustdoc_include", Relative: true}, {Open: "{{#playground", Relative: true}},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places:     places(in(lint.KindArticle, "src"), []lint.Place{{Kind: lint.KindSection, Folder: "src", Name: "SUMMARY.md"}, {Kind: lint.KindSection, Folder: "src", Name: "README.md"}}, in(lint.KindTemplate, "theme"), in(lint.KindAsset, "book")),
			Dates:      lint.DateOfFile, Description: lint.DescriptionNowhere,
		},
		Static: []string{"src"},
		Output: "build.build-dir",
		configure: func(site *Instance, s settings.Map) {
			if dir := s["book.src"]; dir != "" {
				site.content(dir)
				site.Served = []string{dir}
			}
			site.language(s["book.language"])
		},
	}
}
