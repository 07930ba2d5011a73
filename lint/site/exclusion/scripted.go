package exclusion

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostScripts is the number of scripts that are read in a folder.
const mostScripts = 30

// scripted reads which drafts workflows of GitHub write and commit, and which ones scripts of
// the repository write.
func scripted(files *repository.Files, base string) (all []lint.Exclusion) {
	add := func(name string, globs []string) {
		globs = slices.DeleteFunc(globs, func(glob string) bool { return !files.Exists(glob) })
		if len(globs) > 0 {
			all = append(all, lint.Exclusion{Kind: lint.KindGenerated, By: name, Globs: globs})
		}
	}
	for _, name := range scriptsIn(files, path.Join(base, ".github/workflows"), ".yml", ".yaml") {
		if text := string(files.Read(name)); commits(text) {
			add(name, writtenBy(base, text))
		}
	}
	for _, folder := range [...]string{"scripts", "script", "bin", "hack", "tools", "build", ".github/scripts"} {
		for _, name := range scriptsIn(files, path.Join(base, folder), ".sh", ".py", ".js", ".mjs", ".ts", ".rb") {
			add(name, writtenBy(base, string(files.Read(name))))
		}
	}
	return all
}

// scriptsIn returns the files in a folder with one of the extensions.
func scriptsIn(files *repository.Files, folder string, extensions ...string) (names []string) {
	if !files.IsFolder(folder) {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(files.List(folder))) {
		if slices.Contains(extensions, path.Ext(name)) && len(names) < mostScripts {
			names = append(names, path.Join(folder, name))
		}
	}
	return names
}

// commits reports whether a workflow puts what it writes into the repository.
func commits(workflow string) bool {
	for _, sign := range [...]string{"git commit", "git push", "auto-commit", "add-and-commit", "create-pull-request", "github-push-action"} {
		if strings.Contains(workflow, sign) {
			return true
		}
	}
	return false
}

// writes matches calls that open a file to write it, with its name.
var writes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:open\(\s*["']([^"'\n]{1,200})["']\s*,\s*["']w|(?:writeFile|writeFileSync|File\.write)\(\s*["']([^"'\n]{1,200})["'])`)
})

// writtenBy returns the drafts that a script writes from the folder of the site. A script that
// changes to another folder may write them there.
func writtenBy(base, script string) (globs []string) {
	for line := range strings.Lines(script) {
		if words := strings.Fields(strings.TrimLeft(strings.TrimSpace(line), "- ")); len(words) > 1 && (words[0] == "cd" || words[0] == "pushd" || words[0] == "working-directory:" || words[1] == "cd") {
			return nil
		}
	}
	for line := range strings.Lines(script) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' && !strings.HasPrefix(line, "//") {
			globs = append(globs, outputs(base, line)...)
		}
	}
	for _, m := range writes().FindAllStringSubmatch(script, 20) {
		globs = append(globs, draft(base, m[1]+m[2])...)
	}
	return globs
}
