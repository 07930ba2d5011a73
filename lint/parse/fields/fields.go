// Package fields determines which metadata field plays which role.
//
// Repositories use many names for the same thing ("seo_title", "metaTitle", "title"),
// and front matter, header lines and the head of a page differ as well. The parsers of
// all of them call this package with the fields they have read. Each role has a list of
// names in order of preference. Names are compared in a folded form that ignores case,
// hyphens and underscores. A preferred name with an empty value gives way to a later
// one with a value.
package fields

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// Default returns the names for each role in order of preference. Case does not matter,
// nor the difference between hyphens, underscores and camel case: "seoTitle",
// "seo-title" and "SEO_Title" are the same name.
func Default() Names {
	return Names{
		lint.RoleTitle:       {"seo_title", "title_seo", "meta_title", "seo.title", "meta.title", "title", "title.absolute", "title.default", "headline"},
		lint.RoleHeadline:    {"title", "title.absolute", "title.default", "headline"},
		lint.RoleDescription: {"meta_description", "seo_description", "seo.description", "meta.description", "description", "summary", "excerpt", "deck", "dek", "subtitle", "params.description", "extra.description"},
		lint.RoleKeyphrase:   {"keyphrase", "focus_keyphrase", "focus_keyword", "seo.keyphrase", "seo.focus_keyphrase", "keyword", "keyphrases", "--keyphrase"},
		lint.RoleSynonyms:    {"keyphrase_synonyms", "synonyms"},
		lint.RoleSecondary:   {"secondary_keyphrases", "related_keyphrases", "keyphrases"},
		lint.RoleSlug:        {"permalink", "slug", "url"},
		lint.RoleDate:        {"date", "published", "publish_date", "published_at", "pub_date", "date_published", "date.created"},
		lint.RoleUpdated:     {"updated", "lastmod", "last_modified_at", "last_modified", "modified", "updated_date", "updated_at", "date_modified", "date.updated", "last_update.date"},
		lint.RoleAuthors:     {"authors", "author", "authors.name", "author.name", "byline", "params.author", "params.authors", "taxonomies.authors", "extra.author", "extra.authors"},
		lint.RoleTags:        {"tags", "keywords", "tag", "taxonomies.tags", "taxonomy.tag", "taxonomy.tags", "params.tags", "extra.tags"},
		lint.RoleImage:       {"image", "image.src", "image.url", "image.path", "cover", "cover.src", "cover.image", "thumbnail", "featured_image", "og_image", "images", "hero", "params.image", "extra.image", "extra.cover"},
		lint.RoleImageAlt:    {"image_alt", "image.alt", "cover_alt", "cover.alt", "thumbnail_alt", "featured_image_alt", "og_image_alt", "hero_alt"},
		lint.RoleCanonical:   {"canonical", "canonical_url", "seo.canonical"},
		lint.RoleDraft:       {"draft", "status"},
		lint.RoleLanguage:    {"lang", "language", "locale"},
		lint.RoleSources:     {"sources", "source", "references"},
	}
}

// claim is a role that a field name plays, with the rank of the name among those of the
// role.
type claim struct {
	role lint.Role
	rank int
}

// nameClaims is a folded name with the roles that it plays by default.
type nameClaims struct {
	name   string
	claims []claim
}

// defaultClaims returns the names that play a role by default, by their length: nearly all fields
// have other names, and few names are of equal length.
var defaultClaims = sync.OnceValue(func() [][]nameClaims {
	claims := map[string][]claim{}
	for role, names := range Default() {
		for rank, name := range names {
			claims[Fold(name)] = append(claims[Fold(name)], claim{role, rank})
		}
	}
	longest := 0
	for name := range claims {
		longest = max(longest, len(name))
	}
	byLength := make([][]nameClaims, longest+1)
	for name, all := range claims {
		byLength[len(name)] = append(byLength[len(name)], nameClaims{name, all})
	}
	return byLength
})

// claimsOf returns the roles that a folded name plays by default.
func claimsOf(name string) []claim {
	byLength := defaultClaims()
	if len(name) >= len(byLength) {
		return nil
	}
	for i := range byLength[len(name)] {
		if c := &byLength[len(name)][i]; c.name == name {
			return c.claims
		}
	}
	return nil
}

// candidate is the best field found for a role so far.
type candidate struct {
	field, rank   int
	found, filled bool
}

// Assign determines which field plays which role. The names in own replace the defaults
// of their role. The first preferred name with a nonempty value wins; if all values are
// empty, the first field that is present.
func Assign(meta *lint.Meta, own Names) {
	if len(meta.Fields) == 0 {
		return
	}
	var best [lint.Roles]candidate
	for i := range meta.Fields {
		name := Fold(meta.Fields[i].Name)
		for _, c := range claimsOf(name) {
			if _, replaced := own[c.role]; !replaced {
				best[c.role].consider(meta, c, i)
			}
		}
		for role, names := range own {
			for rank, n := range names {
				if Fold(n) == name {
					best[role].consider(meta, claim{role, rank}, i)
				}
			}
		}
	}
	for role, b := range best {
		if b.found {
			meta.Assign(lint.Role(role), b.field)
		}
	}
	if t, h := best[lint.RoleTitle], best[lint.RoleHeadline]; t.found && h.found && t.field == h.field {
		meta.Assign(lint.RoleHeadline, lint.None)
	}
	assignUnpublished(meta)
	assignMetaElements(meta, own)
}

// assignMetaElements treats the meta elements that VitePress and VuePress declare in
// front matter as fields: they are a list of maps with a name and a content each.
func assignMetaElements(meta *lint.Meta, own Names) {
	for _, list := range [...]string{"meta", "head"} {
		names, contents := lint.None, lint.None
		for i := range meta.Fields {
			switch key, ok := strings.CutPrefix(meta.Fields[i].Name, list); {
			case ok && key == ".name":
				names = i
			case ok && key == ".content":
				contents = i
			}
		}
		if names == lint.None || contents == lint.None || len(meta.Fields[names].Values) != len(meta.Fields[contents].Values) {
			continue
		}
		for k, name := range meta.Fields[names].Values {
			for _, role := range Roles(name.String(), own) {
				if meta.Get(role).Value().Len() == 0 && (role == lint.RoleDescription || role == lint.RoleAuthors) {
					f := meta.Fields[contents]
					f.Name, f.Values = list+"."+name.String(), f.Values[k:k+1]
					meta.Fields = append(meta.Fields, f)
					meta.Assign(role, len(meta.Fields)-1)
				}
			}
		}
	}
}

// Knows reports whether a field name plays a role, by default or according to own.
func Knows(name string, own Names) bool {
	name = Fold(name)
	if len(claimsOf(name)) > 0 {
		return true
	}
	for _, names := range own {
		if slices.ContainsFunc(names, func(known string) bool { return Fold(known) == name }) {
			return true
		}
	}
	return false
}

// Roles returns the roles that a field name plays, by default or according to the names
// in own, which replace the defaults.
func Roles(name string, own Names) (roles []lint.Role) {
	name = Fold(name)
	for _, c := range claimsOf(name) {
		if _, replaced := own[c.role]; !replaced {
			roles = append(roles, c.role)
		}
	}
	for role, names := range own {
		if slices.ContainsFunc(names, func(n string) bool { return Fold(n) == name }) {
			roles = append(roles, role)
		}
	}
	slices.Sort(roles)
	return roles
}

// SplitLists splits tags, synonyms and additional keyphrases that are written as one
// value with commas. Items of a real list are not split and may contain a comma.
func SplitLists(meta *lint.Meta, src []byte) {
	for _, role := range [...]lint.Role{lint.RoleTags, lint.RoleSynonyms, lint.RoleSecondary} {
		f := meta.Get(role)
		if len(f.Values) != 1 || strings.IndexByte(f.Values[0].String(), ',') < 0 {
			continue
		}
		start := f.Values[0].All().Start
		if start < f.Key.End || bytes.ContainsAny(src[f.Key.End:start], "[-") {
			continue
		}
		f.Values = Split(f.Values[0])
	}
}

// consider takes a field if it is better than the current candidate.
func (b *candidate) consider(meta *lint.Meta, c claim, field int) {
	f := &meta.Fields[field]
	if (c.role == lint.RoleDate || c.role == lint.RoleUpdated) && truth(f) != "" { // lastUpdated: false
		return
	}
	filled := f.Value().Len() > 0
	if !b.found || filled && !b.filled || filled == b.filled && c.rank < b.rank {
		*b = candidate{field, c.rank, true, filled}
	}
}

// Find returns the index of the field that plays a role under one of the wanted names,
// in order of preference, or -1. names are the folded names of the fields. If all
// matching fields are empty, Find returns the first one.
func Find(meta *lint.Meta, names []string, role lint.Role, wanted []string) int {
	var best candidate
	for rank, name := range wanted {
		name = Fold(name)
		for i, have := range names {
			if have == name {
				best.consider(meta, claim{role, rank}, i)
			}
		}
	}
	if !best.found {
		return lint.None
	}
	return best.field
}

// assignUnpublished treats Jekyll's "published: false" as a draft field.
func assignUnpublished(meta *lint.Meta) {
	if meta.Get(lint.RoleDraft).Present() {
		return
	}
	for i := range meta.Fields {
		if Fold(meta.Fields[i].Name) == "published" && truth(&meta.Fields[i]) == "false" {
			meta.Assign(lint.RoleDraft, i)
		}
	}
}

// truth returns "true" or "false" for a field with a Boolean value, and "" for any
// other.
func truth(f *lint.Field) string {
	switch strings.ToLower(f.Value().Plain()) {
	case "true", "yes", "on":
		return "true"
	case "false", "no", "off":
		return "false"
	}
	return ""
}

// Fold converts a field name to the form in which names are compared: lower case,
// without hyphens, underscores and spaces.
func Fold(name string) string {
	for i := range len(name) {
		if c := name[i]; c == '-' || c == '_' || c == ' ' || c >= 'A' && c <= 'Z' {
			folded := make([]byte, i, len(name))
			copy(folded, name)
			for ; i < len(name); i++ {
				switch c := name[i]; {
				case c == '-' || c == '_' || c == ' ':
				case c >= 'A' && c <= 'Z':
					folded = append(folded, c+'a'-'A')
				default:
					folded = append(folded, c)
				}
			}
			return string(folded)
		}
	}
	return name
}

// Names lists the names of metadata fields for each role, in order of preference.
type Names map[lint.Role][]string
