// Package parse turns the bytes of a draft into a [lint.Document].
//
// Every format goes the same way: the encoding is settled, front matter is cut
// off and read (frontmatter.go), template tags and bad bytes are masked by bytes
// of the same number (template.go), one parser walks the rest once (markdown.go,
// html.go, plain.go) and writes through one builder (builder.go). Masking rather
// than removing is what keeps every offset true.
//
// Parsing never fails and never panics on purpose: what cannot be read becomes a
// [lint.Problem] with its place, and the rest is read all the same.
package parse

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Options say how drafts of a repository are to be read. The zero value reads
// with all defaults.
type Options struct {
	Fields     Fields               // names of metadata fields by role; nil means DefaultFields
	Hosts      []string             // own hosts, for telling internal links from external ones
	Shortcodes map[string]Shortcode // template tags by name, beside the built-in ones
	Language   string               // of drafts that do not declare one; "" means "en"
	Keyphrase  string               // of drafts that do not declare one
	Limits     Limits               // zero fields mean the defaults

	// Assigned gives the keyphrases that the repository has for a draft which
	// declares none; slug is the one that the draft declares, or "". It may be nil.
	// It must be safe for many goroutines.
	Assigned func(slug string) Keyphrases
}

// Keyphrases are what an article is to be found for.
type Keyphrases struct {
	Primary   string // "" for none
	Secondary []string
}

// Fields gives names of metadata fields by role, the preferred first.
type Fields map[lint.Role][]string

// Shortcode says what a template tag is and which of its arguments matter. An
// argument is named ("src") or counted from 1 ("1"); several, divided by bars, are
// tried in turn ("src|1"). Of a link Source is the target and Alt the text; of a
// quotation, which "endNAME" or "/NAME" closes, Source is the speaker.
type Shortcode struct {
	Kind    string // image, quote, link, ignore
	Source  string
	Alt     string
	Caption string
}

// Limits guard a run against hostile or broken input. What exceeds one is not
// checked, and the document says so.
type Limits struct {
	File        int // bytes of a draft; default 2 MiB
	FrontMatter int // bytes; default 64 KiB
	Keys        int // front matter keys; default 1,000
	Nesting     int // block quotations, lists, elements; default 100
	Parts       int // lines, tags and marks of the body; default 200,000
	TableCells  int // cells that a table makes of missing ones; default 200,000
}

// OrDefault fills in the defaults of limits that are not set.
func (l Limits) OrDefault() Limits {
	for _, limit := range []struct {
		value *int
		usual int
	}{
		{&l.File, 2 << 20}, {&l.FrontMatter, 64 << 10}, {&l.Keys, 1000}, {&l.Nesting, 100}, {&l.Parts, 200_000}, {&l.TableCells, 200_000},
	} {
		if *limit.value <= 0 {
			*limit.value = limit.usual
		}
	}
	return l
}

// FormatOf returns the format that a file name stands for; ok is false where
// copychief does not read such files.
func FormatOf(name string) (f lint.Format, ok bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx":
		return lint.Markdown, true
	case ".html", ".htm":
		return lint.HTML, true
	case ".txt":
		return lint.PlainText, true
	}
	return lint.PlainText, false
}
