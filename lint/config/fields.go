package config

import (
	"reflect"

	"go.yaml.in/yaml/v4"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config/strict"
	"github.com/copychief/copychief/lint/parse"
)

// roleNames are the names of the roles of metadata fields in a configuration.
var roleNames = [lint.Roles]string{
	lint.RoleTitle:       "title",
	lint.RoleHeadline:    "headline",
	lint.RoleDescription: "description",
	lint.RoleKeyphrase:   "keyphrase",
	lint.RoleSynonyms:    "synonyms",
	lint.RoleSlug:        "slug",
	lint.RoleDate:        "date",
	lint.RoleUpdated:     "updated",
	lint.RoleAuthors:     "authors",
	lint.RoleTags:        "tags",
	lint.RoleImage:       "image",
	lint.RoleImageAlt:    "image_alt",
	lint.RoleCanonical:   "canonical",
	lint.RoleDraft:       "draft",
	lint.RoleLanguage:    "language",
	lint.RoleSources:     "sources",
	lint.RoleSecondary:   "secondary",
}

// fields reads the names of metadata fields for each role.
func fields(d *decoder, n *yaml.Node) parse.Fields {
	if n == nil {
		return nil
	}
	out := parse.Fields{}
	d.Pairs(n, "“fields”", func(key, value *yaml.Node) {
		for role, name := range roleNames {
			if name == key.Value {
				var names []string
				d.List(value, reflect.ValueOf(&names).Elem(), strict.Quoted(name))
				out[lint.Role(role)] = names
				return
			}
		}
		d.Fail(key, "%s", Unknown("field role", key.Value, roleNames[:]))
	})
	return out
}

// RoleName returns the name of a role in a configuration.
func RoleName(role lint.Role) string { return roleNames[role] }
