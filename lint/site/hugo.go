package site

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// hugo: gohugo.io. The older name of its configuration, config.toml, is also used by other
// programs, so the file must contain a key that is specific to Hugo.
func hugo() Generator {
	markers := data("hugo")
	markers = append(markers, data("config/_default/hugo")...)
	markers = append(markers, data("config/_default/config")...)
	markers = append(markers, data("config", "baseurl", "languagecode", "defaultcontentlanguage", "contentdir")...)
	return Generator{
		Name: "hugo", Title: "Hugo", Markers: markers,
		Weak: []Marker{{File: "content/_index.md"}, {File: "content", Beside: []string{"archetypes", "layouts"}}},
		Site: lint.Site{
			Content: []string{"content"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "/", Folders: []string{"content", "static", "assets"}}},
				Suffixes: markdownSuffixes("index.md", "_index.md", "index.html"),
				Relative: lint.RelativeToEither, Routed: true,
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
		Static:   []string{"static"},
		Articles: []string{"content"},
		Fields: parse.Fields{
			lint.RoleDescription: {"params.summary"},
			lint.RoleAuthors:     {"params.author.name"},
			lint.RoleImage:       {"params.cover", "params.featured_image"},
			lint.RoleUpdated:     {"params.lastmod"},
			lint.RoleTitle:       {"params.seo_title"},
		},
		Unbuilt:   []string{"ignorefiles"},
		configure: configureHugo,
		inherited: cascade,
	}
}

// configureHugo reads the folders, the languages and the style of heading ids.
func configureHugo(f *Found, s settings) {
	f.mainLanguage(s)
	f.language(s["defaultcontentlanguage"])
	if dir := s["contentdir"]; dir != "" {
		f.content(dir)
	}
	for _, key := range s.keys("languages.") {
		code, rest, _ := strings.Cut(key, ".")
		f.language(code)
		if rest == "contentdir" {
			f.content(s["languages."+key])
		}
	}
	for _, theme := range append([]string{s["theme"]}, s.keys("theme.")...) {
		if _, listed := s["theme."+theme]; listed {
			theme = s["theme."+theme]
		}
		if theme != "" {
			f.Links.Prefixes[0].Folders = append(f.Links.Prefixes[0].Folders, path.Join("themes", theme, "static"))
		}
	}
	if dir := s["staticdir"]; dir != "" {
		f.static = []string{dir}
	}
	for _, key := range s.keys("staticdir.") {
		f.static = append(f.static, s["staticdir."+key])
	}
	switch s["markup.goldmark.parser.autoheadingidtype"] {
	case "github-ascii":
		f.HeadingIDs = []lint.IDStyle{lint.IDHugoASCII}
	case "blackfriday":
		f.HeadingIDs = []lint.IDStyle{lint.IDHugoBlackfriday}
	}
	if strings.Contains(s.joined("frontmatter.date"), ":filename") {
		f.Dates |= lint.DateInName
	}
	if s["enablegitinfo"] == "true" {
		f.Dates |= lint.DateOfFile
	}
}
