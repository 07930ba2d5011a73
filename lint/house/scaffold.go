package house

import (
	"embed"
	"strings"
)

//go:embed scaffold/*.yml scaffold/*.csv
var scaffolds embed.FS

// ScaffoldKinds returns the kinds of rules that [Scaffold] writes, the usual one first.
func ScaffoldKinds() []string {
	return []string{"replace", "phrases", "spelling", "one-of", "pattern", "capitals", "limit", "require", "forbid", "glossary"}
}

// Scaffold returns a pack with one rule of a kind, with comments and examples, to start from.
// The name must be valid (see [ValidName]) and the kind one of [ScaffoldKinds].
func Scaffold(name, kind string) ([]byte, error) {
	content, err := scaffolds.ReadFile("scaffold/" + kind + ".yml")
	if err != nil {
		return nil, err
	}
	text := strings.Replace(string(content), "rules test NAME", "rules test "+name, 1)
	text = strings.Replace(text, "glossary: style/NAME.csv", "glossary: style/"+name+".csv", 1)
	return []byte(strings.Replace(text, "\n  NAME:", "\n  "+name+":", 1)), nil
}

// ScaffoldTable returns the table that a rule of a kind needs beside its pack, or nil.
func ScaffoldTable(kind string) []byte {
	content, err := scaffolds.ReadFile("scaffold/" + kind + ".csv")
	if err != nil {
		return nil
	}
	return content
}
