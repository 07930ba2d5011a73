package kind

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/place"
)

// ByPath returns what a file is if its name, relative to the root of the site, says so by
// convention, and lint.KindUnknown otherwise. It need not be in a format that is read.
func ByPath(name string) lint.Kind { return byPath(name) }

// byPath recognises names and folders that conventionally mean something other than an
// article, with any generator.
func byPath(name string) lint.Kind {
	dir, file := path.Split(strings.ToLower(name))
	first := strings.Trim(dir[:strings.IndexByte(dir+"/", '/')], "_")
	switch {
	case isTest(first), first == "scripts":
		return lint.KindSample
	case isVendorFolder(first):
		return lint.KindVendored
	case strings.Contains(file, "%3a%2f%2f"): // the address from which a page was saved
		return lint.KindCopy
	}
	for folder := range strings.SplitSeq(dir, "/") {
		switch {
		case folder == "archetypes" || folder == "scaffolds" || folder == "post-templates" || folder == "issue_template":
			return lint.KindTemplate
		case isFragmentFolder(strings.TrimPrefix(folder, "_")):
			return lint.KindFragment
		case isSampleFolder(folder):
			return lint.KindSample
		}
	}
	if k := byFile(dir, file); k != lint.KindUnknown {
		return k
	}
	return byFolder(dir, file)
}

// Vendored reports whether a draft is in a package of other people, whatever its content.
func Vendored(s *lint.Site, name string) bool {
	if s == nil {
		s = &lint.Site{}
	}
	return leftOut(s, name) == lint.KindVendored || vendored(s, name) || byUnpublishedName(name) == lint.KindVendored || byPath(name) == lint.KindVendored
}

// vendored reports whether a draft is in a package of other people, judging by its path: in a folder
// that a package manager fills, or the readme, change log or licence in a folder for code of others.
func vendored(s *lint.Site, name string) bool {
	if place.InPackage(name) {
		return true
	}
	stem := strings.ToLower(lint.StemOf(path.Base(name)))
	return place.BelowVendor(name) && (isNamed(stem, projectNames()) || isNamed(stem, rootNames())) && place.KindOf(s, name) != lint.KindSection
}

// byUnpublishedName recognises names that no published page has, whatever its metadata: folders that
// generators leave out, templates for articles, links beside pages, and what comes with fonts.
func byUnpublishedName(name string) lint.Kind {
	dir, file := path.Split(strings.ToLower(name))
	stem := lint.StemOf(file)
	if strings.HasSuffix(stem, "-template") && strings.Contains("/"+dir, "/_drafts/") {
		return lint.KindTemplate
	}
	if strings.Contains(file, "yyyy-mm") || strings.HasSuffix(stem, ".template") || stem == "_template" || stem == "template" && strings.HasPrefix(path.Ext(file), ".htm") {
		return lint.KindTemplate
	}
	if k := byPurpose(path.Base(name)); k != lint.KindUnknown {
		return k
	}
	if isNavigation(name) {
		return lint.KindRecord
	}
	for folder := range strings.SplitSeq(dir, "/") {
		switch folder {
		case "_archive", "_archives", "_archived":
			return lint.KindArchived
		case "_templates": // what editors copy, even where the generator makes pages of them
			return lint.KindTemplate
		case "fonts":
			if strings.HasPrefix(stem, "readme") {
				return lint.KindVendored
			}
		}
	}
	return lint.KindUnknown
}

// isVendorFolder reports whether a folder at the root has a name that is used for code of other
// people.
func isVendorFolder(name string) bool {
	switch name {
	case "vendor", "bower_components", "third_party", "thirdparty":
		return true
	}
	return false
}

// isTest reports whether a folder has a name that is used for the tests of a program.
func isTest(folder string) bool {
	for _, prefix := range [...]string{"test_", "test-", "tests_", "tests-"} {
		if strings.HasPrefix(folder, prefix) {
			return true
		}
	}
	return isTestFolder(folder)
}

// byFile recognises file names.
func byFile(dir, file string) lint.Kind {
	stem := lint.StemOf(file)
	switch {
	case path.Ext(file) == ".txt" && (isAsset(stem) || strings.Contains(stem, "requirements")):
		return lint.KindAsset
	case isListing(stem), isErrorPage(stem):
		return lint.KindSection
	case strings.HasPrefix(dir, ".github/") || strings.Contains(dir, "/.github/"):
		return lint.KindProject
	}
	if isNamed(strings.TrimLeft(stem, "_"), projectNames()) || dir == "" && isNamed(stem, rootNames()) {
		return lint.KindProject
	}
	return lint.KindUnknown
}

// isNamed reports whether a file has one of the names, alone or with a short suffix, such
// as that of a language: readme.de, readme_zh-cn, license-mit.
func isNamed(stem string, names []string) bool {
	const suffix = 6
	for _, n := range names {
		if rest, ok := strings.CutPrefix(stem, n); ok && (rest == "" || rest[0] == '.' || len(rest) <= suffix && (rest[0] == '-' || rest[0] == '_')) {
			return true
		}
	}
	return false
}

// isPutAway reports whether the last word of a folder's name says that its content is no longer maintained.
func isPutAway(word string) bool {
	switch word {
	case "archive", "archived", "deprecated", "depricated", "obsolete":
		return true
	}
	return false
}

// byFolder recognises folders, and files beside them that are to be copied and filled in, whose names are weaker
// evidence: a draft with a title and a date in them is an article.
func byFolder(dir, file string) lint.Kind {
	if stem := lint.StemOf(file); dir == "" && (stem == "template" || strings.HasSuffix(stem, "-template") || strings.HasSuffix(stem, "_template")) {
		return lint.KindTemplate
	}
	for folder := range strings.SplitSeq(dir, "/") {
		if i := strings.LastIndexByte(folder, '('); i > 0 {
			folder = strings.TrimRight(folder[i+1:], ")") // roles (legacy)
		}
		folder = strings.TrimLeft(strings.Trim(folder, "_."), "0123456789-") // 99-archive
		if i := strings.LastIndexAny(folder, "_- "); i > 0 && isPutAway(folder[i+1:]) {
			folder = folder[i+1:] // docs_archived
		}
		switch folder {
		case "archive", "archives", "archived", "attic", "archiv", "archivo", "archivos", "archivio", "arquivo", "arquivos", "arkiv", "archief":
			if strings.HasPrefix(file, "index.") {
				return lint.KindSection // it lists what is archived
			}
			return lint.KindArchived
		case "legacy", "deprecated", "depricated", "obsolete", "superseded":
			return lint.KindArchived
		case "tests", "fixtures":
			return lint.KindSample
		case "meetings", "minutes", "meeting-notes", "meeting-minutes":
			return lint.KindRecord // of what was said
		case "seeds":
			return lint.KindRecord // with which a database is filled
		}
	}
	return lint.KindUnknown
}

// legalName reports whether the name of a file is one that licences have.
func legalName(name string) bool {
	file := strings.ToLower(path.Base(name))
	for _, prefix := range [...]string{"license", "licence", "copying", "copyright", "unlicense", "cc-", "cc0", "ofl"} {
		if strings.HasPrefix(file, prefix) {
			return true
		}
	}
	return false
}

// inSampleSite reports whether the whole site is an example or a template of a program.
func inSampleSite(base string) bool {
	for folder := range strings.SplitSeq(strings.ToLower(base), "/") {
		switch folder {
		case "example", "examples", "template", "templates", "starters", "playground", "playgrounds", "demo", "demos", "e2e":
			return true
		}
		if isTest(folder) || strings.HasSuffix(folder, "_template") || strings.HasSuffix(folder, "-template") {
			return true
		}
	}
	return false
}

// isFragmentFolder reports whether a folder has a name that is used for parts of pages.
func isFragmentFolder(name string) bool {
	switch name {
	case "layouts", "include", "includes", "partials", "templates", "snippets", "themes", "theme", "shortcodes", "node_modules", "vendor":
		return true
	}
	return false
}

// inIncludes reports whether one of the folders of a draft has a name that is used for parts of pages
// even among the pages, where a text without a headline is included by others.
func inIncludes(name string) bool {
	dir, _ := path.Split(strings.ToLower(name))
	return contains(strings.Split(dir, "/"), []string{"include", "includes", "inc", "partial", "partials", "snippet", "snippets", "fragments", "reusables", "reuse"})
}

// isTestFolder reports whether a folder at the root has a name that is used for drafts for tests of
// a program.
func isTestFolder(name string) bool {
	switch name {
	case "test", "tests", "spec", "specs", "fixtures":
		return true
	}
	return false
}

// isSampleFolder reports whether a folder, at any depth, has a name that is used for test input.
func isSampleFolder(name string) bool {
	switch name {
	case "__tests__", "__test__", "__fixtures__", "__mocks__", "__snapshots__", "__e2e__", "test-fixtures", "cypress", "e2e", "examplesite", "_style_guide", "_styleguide", "_style-guide":
		return true
	}
	return strings.HasSuffix(name, ".view") // what an exercise shows, on sites made like javascript.info
}

// isListing reports whether a file has a name that is used for lists of other pages.
func isListing(name string) bool {
	switch name {
	case "_index", "search", "archive", "archives", "tags", "categories", "sitemap", "feed", "summary", "_sidebar", "_navbar":
		return true
	}
	return false
}

// isNavigation reports whether a file has a name under which docsify, GitBook and mdBook look for the
// links beside or above a page, in the folder of any language.
func isNavigation(name string) bool {
	switch path.Base(name) {
	case "SUMMARY.md", "_sidebar.md", "_navbar.md":
		return true
	}
	return false
}

// isErrorPage reports whether a file is named after a status by which a server says that it has no
// page: 404, 422, 503.
func isErrorPage(name string) bool {
	return len(name) == 3 && (name[0] == '4' || name[0] == '5') && isDigit(name[1]) && isDigit(name[2])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isAsset reports whether a text file has a name that is used for files that programs read.
func isAsset(name string) bool {
	switch name {
	case "robots", "humans", "ads", "app-ads", "security", "llms", "llms-full", "cmakelists", "constraints", "manifest", "keys", "words", "wordlist", "ignore":
		return true
	}
	return false
}

// projectNames returns the names that files about a repository have in any folder.
func projectNames() []string {
	return []string{
		"readme", "contributing", "license", "licence", "copying", "changelog", "code_of_conduct", "code-of-conduct",
		"pull_request_template", "issue_template", "codeowners", "claude",
	}
}

// rootNames returns the names that files about a repository have at its root. In a folder,
// they may be articles.
func rootNames() []string {
	return []string{
		"changes", "history", "security", "authors", "contributors", "maintainers", "governance", "support", "notice", "agents", "todo",
		"roadmap", "adopters", "upgrading", "style-guide", "styleguide",
	}
}
