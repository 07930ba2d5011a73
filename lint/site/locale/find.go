package locale

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// Find adds the languages in the paths of a site's drafts, and the folders of each, to a
// site. main is the main language of the site; it is empty if unknown.
func Find(s *lint.Site, main string, drafts []string) {
	siblings := map[string]map[string]bool{} // folder -> subfolders named after a language
	others := map[string]map[string]bool{}   // folder -> other subfolders
	add := func(m map[string]map[string]bool, dir, name string) {
		if m[dir] == nil {
			m[dir] = map[string]bool{}
		}
		m[dir][name] = true
	}
	seen := map[string]bool{}
	for _, d := range drafts {
		for dir := path.Dir(d); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			if base := path.Base(dir); IsTag(base) {
				add(siblings, path.Dir(dir), base)
			} else {
				add(others, path.Dir(dir), base)
			}
		}
	}
	for _, dir := range slices.Sorted(maps.Keys(siblings)) {
		names := slices.Sorted(maps.Keys(siblings[dir]))
		beside := len(names) >= 2 && len(names) >= len(others[dir]) && (speaks(names, main) || counterparts(drafts, dir, names))
		if !beside && !mirrors(drafts, dir, names) {
			continue // “no” and “is” are also words, and teams and products have names of two letters
		}
		for _, n := range names {
			addFolder(s, dir, n)
		}
	}
	suffixes(s, drafts)
	main = strings.ToLower(main)
	primary, _, _ := strings.Cut(main, "-")
	known := func(tag string) bool { p, _, _ := strings.Cut(tag, "-"); return p == primary }
	if main != "" && len(s.Languages) > 0 && !slices.ContainsFunc(s.Languages, known) {
		s.Languages = append([]string{main}, s.Languages...)
	}
}

// speaks reports whether one of the languages is English or the main language of the site.
func speaks(names []string, main string) bool {
	main, _, _ = strings.Cut(strings.ToLower(main), "-")
	return slices.ContainsFunc(names, func(n string) bool {
		n, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(n, "_", "-")), "-")
		return n == "en" || n == main
	})
}

// counterparts reports whether two of the language folders have a draft with the same path,
// apart from the first page.
func counterparts(drafts []string, dir string, names []string) bool {
	in := map[string]string{} // path without language -> language
	for _, n := range names {
		prefix := path.Join(dir, n) + "/"
		for _, d := range drafts {
			rest, ok := strings.CutPrefix(d, prefix)
			stem := lint.StemOf(rest)
			if !ok || stem == "index" || stem == "_index" || strings.EqualFold(stem, "readme") {
				continue
			}
			if other, found := in[rest]; found && other != n {
				return true
			}
			in[rest] = n
		}
	}
	return false
}

// addFolder records that the drafts in a folder are in a language.
func addFolder(s *lint.Site, dir, name string) {
	tag := strings.ToLower(strings.ReplaceAll(name, "_", "-"))
	s.LanguageFolders = append(s.LanguageFolders, lint.LanguageFolder{Folder: path.Join(dir, name), Language: tag})
	if !slices.Contains(s.Languages, tag) {
		s.Languages = append(s.Languages, tag)
	}
}

// mirrors reports whether most of the drafts in language folders have a counterpart
// outside of them with the same path: de/guide/frost.md and guide/frost.md.
func mirrors(drafts []string, dir string, names []string) bool {
	there := map[string]bool{}
	for _, d := range drafts {
		there[d] = true
	}
	all, same := 0, 0
	for _, n := range names {
		prefix := path.Join(dir, n) + "/"
		for _, d := range drafts {
			if rest, ok := strings.CutPrefix(d, prefix); ok {
				all++
				if there[path.Join(dir, rest)] {
					same++
				}
			}
		}
	}
	return same > 0 && 2*same > all
}
