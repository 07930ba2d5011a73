package parse

import (
	"strings"

	"github.com/copychief/copychief/lint"
)

// DefaultFields returns the names under which each role is looked for, the
// preferred first. Case and the difference between hyphen, underscore and camel
// case do not count: "seoTitle", "seo-title" and "SEO_Title" are one name.
func DefaultFields() Fields {
	return Fields{
		lint.RoleTitle:       {"seo_title", "meta_title", "seo.title", "meta.title", "title", "headline"},
		lint.RoleHeadline:    {"title", "headline"},
		lint.RoleDescription: {"meta_description", "seo_description", "seo.description", "meta.description", "description", "summary", "excerpt", "deck", "dek", "subtitle"},
		lint.RoleKeyphrase:   {"keyphrase", "focus_keyphrase", "focus_keyword", "seo.keyphrase", "seo.focus_keyphrase", "keyword", "--keyphrase"},
		lint.RoleSynonyms:    {"keyphrase_synonyms", "synonyms"},
		lint.RoleSlug:        {"slug", "permalink", "url"},
		lint.RoleDate:        {"date", "published", "publish_date", "published_at", "pub_date", "date_published"},
		lint.RoleUpdated:     {"updated", "lastmod", "last_modified_at", "last_modified", "modified", "updated_date", "updated_at", "date_modified"},
		lint.RoleAuthors:     {"authors", "author", "authors.name", "author.name", "byline"},
		lint.RoleTags:        {"tags", "keywords", "tag"},
		lint.RoleImage:       {"image", "image.src", "image.url", "image.path", "cover", "cover.src", "cover.image", "thumbnail", "featured_image", "og_image", "images", "hero"},
		lint.RoleImageAlt:    {"image_alt", "image.alt", "cover_alt", "cover.alt", "thumbnail_alt", "featured_image_alt", "og_image_alt", "hero_alt"},
		lint.RoleCanonical:   {"canonical", "canonical_url", "seo.canonical"},
		lint.RoleDraft:       {"draft", "status"},
		lint.RoleLanguage:    {"lang", "language", "locale"},
		lint.RoleSources:     {"sources", "source", "references"},
	}
}

// assignRoles says which field plays which role. A name that the options give
// replaces the defaults of its role. The first preferred name with a value that
// is not empty wins; where all are empty, the first that is written at all.
func assignRoles(meta *lint.Meta, o *Options) {
	if len(meta.Fields) == 0 {
		return
	}
	names := make([]string, len(meta.Fields))
	for i := range meta.Fields {
		names[i] = foldName(meta.Fields[i].Name)
	}
	defaults := DefaultFields()
	for role := range lint.Role(lint.Roles) {
		wanted := defaults[role]
		if own, ok := o.Fields[role]; ok {
			wanted = own
		}
		if i := findField(meta, names, role, wanted); i >= 0 {
			meta.Assign(role, i)
		}
	}
	if t, h := meta.Get(lint.RoleTitle), meta.Get(lint.RoleHeadline); t.Present() && h.Key == t.Key {
		meta.Assign(lint.RoleHeadline, lint.None)
	}
	assignUnpublished(meta, names)
}

// findField returns the index of the field that plays a role, or -1.
func findField(meta *lint.Meta, names []string, role lint.Role, wanted []string) int {
	empty := -1
	for _, name := range wanted {
		name = foldName(name)
		for i, have := range names {
			if have != name || role == lint.RoleDate && truth(&meta.Fields[i]) != "" {
				continue
			}
			if meta.Fields[i].Value().Plain() != "" {
				return i
			}
			if empty < 0 {
				empty = i
			}
		}
	}
	return empty
}

// assignUnpublished takes Jekyll's "published: false" for a draft field.
func assignUnpublished(meta *lint.Meta, names []string) {
	if meta.Get(lint.RoleDraft).Present() {
		return
	}
	for i, name := range names {
		if name == "published" && truth(&meta.Fields[i]) == "false" {
			meta.Assign(lint.RoleDraft, i)
		}
	}
}

// truth returns "true" or "false" for a field that holds a truth value, "" for
// any other.
func truth(f *lint.Field) string {
	switch strings.ToLower(f.Value().Plain()) {
	case "true", "yes", "on":
		return "true"
	case "false", "no", "off":
		return "false"
	}
	return ""
}

// foldName brings a field name into the form in which names are compared.
func foldName(name string) string {
	for i := range len(name) {
		if c := name[i]; c == '-' || c == '_' || c == ' ' || c >= 'A' && c <= 'Z' {
			return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name))
		}
	}
	return name
}
