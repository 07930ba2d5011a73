package lint

import (
	"fmt"
	"path"
	"strings"
)

// Format is a kind of draft. What a format is called, which files are of it and what
// it can carry stands in one table below: everything else asks it, or is tested
// against it.
type Format uint8

// The formats copychief reads.
const (
	Markdown Format = iota
	HTML
	PlainText
	formatCount
)

// Ability is something that a draft of a format can hold or say. Rules ask a document
// what it can rather than what it is, so that a further format fits in without them.
type Ability uint16

// The abilities that rules ask for.
const (
	// HoldsImages: images can stand in it.
	HoldsImages Ability = 1 << iota
	// LinksWords: a link can be put on words, and say more than its address.
	LinksWords
	// ParagraphsByLines: line breaks divide its blocks, so whoever deletes a block
	// deletes the breaks behind it.
	ParagraphsByLines
	// MarksHeadings: its headings are marked as such, not guessed by their looks.
	MarksHeadings
	// MetadataInHead: metadata stands in elements of a head rather than above the text.
	MetadataInHead
	// TitleBecomesHeading: a site sets the title in the metadata as the first heading.
	TitleBecomesHeading
	// NamesPage: a site makes the address of the page of the name of the file.
	NamesPage
	// LinksByReference: brackets may name an address that is defined elsewhere.
	LinksByReference
	// ListsAttributes: braces behind a link may list its attributes.
	ListsAttributes
	// HoldsHTML: it may hold HTML beside markup of its own.
	HoldsHTML
)

// formats is the table of formats, by [Format].
var formats = [formatCount]struct {
	name       string
	extensions []string // in lower case, the usual one first
	can        Ability
	heading    func(level int, words string) string // nil where a heading cannot be written
}{
	Markdown: {
		name: "markdown", extensions: []string{".md", ".markdown", ".mdx"},
		can: HoldsImages | LinksWords | ParagraphsByLines | MarksHeadings | TitleBecomesHeading |
			NamesPage | LinksByReference | ListsAttributes | HoldsHTML,
		heading: func(level int, words string) string { return strings.Repeat("#", level) + " " + words },
	},
	HTML: {
		name: "html", extensions: []string{".html", ".htm"},
		can:     HoldsImages | LinksWords | MarksHeadings | MetadataInHead,
		heading: func(level int, words string) string { return fmt.Sprintf("<h%d>%s</h%d>", level, words, level) },
	},
	PlainText: {
		name: "text", extensions: []string{".txt"},
		can: ParagraphsByLines | TitleBecomesHeading,
	},
}

// String returns the lower-case name of the format.
func (f Format) String() string { return formats[f].name }

// Extensions returns the extensions of files of the format, in lower case with their
// dot, the usual one first.
func (f Format) Extensions() []string { return append([]string(nil), formats[f].extensions...) }

// Can reports whether drafts of the format have all of the abilities.
func (f Format) Can(a Ability) bool { return formats[f].can&a == a }

// Heading returns words, which are markup of the format already, as a heading of a level;
// ok is false where the format has no way to write one.
func (f Format) Heading(level int, words string) (markup string, ok bool) {
	if formats[f].heading == nil {
		return "", false
	}
	return formats[f].heading(level, words), true
}

// Can reports whether the draft has all of the abilities.
func (d *Document) Can(a Ability) bool { return d.Format.Can(a) }

// FormatOf returns the format that a file name stands for, in whatever case its
// extension is written; ok is false where copychief does not read such files.
func FormatOf(name string) (f Format, ok bool) {
	ext := path.Ext(name)
	for f := range formatCount {
		for _, known := range formats[f].extensions {
			if len(ext) == len(known) && strings.EqualFold(ext, known) {
				return f, true
			}
		}
	}
	return PlainText, false
}

// Formats returns all formats.
func Formats() []Format {
	all := make([]Format, formatCount)
	for f := range all {
		all[f] = Format(f)
	}
	return all
}

// Extensions returns the extensions of all drafts, in lower case with their dot.
func Extensions() (all []string) {
	for f := range formatCount {
		all = append(all, formats[f].extensions...)
	}
	return all
}

// ExtensionList returns the extensions of all drafts as part of a sentence:
// ".md, .htm and .txt".
func ExtensionList() string {
	all := Extensions()
	last := len(all) - 1
	return strings.Join(all[:last], ", ") + " and " + all[last]
}

// NamePatterns returns patterns of the names of all drafts: "*.md".
func NamePatterns() []string {
	all := Extensions()
	for i := range all {
		all[i] = "*" + all[i]
	}
	return all
}
