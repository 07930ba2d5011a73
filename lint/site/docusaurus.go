package site

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// docusaurus: docusaurus.io. Files and folders whose names begin with an underscore are
// parts of pages.
func docusaurus() Generator {
	return Generator{
		Name: "docusaurus", Title: "Docusaurus", Markers: scripts("docusaurus.config"), Dependencies: []string{"@docusaurus/core"},
		Site: lint.Site{
			Content: []string{"docs", "blog", "src/pages", "."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{
					{Text: "pathname:///", Folders: []string{"static"}}, {Text: "@site/", Folders: []string{"."}},
					{Text: "@theme/"}, {Text: "@docs/", Folders: []string{"docs"}}, {Text: "@docusaurus/"},
					{Text: "/", Folders: []string{"static", ".", "docs", "blog", "src/pages"}},
				},
				Suffixes: markdownSuffixes("index.md", "index.mdx", "README.md"),
				Relative: lint.RelativeToEither, Routed: true,
			},
			HeadingIDs: []lint.IDStyle{lint.IDGitHub},
			Places: places(
				in(lint.KindArticle, "docs", "blog", "i18n"),
				in(lint.KindArchived, "versioned_docs"), // documentation of old versions, copied by a command
				in(lint.KindPage, "src/pages"),
				in(lint.KindTemplate, "src/components", "src/theme"),
				in(lint.KindAsset, "static", "build"),
				named(lint.KindFragment, "_*"),
				under(lint.KindFragment, "_*"),
			),
			TitleInName: true, Description: lint.DescriptionFromText, Dates: lint.DateInName | lint.DateInPath | lint.DateOfFile,
		},
		Static:   []string{"static"},
		Articles: []string{"docs", "blog", "src/pages", "i18n"},
		Fields: parse.Fields{
			lint.RoleUpdated: {"last_update"},
			lint.RoleAuthors: {"last_update.author"},
		},
		Unbuilt:   []string{"exclude"},
		configure: configureLocales,
	}
}

// configureLocales reads the languages of a site from the lists in its configuration
// script.
func configureLocales(f *Found, s settings) {
	f.language(s["defaultlocale"])
	for _, key := range s.keys("locales.") {
		f.language(s["locales."+key])
	}
}
