// Package anchor tells whether a page has a place that a fragment names.
//
// Parsers list the ids that a document certainly has. What else may be one depends on the
// site's generator: how it makes ids of headings, what its templates add, which of the many
// ways to write one's own id it knows. This package is asked about a fragment that is not
// in the list, and looks for it in the source: among the headings, spelled in every way
// that a generator may, and wherever an id may be written.
//
// The trade: it is generous. A fragment that any generator would resolve passes on every
// site, because a wrong report of a broken link costs more than a missed one. It works
// through the whole source, so it is for the few fragments that are left.
package anchor

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// Has reports whether a page may have a place with an id, which is given unescaped. The
// styles are those of [lint.Site.HeadingIDs].
func Has(d *lint.Document, id string, styles []lint.IDStyle) bool {
	if i := strings.LastIndexByte(id, '#'); i >= 0 {
		id = id[i+1:] // a heading below another one
	}
	id, _, _ = strings.Cut(id, ":~:") // words to be highlighted
	id = strings.TrimPrefix(id, "user-content-")
	if id == "" || ofLayout(id) || counted(d, id) || ownID(d, strings.TrimPrefix(id, "^")) {
		return true
	}
	wanted := spellings(id)
	for i := range d.Blocks {
		if !d.Can(lint.LinksByReference) {
			break // HTML is published with the ids that it has
		}
		if b := &d.Blocks[i]; b.Kind == lint.Heading && !b.Explicit && headed(b.Text.Plain(), wanted, styles) {
			return true
		}
	}
	return titled(string(d.Source.Bytes), wanted)
}

// InText is like [Has] for a text that is included in the page, whose headings are lines
// that begin with number signs.
func InText(text, id string, styles []lint.IDStyle) bool {
	if ownIDIn([]byte(text), nil, id) {
		return true
	}
	wanted := spellings(id)
	for line := range strings.Lines(text) {
		if heading := strings.TrimLeft(line, "#"); len(heading) < len(line) && headed(strings.TrimSpace(heading), wanted, styles) {
			return true
		}
	}
	return false
}

// Squash returns the letters and digits of a name in lower case, or a name that has none.
// Generators agree on those when they name a section after its heading; what they make of
// a full stop, an apostrophe or a dash differs from one to the next.
func Squash(name string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	if letters == "" {
		return name
	}
	return letters
}

// ofLayout reports whether an id is usual for a part that the layout of a page brings.
func ofLayout(id string) bool {
	return slices.Contains([]string{
		"comments", "comment", "respond", "reply", "disqus_thread", "giscus", "newsletter", "subscribe", "signup", "sign-up", "footer",
		"header", "nav", "navbar", "navigation", "menu", "sidebar", "main", "main-content", "content", "toc", "table-of-contents",
		"search", "share", "related", "related-posts", "author", "cookies", "cookie-settings", "modal", "page", "__docusaurus",
	}, strings.ToLower(id)) || strings.HasPrefix(id, "comment-")
}

// counted reports whether an id is what generators give to headings that have no letters
// they can use, and whether there is such a heading.
func counted(d *lint.Document, id string) bool {
	stem := strings.TrimRight(id, "0123456789")
	switch strings.TrimRight(stem, "-_") {
	case "", "section", "heading", "id", "h":
	default:
		return false
	}
	if stem == "" {
		return false
	}
	return slices.ContainsFunc(d.Blocks, func(b lint.Block) bool {
		return b.Kind == lint.Heading && !strings.ContainsFunc(b.Text.Plain(), func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) })
	})
}

// spellings returns the letters that a heading must have for an id: all of it, or what is
// left without the parts that generators and table-of-contents scripts add.
func spellings(id string) []string {
	all := []string{Squash(id)}
	lower := strings.ToLower(id)
	for _, added := range [...]string{"h-", "section-", "sec-", "_"} {
		if rest, ok := strings.CutPrefix(lower, added); ok && rest != "" {
			all = append(all, Squash(rest))
		}
	}
	if rest, ok := strings.CutPrefix(lower, "toc-"); ok {
		all = append(all, Squash(rest), Squash(strings.TrimRight(rest, "0123456789")))
	}
	return all
}
