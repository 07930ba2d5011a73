// Package kind determines what a draft is: an article, or one of the many other kinds of
// files in a repository of articles.
//
// If the name or folder of a draft conventionally means something else, that decides,
// unless the draft has a title and a date, which only articles have. Otherwise the content
// decides: metadata without a body is a record or a list, a body that consists of template
// tags is a fragment, a redirect is a stub, and plain text without header lines was
// pasted.
//
// The trade-off: the decision is based on conventions and structure alone. Anything that
// is not recognised counts as an article, so a mistake is more likely to add a finding
// than to hide one in an article.
// an article.
package kind

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site"
)

// Of returns the kind of a document, given its path within the site, what is known about
// the site, and its content.
func Of(s *lint.Site, name string, d *lint.Document) lint.Kind {
	dated := d.Meta.Title().Len() > 0 && d.Meta.Get(lint.RoleDate).Value().Len() > 0
	if d.Format == lint.HTML && saved(d.Source.Bytes) {
		return lint.KindCopy
	}
	k := site.KindOf(s, name)
	if k == lint.KindUnknown || k == lint.KindPage {
		k = max(k, byPath(name))
	}
	if k == lint.KindFragment || k == lint.KindTemplate || !k.IsArticle() && !dated {
		return k
	}
	if dated && hasBody(d) {
		return lint.KindArticle
	}
	return byContent(d, dated)
}

// saved reports whether an HTML page begins with the comment of a program that saves pages
// of other sites.
func saved(page []byte) bool {
	const head = 2 << 10
	page = page[:min(len(page), head)]
	if !bytes.Contains(page, []byte("<!--")) {
		return false
	}
	for _, mark := range [...]string{"saved from url=", "Page saved with SingleFile", "Mirrored from ", "FILE ARCHIVED ON "} {
		if bytes.Contains(page, []byte(mark)) {
			return true
		}
	}
	return false
}

// byPath recognises names and folders that conventionally mean something other than an
// article, with any generator.
func byPath(name string) lint.Kind {
	dir, file := path.Split(strings.ToLower(name))
	if slices.Contains(testFolders(), strings.Trim(dir[:strings.IndexByte(dir+"/", '/')], "_")) {
		return lint.KindTemplate
	}
	for folder := range strings.SplitSeq(dir, "/") {
		if slices.Contains(templateFolders(), folder) {
			return lint.KindTemplate
		}
		if slices.Contains(fragmentFolders(), strings.TrimPrefix(folder, "_")) {
			return lint.KindFragment
		}
	}
	stem := strings.TrimSuffix(file, path.Ext(file))
	switch {
	case path.Ext(file) == ".txt" && slices.Contains(assetNames(), stem), strings.HasPrefix(stem, "requirements") && path.Ext(file) == ".txt":
		return lint.KindAsset
	case slices.Contains(listingNames(), stem):
		return lint.KindSection
	case strings.HasPrefix(dir, ".github/") || strings.Contains(dir, "/.github/"):
		return lint.KindProject
	}
	for _, n := range projectNames() {
		if rest, ok := strings.CutPrefix(stem, n); ok && (rest == "" || rest[0] == '.' || rest[0] == '-' || rest[0] == '_') {
			return lint.KindProject
		}
	}
	return lint.KindUnknown
}

func fragmentFolders() []string {
	return []string{
		"layouts", "includes", "partials", "templates", "snippets", "themes", "theme", "shortcodes",
		"node_modules", "vendor",
	}
}

// testFolders returns the names of folders at the root that contain drafts for tests of a
// program.
func testFolders() []string {
	return []string{"test", "tests", "spec", "specs", "fixtures"}
}

// templateFolders returns the names of folders, at any depth, with what new drafts begin
// with, or with inputs of tests.
func templateFolders() []string {
	return []string{"archetypes", "scaffolds", "__tests__", "__e2e__", "__fixtures__", "__mocks__", "test-fixtures"}
}

func listingNames() []string {
	return []string{"_index", "404", "500", "search", "archive", "archives", "tags", "categories", "sitemap", "feed", "summary", "_sidebar", "_navbar"}
}

func assetNames() []string {
	return []string{"robots", "humans", "ads", "app-ads", "security", "llms", "llms-full", "cmakelists", "constraints", "manifest", "keys", "words", "wordlist", "ignore"}
}

func projectNames() []string {
	return []string{
		"readme", "contributing", "license", "licence", "copying", "changelog", "changes", "history", "code_of_conduct", "code-of-conduct",
		"security", "authors", "contributors", "maintainers", "governance", "support", "pull_request_template", "issue_template",
		"codeowners", "notice", "agents", "claude", "todo", "roadmap", "adopters", "upgrading", "style-guide", "styleguide",
	}
}

// byContent determines the kind from the content of a draft.
func byContent(d *lint.Document, dated bool) lint.Kind {
	switch {
	case redirects(d):
		return lint.KindStub
	case !hasBody(d):
		switch {
		case len(d.Templates) > 0 && d.Meta.Format == lint.NoMeta:
			return lint.KindFragment
		case !dated && (d.Meta.Title().Len() == 0 && len(d.Meta.Fields) > 0 || laidOut(d)):
			return lint.KindRecord
		}
		return lint.KindArticle // not yet written
	case d.Meta.Format == lint.NoMeta && extends(d):
		return lint.KindFragment
	case d.Format == lint.PlainText && d.Meta.Format == lint.NoMeta:
		return lint.KindPaste
	}
	return lint.KindArticle
}

// hasBody reports whether a document has images, or any text other than headings.
func hasBody(d *lint.Document) bool {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != lint.Heading && strings.TrimFunc(b.Text.String(), notWord) != "" {
			return true
		}
	}
	return len(d.Images) > 0
}

func notWord(r rune) bool { return r == lint.Object || r <= ' ' }

// redirects reports whether the metadata of a document makes it a redirect.
func redirects(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		switch name := strings.ToLower(d.Meta.Fields[i].Name); name {
		case "redirect", "redirect_to", "redirect_url", "redirecturl", "redirect-to", "redirectto", "meta refresh":
			return d.Meta.Fields[i].Value().Len() > 0
		case "layout", "type":
			if strings.HasPrefix(strings.ToLower(d.Meta.Fields[i].Value().Plain()), "redirect") {
				return true
			}
		}
	}
	return false
}

// laidOut reports whether the metadata names a template for the page.
func laidOut(d *lint.Document) bool {
	for i := range d.Meta.Fields {
		switch strings.ToLower(d.Meta.Fields[i].Name) {
		case "layout", "template", "type":
			return true
		}
	}
	return false
}

// extends reports whether a draft is a template that extends another, judging by its tags.
func extends(d *lint.Document) bool {
	for _, span := range d.Templates {
		tag := strings.TrimLeft(d.Source.Slice(span), "{%-~ \t")
		for _, word := range [...]string{"extends", "block ", "define ", "layout "} {
			if strings.HasPrefix(tag, word) {
				return true
			}
		}
	}
	return false
}
