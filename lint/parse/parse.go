// Package parse turns the bytes of a draft into a [lint.Document].
//
// All formats use the same pipeline. First the encoding is determined. Package
// frontmatter reads the metadata, and package fields determines which field plays which
// role. Package template masks template tags with the same number of bytes. One of the
// packages markdown, html and plain then walks over the rest once and writes through
// the builder of package build. A file that is not text is converted first: package word
// makes HTML of a Word file, and package notebook Markdown of a notebook.
//
// Parsing never returns an error and never panics deliberately: anything that cannot be
// read becomes a [lint.Problem] with its position, and the rest is still read. Other
// packages import only this one, not the packages below it. The trade-off: masking
// needs a copy of the draft, where removing the tags would not, but it keeps every
// offset valid.
package parse

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/template"
)

// Options say how the drafts of a repository are read. The zero value means all
// defaults.
type Options struct {
	Fields     fields.Names                  // names of metadata fields by role; nil means DefaultFields
	Hosts      []string                      // the site's own hosts, to tell internal links from external ones
	Shortcodes map[string]template.Shortcode // template tags by name, in addition to the built-in ones
	Located    string                        // the language that the site's folder layout implies for a draft, or ""
	Language   string                        // for drafts that declare none; "" means the language of the text
	Keyphrase  string                        // for drafts that declare none
	Limits     quota.Limits                  // zero fields mean the defaults
	Tagger     lint.Tagger                   // of the documents; nil for the model that is part of the program

	// Inherited are fields that the site sets for drafts whose own metadata lacks them.
	Inherited []Inherited

	// Assigned returns the keyphrases that the repository has for a draft that declares
	// none; slug is the slug that the draft declares, or "". Assigned may be nil. It
	// must be safe for concurrent use.
	Assigned func(slug string) Keyphrases

	// Detect returns the language of a draft according to its text and to the language
	// that is declared for it, which may be ""; or "" if it is unclear. It may be nil and
	// must be safe for concurrent use.
	Detect func(d *lint.Document, declared string) string
}

// Keyphrases are the search phrases that an article targets.
type Keyphrases struct {
	Primary   string // "" if there is none
	Secondary []string
}

// FormatOf returns the format for a file name; ok is false if copychief does not read
// such files.
func FormatOf(name string) (f lint.Format, ok bool) { return lint.FormatOf(name) }

// Fields lists the names of metadata fields for each role, in order of preference.
type Fields = fields.Names

// Limits protect a run against hostile or broken input.
type Limits = quota.Limits

// DefaultFields returns the default names for each role.
func DefaultFields() Fields { return fields.Default() }

// Shortcode says what a template tag is and which of its arguments matter.
type Shortcode = template.Shortcode

// FileLimit returns the maximum size in bytes of a file of a format, given the limit for the
// text of a draft. An archive may be larger than the text in it.
func FileLimit(limit int, format lint.Format) int { return quota.Bytes(limit, format) }
