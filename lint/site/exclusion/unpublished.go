package exclusion

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
	"github.com/copychief/copychief/lint/site/settings"
)

// unpublishedFiles reads which files the generator leaves out: its configuration lists them, or
// a file with a list of its own does. They are not pages, so no reader sees their faults,
// unless a makefile turns them into pages.
func unpublishedFiles(files *repository.Files, site *generator.Instance) []lint.Exclusion {
	var all []lint.Exclusion
	if site.Marker != "" && len(site.Unbuilt()) > 0 {
		e := lint.Exclusion{Kind: lint.KindUnpublished, By: site.Marker}
		s := site.Configuration(files)
		for _, key := range site.Unbuilt() {
			e.Globs = append(e.Globs, unbuiltGlobs(site, s, key)...)
		}
		all = append(all, e)
	}
	if dir := site.Output(files); dir != "" {
		all = append(all, lint.Exclusion{Kind: lint.KindGenerated, By: site.Marker, Globs: []string{dir + "/**"}})
	}
	if site.Generator == "eleventy" {
		for _, dir := range append([]string{site.Base}, site.Content...) {
			if name := path.Join(dir, ".eleventyignore"); files.Has(dir, ".eleventyignore") {
				all = append(all, lint.Exclusion{Kind: lint.KindUnpublished, By: name, Globs: ignoreLines(dir, string(files.Read(name)))})
			}
		}
	}
	if e := unlisted(files, site); len(e.Globs) > 0 {
		return append(usable(all), e)
	}
	if name := makefileOf(files, site.Base); name != "" && len(all) > 0 {
		_, sources := targets(site.Base, files.Read(name))
		for i := range all {
			for _, source := range sources {
				all[i].Globs = append(all[i].Globs, "!"+source)
			}
		}
	}
	return usable(all)
}

// unbuiltGlobs converts the values of a setting into globs. They may be relative to the folder
// of the site or to that of its pages.
func unbuiltGlobs(site *generator.Instance, s settings.Map, key string) (globs []string) {
	values := strings.Split(s[key], "\n")
	for _, rest := range s.Keys(key + ".") {
		values = append(values, s[key+"."+rest])
	}
	dirs := append([]string{site.Base}, site.Content...)
	slices.Sort(dirs)
	chapters := key == "rmd_files" // it lists what is built, and nothing else is
	if chapters && len(values) > 1 {
		globs = append(globs, path.Join(site.Base, "*.Rmd"))
	}
	selects := key == "project.render" && selects(values) // it lists what is built, and with a “!” what is not
	if selects {
		globs = append(globs, path.Join(site.Base, "**"), "!"+path.Join(site.Base, "**/*.html")) // which are copied
	}
	for _, value := range values {
		value = strings.TrimSpace(value)
		switch {
		case value == "" || value[0] == '#':
			continue
		case site.Generator == "hugo":
			value = globOf(value)
		case key == "project.render":
			out, negated := strings.CutPrefix(value, "!")
			switch {
			case negated:
				value = out
			case selects:
				value = "!" + value
			default:
				continue
			}
		case chapters:
			value = "!" + value
		}
		for _, dir := range slices.Compact(dirs) {
			globs = append(globs, below(dir, value)...)
		}
	}
	return globs
}

// selects reports whether a list names files that are built, and not all of them.
func selects(values []string) (some bool) {
	for _, v := range values {
		if v = strings.TrimSpace(v); v == "" || v[0] == '#' || v[0] == '!' {
			continue
		}
		if len(below(".", v)) == 0 {
			return false
		}
		some = true
	}
	return some
}

// below returns the globs for an entry in a list of files that is relative to a folder. An
// entry with a folder in it or a plain name is relative to the folder, a pattern for names
// applies anywhere below it, and a folder includes what is in it.
func below(dir, entry string) (globs []string) {
	entry, negated := strings.CutPrefix(entry, "!")
	entry = strings.Trim(strings.TrimPrefix(entry, "./"), "/")
	if entry == "" || entry == "*" || entry == "**" || !repository.IsLocal(path.Clean(entry)) {
		return nil
	}
	if !strings.Contains(entry, "/") && strings.Contains(entry, "*") {
		entry = "**/" + entry
	}
	for _, glob := range expand(path.Join(dir, entry)) {
		for _, g := range [...]string{glob, glob + "/**"} {
			if negated {
				g = "!" + g
			}
			globs = append(globs, g)
		}
	}
	return globs
}

// globOf converts a regular expression that is matched with paths into a glob, if it says no
// more than how a path begins or ends: `\.Rmd$`, `drafts/.*`.
func globOf(expression string) string {
	plain, ends := strings.CutSuffix(expression, "$")
	plain, begins := strings.CutSuffix(plain, "/.*")
	plain = strings.ReplaceAll(plain, `\.`, ".")
	switch {
	case plain == "" || strings.ContainsAny(plain, `\^$*+?()[]{}|`):
		return ""
	case begins:
		return strings.TrimPrefix(plain, "content/")
	case ends:
		return "*" + plain
	}
	return ""
}
