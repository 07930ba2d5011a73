package kind

import (
	_ "embed"
	"slices"
	"strings"
)

// references returns how the pages begin that programs make of code, tests and fonts, and tools the
// names of such programs, with which their pages say what made them, one per line of a list.
var (
	//go:embed references.txt
	referenceList string
	//go:embed tools.txt
	toolList string

	references, tools = phrases(referenceList), phrases(toolList)
)

// isReference reports whether a page of HTML without front matter is one of a reference that a program
// made from code, of its report on tests, or of the characters of a font, by its beginning.
func isReference(beginning string) bool {
	beginning = strings.ToLower(beginning)
	if _, tag, found := strings.Cut(beginning, `name="generator"`); found {
		_, by, _ := strings.Cut(tag[:strings.IndexByte(tag+">", '>')], `content="`)
		if slices.ContainsFunc(tools(), func(tool string) bool {
			rest, is := strings.CutPrefix(by, tool)
			return is && (rest == "" || strings.IndexByte(`" /-_:.`, rest[0]) >= 0)
		}) {
			return true
		}
	}
	return slices.ContainsFunc(references(), func(phrase string) bool { return strings.Contains(beginning, phrase) })
}
