package lint

import (
	"fmt"
	"path"
	"strings"
)

// Format is the file format of a draft. The table below has the name, file extensions and
// abilities of each format; everything else uses it or is tested against it.
type Format uint8

// The formats copychief reads.
const (
	Markdown Format = iota
	HTML
	PlainText
	Word
	Notebook
	formatCount
)

// Ability is a feature of a format. Rules check abilities rather than formats, so that they
// need not change when a format is added.
type Ability uint16

// The abilities that rules ask for.
const (
	// HoldsImages: drafts can contain images.
	HoldsImages Ability = 1 << iota
	// LinksWords: links can have a text other than the address.
	LinksWords
	// ParagraphsByLines: blocks are separated by line breaks, so deleting a block includes
	// the line breaks after it.
	ParagraphsByLines
	// MarksHeadings: headings have markup; they are not guessed.
	MarksHeadings
	// MetadataInHead: metadata is in elements of a head, not before the text.
	MetadataInHead
	// MetadataOptional: a draft without any metadata is complete, because its metadata may be
	// elsewhere: a part of a page, a file whose system asks for them.
	MetadataOptional
	// TitleBecomesHeading: sites show the title in the metadata as the first heading.
	TitleBecomesHeading
	// NamesPage: sites derive the address of a page from the file name.
	NamesPage
	// LinksByReference: brackets may refer to an address that is defined elsewhere.
	LinksByReference
	// ListsAttributes: braces after a link may list its attributes.
	ListsAttributes
	// HoldsHTML: drafts may contain HTML in addition to the format's own markup.
	HoldsHTML
	// Packed: the file holds more than its text, so its size says little about that of the text,
	// its lines mean nothing to the author, and it is not written back. In a repository that has
	// drafts of other formats, such files are downloads as a rule.
	Packed
)

// formats is the table of formats, by [Format].
var formats = [formatCount]struct {
	name       string
	extensions []string // in lower case, most common first; two parts, such as ".md.erb", for a template that produces the format
	can        Ability
	heading    func(level int, words string) string // nil if the format has no markup for headings
}{
	Markdown: {
		name: "markdown", extensions: []string{".md", ".markdown", ".mdx", ".mkd", ".mdown", ".mdwn", ".markdn", ".qmd", ".rmd", ".mdoc", ".md.erb", ".markdown.erb", ".md.njk", ".md.liquid"},
		can: HoldsImages | LinksWords | ParagraphsByLines | MarksHeadings | TitleBecomesHeading |
			NamesPage | LinksByReference | ListsAttributes | HoldsHTML,
		heading: func(level int, words string) string { return strings.Repeat("#", level) + " " + words },
	},
	HTML: {
		name: "html", extensions: []string{".html", ".htm", ".xhtml", ".htm5"},
		can:     HoldsImages | LinksWords | MarksHeadings | MetadataInHead | MetadataOptional,
		heading: func(level int, words string) string { return fmt.Sprintf("<h%d>%s</h%d>", level, words, level) },
	},
	PlainText: {
		name: "text", extensions: []string{".txt"},
		can: ParagraphsByLines | TitleBecomesHeading,
	},
	Word: {
		name: "word", extensions: []string{".docx", ".docm"},
		can: HoldsImages | LinksWords | MarksHeadings | MetadataInHead | MetadataOptional | Packed,
	},
	Notebook: {
		name: "notebook", extensions: []string{".ipynb"},
		can: HoldsImages | LinksWords | ParagraphsByLines | MarksHeadings | TitleBecomesHeading |
			LinksByReference | HoldsHTML | MetadataOptional | Packed,
		heading: func(level int, words string) string { return strings.Repeat("#", level) + " " + words },
	},
}

// String returns the lower-case name of the format.
func (f Format) String() string { return formats[f].name }

// Extensions returns the file extensions of the format, in lower case, with a dot, most
// common first.
func (f Format) Extensions() []string { return append([]string(nil), formats[f].extensions...) }

// Can reports whether drafts of the format have all of the abilities.
func (f Format) Can(a Ability) bool { return formats[f].can&a == a }

// Heading returns words, which must be markup of the format, as a heading of a level; ok is
// false if the format has no markup for headings.
func (f Format) Heading(level int, words string) (markup string, ok bool) {
	if formats[f].heading == nil {
		return "", false
	}
	return formats[f].heading(level, words), true
}

// FormatOf returns the format of a file by the end of its name, ignoring case; ok is false if
// copychief does not read such files.
func FormatOf(name string) (f Format, ok bool) {
	f, n := formatOf(name)
	return f, n > 0
}

// formatOf returns the format of a file and the length of its extension, which is 0 if the format
// is unknown.
func formatOf(name string) (Format, int) {
	ext := path.Ext(name)
	f, n := withExtension(ext)
	if n == 0 && isEngine(ext) {
		return withExtension(name[len(name)-len(ext)-len(path.Ext(name[:len(name)-len(ext)])):])
	}
	return f, n
}

// withExtension returns the format that has an extension, and the length of that, or 0.
func withExtension(ext string) (Format, int) {
	for f := range formatCount {
		for _, known := range formats[f].extensions {
			if len(ext) == len(known) && strings.EqualFold(ext, known) {
				return f, len(ext)
			}
		}
	}
	return PlainText, 0
}

// isEngine reports whether an extension names a template engine; the extension before it is then
// that of the format it produces.
func isEngine(ext string) bool {
	for f := range formatCount {
		for _, known := range formats[f].extensions {
			if k := len(known) - len(ext); ext != "" && k > 0 && strings.LastIndexByte(known, '.') == k && strings.EqualFold(known[k:], ext) {
				return true
			}
		}
	}
	return false
}

// SuffixOf returns the end of a file name that is not part of the page's name: the extension,
// including that of a template engine and, before it, that of the published page: ".md",
// ".md.erb", ".html.md". For a file of an unknown format, it is the last extension.
func SuffixOf(name string) string {
	f, n := formatOf(name)
	if n == 0 {
		return path.Ext(name)
	}
	if f == Markdown {
		n += pageExtension(name[:len(name)-n])
	}
	return name[len(name)-n:]
}

// pageExtension returns the length of the extension of a published page at the end of a file name, or
// 0: “page.html”, but not “.html”.
func pageExtension(name string) int {
	for _, page := range [...]string{".html", ".htm"} {
		if k := len(name) - len(page); k > 0 && name[k-1] != '/' && name[k] == '.' && strings.EqualFold(name[k:], page) {
			return len(page)
		}
	}
	return 0
}

// StemOf returns the name of a file, or its path, without [SuffixOf].
func StemOf(name string) string { return name[:len(name)-len(SuffixOf(name))] }

// Formats returns all formats.
func Formats() []Format {
	all := make([]Format, formatCount)
	for f := range all {
		all[f] = Format(f)
	}
	return all
}

// Extensions returns the file extensions of all formats, in lower case, with a dot.
func Extensions() (all []string) {
	for f := range formatCount {
		all = append(all, formats[f].extensions...)
	}
	return all
}

// ExtensionList returns the file extensions of all formats as part of a sentence:
// ".md, .htm and .txt".
func ExtensionList() string {
	all := Extensions()
	last := len(all) - 1
	return strings.Join(all[:last], ", ") + " and " + all[last]
}

// NamePatterns returns patterns for the file names of all formats: "*.md".
func NamePatterns() []string {
	all := Extensions()
	for i := range all {
		all[i] = "*" + all[i]
	}
	return all
}
