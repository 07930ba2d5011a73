package site

import (
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
)

// KindOf returns what a draft is by its path in the site's files: what the last of
// [lint.Site.Places] that fits says, otherwise what its name says in any repository.
// A draft that has a title and a date of its own is an article whatever this says:
// names are only names.
func KindOf(s *lint.Site, name string) lint.Kind {
	if kind := projectFile(name); kind != lint.KindUnknown {
		if !matches(s, name, lint.KindSection) {
			return kind
		}
	}
	if s == nil {
		return lint.KindUnknown
	}
	for i := len(s.Places) - 1; i >= 0; i-- {
		if fits(&s.Places[i], name) {
			return s.Places[i].Kind
		}
	}
	return lint.KindUnknown
}

// matches reports whether a place of a kind that names the file is for it: a README is
// the head of a section where the generator makes one of it.
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

// fits reports whether a place is for a path.
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

// underFolder reports whether one of the folders of a path has a name.
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

// fitsName compares a name with one in which * stands for anything, once.
func fitsName(pattern, name string) bool {
	before, after, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == name
	}
	return len(name) >= len(before)+len(after) && strings.HasPrefix(name, before) && strings.HasSuffix(name, after)
}

// projectFile knows the files of a repository that are about the repository, and text
// files that programs read, by name.
func projectFile(name string) lint.Kind {
	base := path.Base(name)
	extension := path.Ext(base)
	stem := strings.ToLower(strings.TrimSuffix(base, extension))
	switch stem {
	case "readme", "changelog", "code_of_conduct", "code-of-conduct", "license", "licence", "copying",
		"pull_request_template", "issue_template", "copilot-instructions":
		return lint.KindProject
	case "contributing", "contributors", "changes", "security", "governance", "maintainers", "notice", "agents", "claude", "gemini":
		if !strings.Contains(name, "/") { // elsewhere it may be a page of these names
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
