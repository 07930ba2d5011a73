package generator

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// hugo: gohugo.io. The older name of its configuration, config.toml, is also used by other
// programs, so the file must contain a key that is specific to Hugo.
func hugo() generator {
	markers := data("hugo")
	markers = append(markers, data("config/_default/hugo")...)
	markers = append(markers, data("config/_default/config")...)
	markers = append(markers, data("config", "baseurl", "languagecode", "defaultcontentlanguage", "contentdir")...)
	return generator{
		Name: "hugo", Title: "Hugo", Markers: markers,
		Weak: []marker{{File: "content/_index.md"}, {File: "content", Beside: []string{"archetypes", "layouts"}}},
		Site: lint.Site{
			Content: []string{"content"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"content", "static", "assets"}}},
				Suffixes: markdownSuffixes("index.md", "_index.md", "index.html"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesNamed,
			},
			Includes: []lint.Include{
				{Open: "{{% readfile", Folders: []string{"content", "."}, Relative: true},
				{Open: "{{< readfile", Folders: []string{"content", "."}, Relative: true},
				{Open: "{{% include", Folders: []string{"content", "."}, Relative: true, Suffixes: []string{"", ".md"}},
				{Open: "{{< include", Folders: []string{"content", "."}, Relative: true, Suffixes: []string{"", ".md"}},
			},
			HeadingIDs: []lint.IDStyle{lint.IDHugo},
			Places: places(
				in(lint.KindArticle, "content"),
				[]lint.Place{{Kind: lint.KindFragment, Folder: "content", Under: "_*"}, {Kind: lint.KindSection, Folder: "content", Name: "_index*"}},
				in(lint.KindTemplate, "archetypes", "layouts", "themes"),
				in(lint.KindFragment, "assets", "data", "i18n"),
				in(lint.KindAsset, "static", "public", "resources"),
			),
			Inherited: true, Typographer: true,
		},
		Static: []string{"static"},
		Fields: parse.Fields{
			lint.RoleDescription: {"params.summary"},
			lint.RoleAuthors:     {"params.author.name"},
			lint.RoleImage:       {"params.cover", "params.featured_image"},
			lint.RoleUpdated:     {"params.lastmod"},
			lint.RoleTitle:       {"params.seo_title"},
		},
		Unbuilt:   []string{"ignorefiles"},
		Output:    "publishdir",
		configure: configureHugo,
		inherited: cascade,
	}
}

// configureHugo reads the folders, the languages and the style of heading ids.
func configureHugo(site *Instance, s settings.Map) {
	site.mainLanguage(s)
	site.language(s["defaultcontentlanguage"])
	if dir := s["contentdir"]; dir != "" {
		site.content(dir)
	}
	for _, key := range s.Keys("languages.") {
		code, rest, _ := strings.Cut(key, ".")
		site.language(code)
		if rest == "contentdir" {
			site.content(s["languages."+key])
		}
	}
	if len(s.Keys("permalinks.")) == 0 && len(s.Keys("module.mounts.")) == 0 {
		site.Links.Routing = lint.RoutesMounted
	}
	for _, theme := range append([]string{s["theme"]}, s.Keys("theme.")...) {
		if _, listed := s["theme."+theme]; listed {
			theme = s["theme."+theme]
		}
		if theme != "" {
			site.Links.Prefixes[0].Folders = append(site.Links.Prefixes[0].Folders, path.Join("themes", theme, "static"))
		}
	}
	if dir := s["staticdir"]; dir != "" {
		site.Served = []string{dir}
	}
	for _, key := range s.Keys("staticdir.") {
		site.Served = append(site.Served, s["staticdir."+key])
	}
	switch s["markup.goldmark.parser.autoheadingidtype"] {
	case "github-ascii":
		site.HeadingIDs = []lint.IDStyle{lint.IDHugoASCII}
	case "blackfriday":
		site.HeadingIDs = []lint.IDStyle{lint.IDHugoBlackfriday}
	}
	if strings.Contains(s.Joined("frontmatter.date"), ":filename") {
		site.Dates |= lint.DateInName
	}
	if s["enablegitinfo"] == "true" {
		site.Dates |= lint.DateOfFile
	}
}

// cascade reads the metadata that Hugo's sections pass on to their pages.
func cascade(files *repository.Files, site *Instance, dir string) (all []parse.Inherited) {
	for _, d := range foldersUpward(site, dir) {
		name := path.Join(d, "_index.md")
		if !files.Has(d, "_index.md") {
			continue
		}
		doc := parse.Head(name, files.Head(name, 1<<14, false), parse.Options{})
		for i := range doc.Meta.Fields {
			field := &doc.Meta.Fields[i]
			rest, ok := strings.CutPrefix(strings.ToLower(field.Name), "cascade.")
			if !ok || strings.HasPrefix(rest, "_target") || strings.HasPrefix(rest, "target.") || field.Value().Len() == 0 {
				continue
			}
			var values []string
			for _, v := range field.Values {
				values = append(values, v.Plain())
			}
			all = append(all, parse.Inherited{Name: rest, Values: values, Where: name})
		}
	}
	return append(all, fieldsOf(site.Configuration(files), "cascade.", site.Marker)...)
}
