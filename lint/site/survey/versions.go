package survey

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// The versions of a manual are side by side, in folders that are named by version and
// whose files are copies of each other. They are one text: the newest is edited, and the
// others are kept. Folders beside each other are versions only if files in one of them have
// copies in the next newer one, since the chapters of a book may be numbered in the same way; or
// if the name is that of a version without doubt, and several files have the same names.
const (
	mostVersions  = 200      // folders beside each other
	mostCopies    = 4        // files to compare of each version
	copySize      = 16 << 10 // bytes of each
	leastCopied   = 30       // percentage of the lines of a version that the next one has as well
	deepestCopies = 3        // levels of folders to look for files in
)

// Versions marks the folders of old versions as archived. of returns the site that a draft
// belongs to.
func Versions(files *repository.Files, drafts []string, of func(draft string) *generator.Instance) {
	seen := map[string]bool{}
	for _, d := range drafts {
		parent, ok := versioned(d)
		if !ok || seen[parent] {
			continue
		}
		seen[parent] = true
		site := of(d)
		versions := versionsIn(files, parent)
		copies := 0
		for i := 1; i < len(versions); i++ {
			if isCopied(files, path.Join(parent, versions[i]), path.Join(parent, versions[i-1])) {
				copies++
			}
		}
		for i := 1; i < len(versions); i++ {
			old, newer := path.Join(parent, versions[i]), path.Join(parent, versions[i-1])
			if copies > 0 || isExact(versions[i]) && len(namesInBoth(files, old, newer, deepestCopies)) > 1 {
				site.Places = append(site.Places, lint.Place{Kind: lint.KindArchived, Folder: old})
			}
		}
	}
}

// isExact reports whether a name can hardly be anything but a version: v2, 0.1.1, 3.x.
func isExact(name string) bool {
	return name[0] == 'v' || strings.Count(name, ".") > 1 || strings.Contains(name, "x")
}

// versioned returns the parent of the outermost folder in the path of a draft that is named
// by the number of a version.
func versioned(draft string) (parent string, ok bool) {
	at := 0
	for {
		slash := strings.IndexByte(draft[at:], '/')
		if slash < 0 {
			return "", false
		}
		if versionOf(draft[at:at+slash]) != nil {
			return path.Clean(draft[:at] + "."), true
		}
		at += slash + 1
	}
}

// versionsIn returns the names of the folders in a folder that are named by version, the
// newest first. A folder that moves on with each version comes before all numbers.
func versionsIn(files *repository.Files, parent string) (names []string) {
	for name := range files.List(parent) {
		if (versionOf(name) != nil || moving(name) > 0) && files.IsFolder(path.Join(parent, name)) {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(moving(b)-moving(a), slices.Compare(versionOf(b), versionOf(a)), strings.Compare(a, b))
	})
	return names[:min(len(names), mostVersions)]
}

// moving ranks the names of folders that move on with each version; it returns 0 for others.
func moving(name string) int {
	names := []string{"master", "main", "unreleased", "edge", "dev", "devel", "next", "nightly", "stable", "current", "latest"}
	return slices.Index(names, strings.ToLower(name)) + 1
}

// versionOf returns the numbers of a version in the name of a folder, or nil: v2, 1.24, 3.x,
// version-2.1. A number alone may be a year, a month or a chapter.
func versionOf(name string) (numbers []int) {
	rest, marked := strings.CutPrefix(name, "version-")
	if !marked {
		if rest, marked = strings.CutPrefix(name, "v"); marked && rest == "" {
			return nil
		}
	}
	parts := strings.Split(rest, ".")
	if len(parts) > 4 || len(parts) < 2 && !marked {
		return nil
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		switch {
		case part == "x" && i > 0:
			n = 1 << 20
		case err != nil || n < 0 || len(part) > 3:
			return nil
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// isCopied reports whether files in a folder have copies in another one.
func isCopied(files *repository.Files, folder, other string) bool {
	lines, shared := 0, 0
	for _, name := range namesInBoth(files, folder, other, deepestCopies) {
		there := map[string]bool{}
		for line := range bytes.Lines(files.Head(path.Join(other, name), copySize, false)) {
			there[string(bytes.TrimSpace(line))] = true
		}
		for line := range bytes.Lines(files.Head(path.Join(folder, name), copySize, false)) {
			if line = bytes.TrimSpace(line); len(line) > 3 {
				lines++
				if there[string(line)] {
					shared++
				}
			}
		}
	}
	return lines > 0 && 100*shared >= leastCopied*lines
}

// namesInBoth returns the paths of drafts that two folders have in common.
func namesInBoth(files *repository.Files, folder, other string, levels int) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(files.List(folder))) {
		if len(names) == mostCopies {
			break
		}
		if files.IsFolder(path.Join(folder, name)) {
			if levels > 1 && files.IsFolder(path.Join(other, name)) {
				for _, deeper := range namesInBoth(files, path.Join(folder, name), path.Join(other, name), levels-1) {
					names = append(names, path.Join(name, deeper))
				}
			}
			continue
		}
		if _, draft := lint.FormatOf(name); draft && files.Exists(path.Join(other, name)) {
			names = append(names, name)
		}
	}
	return names[:min(len(names), mostCopies)]
}
