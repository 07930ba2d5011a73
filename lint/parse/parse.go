// Package parse turns the bytes of a draft into a [lint.Document].
//
// Every format goes the same way. The encoding is settled; package frontmatter reads the
// metadata and package fields says which field plays which role; package template masks
// template tags by bytes of the same number; one of the packages markdown, html and
// plain walks the rest once and writes through the builder of package build. Masking
// rather than removing is what keeps every offset true.
//
// Parsing never fails and never panics on purpose: what cannot be read becomes a
// [lint.Problem] with its place, and the rest is read all the same. The packages below
// this one are its parts; everybody else comes in here.
package parse

import (
	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse/fields"
	"github.com/copychief/copychief/lint/parse/quota"
	"github.com/copychief/copychief/lint/parse/template"
)

// Options say how drafts of a repository are to be read. The zero value reads
// with all defaults.
type Options struct {
	Fields     fields.Names                  // names of metadata fields by role; nil means DefaultFields
	Hosts      []string                      // own hosts, for telling internal links from external ones
	Shortcodes map[string]template.Shortcode // template tags by name, beside the built-in ones
	Located    string                        // the language that the layout of the site gives to a draft; "" if none
	Language   string                        // of drafts that do not declare one; "" means that of the text
	Keyphrase  string                        // of drafts that do not declare one
	Limits     quota.Limits                  // zero fields mean the defaults

	// Inherited are fields that the site gives to a draft whose own metadata lacks them.
	Inherited []Inherited

	// Assigned gives the keyphrases that the repository has for a draft which
	// declares none; slug is the one that the draft declares, or "". It may be nil.
	// It must be safe for many goroutines.
	Assigned func(slug string) Keyphrases

	// Detect tells the language of a draft by its text, where nothing else does; "" where
	// the text does not tell. It may be nil, and must be safe for many goroutines.
	Detect func(*lint.Document) string
}

// Keyphrases are what an article is to be found for.
type Keyphrases struct {
	Primary   string // "" for none
	Secondary []string
}

// FormatOf returns the format that a file name stands for; ok is false where
// copychief does not read such files.
func FormatOf(name string) (f lint.Format, ok bool) { return lint.FormatOf(name) }

// Fields gives names of metadata fields by role, the preferred first.
type Fields = fields.Names

// Limits guard a run against hostile or broken input.
type Limits = quota.Limits

// DefaultFields returns the names under which each role is looked for.
func DefaultFields() Fields { return fields.Default() }

// Shortcode says what a template tag is and which of its arguments matter.
type Shortcode = template.Shortcode
