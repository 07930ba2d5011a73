package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/settings"
)

// docusaurus: docusaurus.io. Files and folders whose names begin with an underscore are
// parts of pages.
func docusaurus() generator {
	return generator{
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
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesMounted, Checked: true,
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
		Static: []string{"static"},
		Fields: parse.Fields{
			lint.RoleUpdated: {"last_update"},
			lint.RoleAuthors: {"last_update.author"},
		},
		Unbuilt: []string{"exclude"},
		configure: func(site *Instance, s settings.Map) {
			configureLocales(site, s)
			if set := s["onbrokenlinks"]; set != "" && set != "throw" {
				site.Links.Checked = false
			}
		},
	}
}

// configureLocales reads the languages of a site from the lists in its configuration
// script.
func configureLocales(site *Instance, s settings.Map) {
	site.Links.Bases = append(basesOf(s["base"]), basesOf(s["baseurl"])...)
	site.language(s["defaultlocale"])
	for _, key := range s.Keys("locales.") {
		site.language(s["locales."+key])
	}
}
