package generator

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint/parse"
)

// generatorNames returns the names to look for in drafts of a generator: the usual names,
// followed by those specific to the generator.
func generatorNames(g *generator) parse.Fields {
	if len(g.Fields) == 0 {
		return nil
	}
	names := parse.Fields{}
	usual := parse.DefaultFields()
	for role, own := range g.Fields {
		names[role] = slices.Clone(usual[role])
		for _, n := range own {
			names[role] = AddName(names[role], n)
		}
	}
	return names
}

// AddName adds a name to a list unless the list contains it.
func AddName(names []string, name string) []string {
	if slices.ContainsFunc(names, func(n string) bool { return Fold(n) == Fold(name) }) {
		return names
	}
	return append(names, name)
}

// Fold converts a field name to the form in which names are compared: in lower case, without
// hyphens, underscores and spaces.
func Fold(name string) string {
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789.") == "" {
		return name
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}
