package setup

import (
	"cmp"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// housekeeping reports whether a file, by its name without extension, is about the
// repository itself.
func housekeeping(name string) bool {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	switch stem {
	case "readme", "changelog", "changes", "history", "contributing", "contributors", "code_of_conduct", "code-of-conduct",
		"license", "licence", "copying", "security", "support", "governance", "maintainers", "authors", "notice", "todo",
		"pull_request_template", "issue_template", "agents", "claude", "gemini", "copilot-instructions",
		"requirements", "robots", "humans", "llms", "llms-full", "ads", "cmakelists", "404", "style-guide", "styleguide":
		return true
	}
	return strings.HasPrefix(stem, "readme.") || strings.HasPrefix(stem, "license-") || strings.HasPrefix(stem, "requirements-")
}

// articles separates articles from other drafts, and finds globs for the others.
func (l *looker) articles(context.Context) {
	is := make([]bool, len(l.drafts))
	content, other := l.contentFolders(), l.otherFolders()
	left := openings
	for i, d := range l.drafts {
		switch within, without := deepest(content, d), deepest(other, d); {
		case housekeeping(path.Base(d)):
		case without > within:
		case within > 0:
			is[i] = true
		case l.Generator.Name == "":
			is[i] = true
		case markdown(d):
			if left--; left >= 0 {
				is[i] = l.frontMatter(d)
			}
		}
	}
	if !slices.Contains(is, true) { // no articles at all: check everything
		for i := range is {
			is[i] = true
		}
	}
	for i, d := range l.drafts {
		if is[i] {
			l.Articles = append(l.Articles, d)
		}
	}
	l.ignore(is)
	l.folders()
}

// markdown reports whether a file is Markdown, in which front matter identifies articles.
func markdown(name string) bool {
	f, ok := lint.FormatOf(name)
	return ok && f == lint.Markdown
}

// contentFolders are the folders in which the generator looks for articles.
func (l *looker) contentFolders() []string {
	folders := l.kind().content
	switch l.Generator.Name {
	case "Hugo":
		if dir := l.settings["contentdir"]; dir != "" {
			folders = []string{dir}
		}
		for _, key := range sortedKeys(l.settings) {
			if strings.HasPrefix(key, "languages.") && strings.HasSuffix(key, ".contentdir") {
				folders = append(folders, l.settings[key])
			}
		}
	case "Jekyll":
		for _, key := range sortedKeys(l.settings) {
			if rest, ok := strings.CutPrefix(key, "collections."); ok {
				name, _, _ := strings.Cut(rest, ".")
				folders = append(folders, path.Join(l.settings["collections_dir"], "_"+name))
			}
		}
	case "Eleventy":
		if dir := l.settings["input"]; dir != "" && path.Clean(dir) != "." {
			folders = append(folders, dir)
		}
	}
	return l.inside(folders)
}

func (l *looker) otherFolders() []string { return l.inside(l.kind().other) }

// inside converts folders of the site to folders of the repository, and drops those outside
// of it.
func (l *looker) inside(folders []string) (out []string) {
	for _, f := range folders {
		f = path.Clean(l.in(f))
		if f != "." && f != ".." && !strings.HasPrefix(f, "../") && !strings.HasPrefix(f, "/") {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// deepest returns the length of the longest of folders that contain a file. A folder whose
// name begins with an underscore may be anywhere: Jekyll's _posts may be inside a category.
func deepest(folders []string, file string) (longest int) {
	for _, f := range folders {
		if strings.HasPrefix(file, f+"/") {
			longest = max(longest, len(f))
		}
		if base := path.Base(f); strings.HasPrefix(base, "_") {
			if at := strings.Index(file, "/"+base+"/"); at >= 0 {
				longest = max(longest, at+1+len(base))
			}
		}
	}
	return longest
}

// frontMatter reports whether a file seems to have front matter.
func (l *looker) frontMatter(name string) bool {
	head := strings.TrimPrefix(string(l.content(name, 16, false)), "\ufeff")
	return strings.HasPrefix(head, "---\n") || strings.HasPrefix(head, "---\r") || strings.HasPrefix(head, "+++")
}

// maxIgnore is the maximum number of globs to write: nobody would read a longer list. A
// configuration must not have a glob of more than maxGlob bytes.
const (
	maxIgnore = 12
	maxGlob   = 250
)

// ignore finds globs for the drafts that are not articles: first folders, then names that
// no article has, then single files.
func (l *looker) ignore(is []bool) {
	holds := map[string]bool{} // folders that contain an article at any depth
	names := map[string]bool{} // names of articles
	for i, d := range l.drafts {
		if is[i] {
			names[path.Base(d)] = true
			for f := path.Dir(d); !holds[f]; f = path.Dir(f) {
				holds[f] = true
			}
		}
	}
	matched := map[string]int{}
	for i, d := range l.drafts {
		if is[i] {
			continue
		}
		switch folder := topmost(d, holds); {
		case folder != "":
			matched[plainGlob(folder)+"/**"]++
		case !names[path.Base(d)]:
			matched[plainGlob(path.Base(d))]++
		case strings.Contains(d, "/"):
			matched[plainGlob(d)]++
		}
	}
	maps.DeleteFunc(matched, func(glob string, _ int) bool { return len(glob) > maxGlob })
	globs := slices.SortedFunc(maps.Keys(matched), func(a, b string) int {
		return cmp.Or(matched[b]-matched[a], strings.Compare(a, b))
	})
	for _, g := range globs[:min(len(globs), maxIgnore)] {
		l.Ignore = append(l.Ignore, g)
		l.Ignored += matched[g]
	}
	slices.Sort(l.Ignore)
}

// topmost returns the topmost folder of a draft that contains no article, or "".
func topmost(draft string, holds map[string]bool) (found string) {
	for f := path.Dir(draft); f != "." && !holds[f]; f = path.Dir(f) {
		found = f
	}
	return found
}

// plainGlob returns a glob for a path, with each special character replaced by “?”.
func plainGlob(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`*?[]{}\!`, r) || r < ' ' || r == 0x7f || r == 0xfffd {
			return '?'
		}
		return r
	}, name)
}

// folders counts the articles of each folder, up to two levels below the site.
func (l *looker) folders() {
	counted := map[string]int{}
	deep := 2
	if l.Generator.Base != "." {
		deep++
	}
	if l.Generator.Name == "Astro" {
		deep++ // src/content/blog
	}
	for _, a := range l.Articles {
		parts := strings.Split(path.Dir(a), "/")
		counted[strings.Join(parts[:min(len(parts), deep)], "/")]++
	}
	for f, n := range counted {
		l.Folders = append(l.Folders, Folder{f, n})
	}
	slices.SortFunc(l.Folders, func(a, b Folder) int {
		return cmp.Or(b.Articles-a.Articles, strings.Compare(a.Path, b.Path))
	})
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
