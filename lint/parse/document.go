package parse

import "github.com/copychief/copychief/lint"

// Parse reads a draft. path decides the format and is what findings show;
// content is not changed. It always returns a document: what could not be read
// stands in Problems.
func Parse(path string, content []byte, o Options) *lint.Document {
	return ParseAs(path, content, lint.PlainText, o)
}

// ParseAs reads a draft in a given format, whatever its name.
func ParseAs(path string, content []byte, format lint.Format, o Options) *lint.Document {
	return &lint.Document{Source: lint.NewSource(path, content), Format: format, Language: "en"}
}
