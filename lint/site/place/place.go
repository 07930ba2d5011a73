// Package place derives facts about a draft from its path: its kind, and whether the repository
// excludes it.
//
// All questions are answered from a [lint.Site], which package site has filled in; no file
// is read. The patterns are few and plain, a folder, a name with one wildcard, a glob with
// **, so that a thousand paths are matched in milliseconds.
//
// The trade-off: a path is weak evidence. Package kind weighs it against the draft itself.
package place

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// KindOf returns the kind of a draft by its path in the site's files. Conventions that hold
// in any repository, such as README, come first; then the last match in [lint.Site.Places]
// decides. Names are weak evidence: a draft with a title and a date of its own is an
// article whatever KindOf returns.
func KindOf(s *lint.Site, name string) lint.Kind {
	kind := projectFile(name)
	if kind != lint.KindUnknown && kind != lint.KindPage && !matches(s, name, lint.KindSection) {
		return kind
	}
	if s == nil {
		return kind
	}
	for i := len(s.Places) - 1; i >= 0; i-- {
		switch p := &s.Places[i]; {
		case !fits(p, name):
		case kind == lint.KindPage && p.Kind == lint.KindArticle:
			return kind
		default:
			return p.Kind // the page for errors in a folder that the generator writes is not written by hand
		}
	}
	return kind
}

// matches reports whether a place with a file name applies to a file: a README, for
// example, is the first page of a section if the generator treats it as one.
func matches(s *lint.Site, name string, kind lint.Kind) bool {
	if s == nil {
		return false
	}
	for i := range s.Places {
		if p := &s.Places[i]; p.Kind == kind && p.Name != "" && p.Name != "*" && fits(p, name) {
			return true
		}
	}
	return false
}

// fits reports whether a place matches a path.
func fits(p *lint.Place, name string) bool {
	rest := name
	if p.Folder != "" && p.Folder != "." {
		if !strings.HasPrefix(name, p.Folder) || len(name) == len(p.Folder) || name[len(p.Folder)] != '/' {
			return false
		}
		rest = name[len(p.Folder)+1:]
	}
	slash := strings.LastIndexByte(rest, '/')
	if p.Under != "" && !underFolder(p.Under, rest[:max(slash, 0)]) {
		return false
	}
	return p.Name == "" || fitsName(p.Name, rest[slash+1:])
}

// underFolder reports whether one of the parent folders of a path has a given name.
func underFolder(name, folders string) bool {
	for folders != "" {
		first, rest, _ := strings.Cut(folders, "/")
		if fitsName(name, first) {
			return true
		}
		folders = rest
	}
	return false
}

// fitsName matches a name against a pattern with at most one wildcard, *.
func fitsName(pattern, name string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == name
	}
	return len(name) >= len(before)+len(after) && strings.HasPrefix(name, before) && strings.HasSuffix(name, after)
}

// projectFile recognises, by name, files about the repository itself and text files that
// programs read.
func projectFile(name string) lint.Kind {
	base := path.Base(name)
	extension := path.Ext(base)
	stem := strings.ToLower(strings.TrimSuffix(base, extension))
	switch stem {
	case "readme", "changelog", "code_of_conduct", "code-of-conduct", "license", "licence", "copying",
		"pull_request_template", "issue_template", "copilot-instructions":
		return lint.KindProject
	case "contributing", "contributors", "changes", "security", "governance", "maintainers", "notice", "agents", "claude", "gemini":
		if !strings.Contains(name, "/") { // in a folder it may be a page with this name
			return lint.KindProject
		}
	case "404", "500":
		return lint.KindPage
	}
	if strings.HasPrefix(stem, "readme.") {
		return lint.KindProject // readme.de.md
	}
	if strings.HasPrefix(name, ".github/") || strings.Contains(name, "/.github/") {
		return lint.KindProject
	}
	if extension != ".txt" {
		return lint.KindUnknown
	}
	switch stem {
	case "requirements", "robots", "humans", "llms", "llms-full", "ads", "app-ads", "cmakelists", "security.txt", "authors", "version", "todo", "cname":
		return lint.KindAsset
	}
	if strings.HasPrefix(stem, "requirements-") || strings.HasPrefix(stem, "requirements_") || strings.HasPrefix(stem, "google") && len(stem) == 22 {
		return lint.KindAsset
	}
	return lint.KindUnknown
}
