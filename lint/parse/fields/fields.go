// Package fields says which metadata field plays which role.
//
// Repositories call one thing by many names ("seo_title", "metaTitle", "title"), and
// front matter, header lines and the head of a page name it differently again. All
// of them come here with the fields they have read. For each role there is a list of
// names, the preferred first; names are compared in a folded form, in which case,
// hyphens and underscores do not count. A preferred name that is written but empty
// yields to a later one with a value.
package fields

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
)

// Default returns the names under which each role is looked for, the
// preferred first. Case and the difference between hyphen, underscore and camel
// case do not count: "seoTitle", "seo-title" and "SEO_Title" are one name.
func Default() Names {
	return Names{
		lint.RoleTitle:       {"seo_title", "meta_title", "seo.title", "meta.title", "title", "headline"},
		lint.RoleHeadline:    {"title", "headline"},
		lint.RoleDescription: {"meta_description", "seo_description", "seo.description", "meta.description", "description", "summary", "excerpt", "deck", "dek", "subtitle", "params.description", "extra.description"},
		lint.RoleKeyphrase:   {"keyphrase", "focus_keyphrase", "focus_keyword", "seo.keyphrase", "seo.focus_keyphrase", "keyword", "keyphrases", "--keyphrase"},
		lint.RoleSynonyms:    {"keyphrase_synonyms", "synonyms"},
		lint.RoleSecondary:   {"secondary_keyphrases", "related_keyphrases", "keyphrases"},
		lint.RoleSlug:        {"slug", "permalink", "url"},
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

// claim says that a field name plays a role, and how much it is preferred.
type claim struct {
	role lint.Role
	rank int
}

// defaultClaims leads folded names to the roles they play by default.
var defaultClaims = sync.OnceValue(func() map[string][]claim {
	claims := map[string][]claim{}
	for role, names := range Default() {
		for rank, name := range names {
			claims[Fold(name)] = append(claims[Fold(name)], claim{role, rank})
		}
	}
	return claims
})

// candidate is the best field found for a role so far.
type candidate struct {
	field, rank   int
	found, filled bool
}

// Assign says which field plays which role. The names that own gives
// replace the defaults of their role. The first preferred name with a value that
// is not empty wins; where all are empty, the first that is written at all.
func Assign(meta *lint.Meta, own Names) {
	if len(meta.Fields) == 0 {
		return
	}
	var best [lint.Roles]candidate
	for i := range meta.Fields {
		name := Fold(meta.Fields[i].Name)
		for _, c := range defaultClaims()[name] {
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

// assignMetaElements takes what VitePress and VuePress write of the elements of a page's
// head for the fields that they are: a list of maps with a name and a content each.
func assignMetaElements(meta *lint.Meta, own Names) {
	for _, list := range [...]string{"meta", "head"} {
		names, contents := lint.None, lint.None
		for i := range meta.Fields {
			switch meta.Fields[i].Name {
			case list + ".name":
				names = i
			case list + ".content":
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

// Knows reports whether a field name plays a role, by default or by the names that
// own gives.
func Knows(name string, own Names) bool {
	name = Fold(name)
	if len(defaultClaims()[name]) > 0 {
		return true
	}
	for _, names := range own {
		if slices.ContainsFunc(names, func(known string) bool { return Fold(known) == name }) {
			return true
		}
	}
	return false
}

// Roles returns the roles that a field of a name plays, by default or by the names that
// own gives in place of the defaults.
func Roles(name string, own Names) (roles []lint.Role) {
	name = Fold(name)
	for _, c := range defaultClaims()[name] {
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

// SplitLists makes a list of what is one: tags, synonyms and further keyphrases that
// are written as one value with commas. The item of a list that has one may hold a
// comma.
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

// consider takes a field where it is better than the one found before.
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

// Find returns the index of the field that plays a role under one of the
// names wanted, the preferred first, or -1. names are the folded names of the
// fields; where nothing is filled, the first that is written at all counts.
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

// assignUnpublished takes Jekyll's "published: false" for a draft field.
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

// Fold brings a field name into the form in which names are compared: lower
// case, without hyphens, underscores and spaces.
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

// Names gives names of metadata fields by role, the preferred first.
type Names map[lint.Role][]string
