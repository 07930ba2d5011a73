package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/settings"
)

// docsify: docsify.js.org, which shows Markdown in the browser. Its folder has an index.html with
// the program, often in docs.
func docsify() generator {
	return generator{
		Name: "docsify", Title: "Docsify", Markers: []marker{{File: "index.html", Words: []string{"$docsify", "docsify@", "docsify.min.js", "docsify.js"}}},
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: markdownSuffixes("README.md"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesMounted,
			},
			Places: places(
				named(lint.KindArticle, "*"),
				named(lint.KindSection, "README.md"),
				named(lint.KindFragment, "_*"),
				under(lint.KindFragment, "_media", "_*"),
			),
			TitleInName: true, Dates: lint.DateOfFile, Description: lint.DescriptionNowhere,
		},
		Static: []string{"."},
	}
}

// mintlify: mintlify.com, whose pages are listed in docs.json.
func mintlify() generator {
	return generator{
		Name: "mintlify", Title: "Mintlify", Markers: append(files("mint.json"), marker{File: "docs.json", Words: []string{"mintlify", `"navigation"`}}),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: markdownSuffixes("index.mdx", "index.md", "introduction.mdx"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesMirrored,
			},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places: places(
				named(lint.KindArticle, "*"),
				in(lint.KindFragment, "snippets", "_snippets"),
				in(lint.KindAsset, "images", "logo"),
			),
			Dates: lint.DateOfFile,
		},
		Static: []string{"."},
	}
}

// writerside: jetbrains.com/writerside. The text of a link to a topic may be left out.
func writerside() generator {
	return generator{
		Name: "writerside", Title: "Writerside", Markers: files("writerside.cfg"),
		Site: lint.Site{
			Content:    []string{"topics"},
			Links:      lint.SiteLinks{Suffixes: []string{"", ".md", ".topic"}, Relative: lint.RelativeToEither, Wiki: true, Routed: true},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places:     places(in(lint.KindArticle, "topics")),
			Rewritten:  true, Dates: lint.DateOfFile,
		},
		Static: []string{"images", "topics"},
		configure: func(site *Instance, s settings.Map) {
			site.language(s["lang"])
		},
	}
}

// workbench: the Carpentries Workbench (carpentries.github.io/sandpaper-docs), which builds
// lessons. An older kind of lessons is built with Jekyll.
func workbench() generator {
	return generator{
		Name: "workbench", Title: "Carpentries Workbench", Markers: data("config", "carpentry"),
		Site: lint.Site{
			Content: []string{"episodes", "learners", "instructors", "profiles", "."},
			Links: lint.SiteLinks{
				Suffixes: []string{"", ".md", ".Rmd", ".html"},
				Relative: lint.RelativeToEither, Routed: true,
			},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places: places(
				named(lint.KindPage, "*"),
				in(lint.KindArticle, "episodes"),
				named(lint.KindFragment, "links.md"),
				in(lint.KindAsset, "site"),
				[]lint.Place{{Kind: lint.KindSection, Folder: ".", Name: "index.md"}},
				named(lint.KindProject, "instructor-notes.md", "learner-profiles.md"),
			),
			Appended: []string{"links.md"}, Dates: lint.DateOfFile, Description: lint.DescriptionNowhere, TitleInName: true,
		},
		Static: []string{"episodes", "learners", "."},
		configure: func(site *Instance, s settings.Map) {
			site.language(s["lang"])
		},
	}
}
