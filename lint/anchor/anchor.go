// Package anchor determines whether a page has an anchor for a URL fragment.
//
// Parsers list the ids that a document certainly has. Whether there are others depends on
// the site's generator: how it makes ids from headings, what its templates add, and which
// of the many syntaxes for custom ids it supports. Given a fragment that is not in the
// parser's list, this package searches the source: the headings, spelled in every way that
// a generator may use, and every place where an id may be written.
//
// The trade-off: it is generous. A fragment that any generator would resolve is accepted
// on every site, because a false report of a broken link costs more than a missed one. It
// searches the whole source, so it should only be used for the few fragments that the
// parser's list does not resolve.
package anchor

import (
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// Has reports whether a page may have an anchor with an id. The id must be unescaped.
// styles are those of [lint.Site.HeadingIDs]. Use a [Page] to ask for several ids.
func Has(d *lint.Document, id string, styles []lint.IDStyle) bool { return NewPage(d, styles).Has(id) }

// InText is like [Page.Has] for the text of an included file, in which lines that begin with
// number signs are headings.
func InText(text, id string, styles []lint.IDStyle) bool {
	if ownIDIn([]byte(text), nil, id) {
		return true
	}
	wanted := spellings(id)
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(line, " \t") // in an element of MDX
		if heading := strings.TrimLeft(line, "#"); len(heading) < len(line) && headed(strings.TrimSpace(heading), wanted, styles) {
			return true
		}
	}
	return false
}

// Squash returns the letters and digits of a name in lower case, or the name itself if it
// has none. Generators agree on these when they make ids from headings, but differ in how
// they treat full stops, apostrophes and dashes.
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

// ofLayout reports whether an id is one that page layouts usually have.
func ofLayout(id string) bool {
	return slices.Contains([]string{
		"comments", "comment", "respond", "reply", "disqus_thread", "giscus", "newsletter", "subscribe", "signup", "sign-up", "footer",
		"header", "nav", "navbar", "navigation", "menu", "sidebar", "main", "main-content", "content", "toc", "table-of-contents",
		"search", "share", "related", "related-posts", "author", "cookies", "cookie-settings", "modal", "page",
		"_top", // of Starlight
	}, strings.ToLower(id)) || strings.HasPrefix(id, "comment-") || strings.HasPrefix(id, "__") // as of Docusaurus and Material
}

// counted reports whether an id is one that generators give to headings without usable
// letters, and whether the document has such a heading.
func counted(d *lint.Document, id string) bool {
	if !isCount(id) {
		return false
	}
	return slices.ContainsFunc(d.Blocks, func(b lint.Block) bool {
		return b.Kind == lint.Heading && !strings.ContainsFunc(b.Text.Plain(), func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) })
	})
}

// isCount reports whether an id consists of a number and what generators put before it.
func isCount(id string) bool {
	stem := strings.TrimRight(id, "0123456789")
	switch strings.TrimRight(stem, "-_") {
	case "", "section", "heading", "id", "h":
		return stem != ""
	}
	return false
}

// spellings returns the possible texts, as letters and digits, of a heading with an id:
// the whole id, or the id without a prefix that generators and table-of-contents scripts
// add.
func spellings(id string) []string {
	all := []string{Squash(id)}
	lower := strings.ToLower(id)
	for _, added := range [...]string{"h-", "section-", "sec-", "_", "markdown-header-"} {
		if rest, ok := strings.CutPrefix(lower, added); ok && rest != "" {
			all = append(all, Squash(rest))
		}
	}
	if rest, ok := strings.CutPrefix(lower, "toc-"); ok {
		all = append(all, Squash(rest), Squash(strings.TrimRight(rest, "0123456789")))
	}
	return all
}
