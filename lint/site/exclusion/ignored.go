package exclusion

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostGlobs is the maximum number of globs to read from the files of other linters.
const mostGlobs = 200

// ignoredFiles reads which drafts the linters of a repository leave out. Only linters of
// prose and of its markup are considered: what a formatter, a spelling checker or a link
// checker leaves out may well be edited.
func ignoredFiles(files *repository.Files, base string) (all []lint.Exclusion) {
	for _, name := range [...]string{".markdownlintignore", ".textlintignore", ".remarkignore", ".alexignore"} {
		if files.Has(base, name) {
			all = append(all, lint.Exclusion{Kind: lint.KindExcluded, By: path.Join(base, name), Globs: ignoreLines(base, string(files.Read(path.Join(base, name))))})
		}
	}
	for _, name := range [...]string{".markdownlint-cli2.jsonc", ".markdownlint-cli2.yaml", "package.json"} {
		if !files.Has(base, name) {
			continue
		}
		s := files.Settings(path.Join(base, name))
		prefix := "ignores."
		if name == "package.json" {
			prefix = "markdownlint-cli2.ignores."
		}
		var globs []string
		for _, key := range s.Keys(prefix) {
			globs = append(globs, expand(path.Join(base, s[prefix+key]))...)
		}
		all = append(all, lint.Exclusion{Kind: lint.KindExcluded, By: path.Join(base, name), Globs: globs})
	}
	return usable(all)
}

// usable drops exclusions without globs and those with too many.
func usable(all []lint.Exclusion) []lint.Exclusion {
	return slices.DeleteFunc(all, func(e lint.Exclusion) bool { return len(e.Globs) == 0 || len(e.Globs) > mostGlobs })
}

// ignoreLines converts a file in the format of .gitignore into globs.
func ignoreLines(base, content string) (globs []string) {
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		line, negated := strings.CutPrefix(line, "!")
		rooted := strings.Contains(strings.TrimSuffix(line, "/"), "/")
		glob := strings.Trim(line, "/")
		if !rooted {
			glob = "**/" + glob
		}
		glob = path.Join(base, glob)
		if negated {
			glob = "!" + glob
		}
		globs = append(globs, glob)
		globs = append(globs, glob+"/**")
	}
	return globs
}

// expand returns a glob for each alternative of the first braces in a glob.
func expand(glob string) []string {
	before, rest, opened := strings.Cut(glob, "{")
	inside, after, closed := strings.Cut(rest, "}")
	if !opened || !closed || strings.Contains(after, "{") {
		return []string{glob}
	}
	var all []string
	for choice := range strings.SplitSeq(inside, ",") {
		all = append(all, before+choice+after)
	}
	return all
}
