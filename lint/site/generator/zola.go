package generator

import (
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/settings"
)

// zola: getzola.org. The name of its configuration, config.toml, is also used by other
// programs, so the file must contain a key that is specific to Zola.
func zola() generator {
	return generator{
		Name: "zola", Title: "Zola",
		Markers: []marker{{File: "config.toml", Keys: []string{"base_url"}}, {File: "zola.toml"}},
		Weak:    []marker{{File: "content/_index.md", Words: []string{"sort_by =", "paginate_by =", "page_template =", "generate_feed"}}},
		Site: lint.Site{
			Content: []string{"content"},
			Links: lint.SiteLinks{
				Prefixes: []lint.Prefix{{Text: "@/", Folders: []string{"content"}}, {Text: "/", Folders: []string{"static", "content"}}},
				Suffixes: markdownSuffixes("index.md", "_index.md"),
				Relative: lint.RelativeToEither, Routed: true, Routing: lint.RoutesMounted,
			},
			HeadingIDs: []lint.IDStyle{lint.IDZola},
			Places: places(
				in(lint.KindArticle, "content"),
				[]lint.Place{{Kind: lint.KindSection, Folder: "content", Name: "_index*"}},
				in(lint.KindTemplate, "templates", "themes"),
				in(lint.KindAsset, "static", "public", "sass"),
			),
			Dates: lint.DateInName,
		},
		Static: []string{"static"},
		Fields: parse.Fields{
			lint.RoleDescription: {"extra.summary"},
			lint.RoleTags:        {"taxonomies.keywords", "taxonomies.topics", "taxonomies.categories"},
			lint.RoleAuthors:     {"taxonomies.author", "extra.author.name"},
			lint.RoleImage:       {"extra.cover.image", "extra.thumbnail", "extra.banner", "extra.hero", "extra.og_image", "extra.social_media_card", "extra.header_image"},
			lint.RoleImageAlt:    {"extra.image_alt", "extra.cover_alt", "extra.cover.alt"},
			lint.RoleUpdated:     {"extra.updated"},
			lint.RoleLanguage:    {"extra.lang"},
		},
		Unbuilt: []string{"ignored_content"},
		Output:  "output_dir",
		configure: func(site *Instance, s settings.Map) {
			site.language(s["default_language"])
			for _, key := range s.Keys("languages.") {
				code, _, _ := strings.Cut(key, ".")
				site.language(code)
			}
			if a := s["slugify.anchors"]; a == "safe" || a == "off" {
				site.HeadingIDs = nil // nearly the text itself
			}
		},
	}
}
