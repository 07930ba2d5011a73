package generator

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/settings"
)

// obsidian: a vault of notes, which link to each other by name.
func obsidian() generator {
	return generator{
		Name: "obsidian", Title: "Obsidian", Weak: files(".obsidian"),
		Site: lint.Site{
			Content: []string{"."},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"."}}},
				Suffixes: []string{"", ".md"},
				Wiki:     true,
			},
			HeadingIDs: []lint.IDStyle{lint.IDObsidian, lint.IDGitHub},
			Places:     places(named(lint.KindArticle, "*"), under(lint.KindTemplate, "templates", "Templates", "_templates")),
			Dates:      lint.DateOfFile, TitleInName: true,
		},
		Static: []string{"."},
		Fields: parse.Fields{
			lint.RoleDate:    {"date created", "created"},
			lint.RoleUpdated: {"date modified"},
		},
	}
}

// quartz: quartz.jzhao.xyz, which publishes an Obsidian vault.
func quartz() generator {
	g := obsidian()
	g.Name, g.Title = "quartz", "Quartz"
	g.Markers, g.Weak = scripts("quartz.config"), nil
	g.Site.Content, g.Site.Typographer = []string{"content"}, true
	g.Site.Links.Prefixes = []lint.Prefix{{Text: "/", Folders: []string{"content"}}}
	g.Site.Links.Suffixes = []string{"", ".md", "/index.md"}
	g.Site.Places = places(in(lint.KindArticle, "content"), []lint.Place{{Kind: lint.KindSection, Folder: "content", Name: "index.md"}},
		under(lint.KindTemplate, "templates"), in(lint.KindProject, "docs"), in(lint.KindAsset, "public"))
	g.Static = []string{"content"}
	g.configure = func(site *Instance, s settings.Map) {
		site.AddHost("https://"+s["baseurl"], site.Marker)
		site.language(s["locale"])
	}
	return g
}
