package site

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// mostParts is the maximum number of files in the folders of pages to list.
const mostParts = 500

// findParts finds drafts in the folders of pages that are not pages: in Hugo, whatever is
// beside an index.md, or below it, belongs to the page.
func findParts(f *Found, drafts []string) {
	findComputed(f, drafts)
	findBuilt(f, drafts)
	if f.Generator != "hugo" {
		return
	}
	pages := map[string]bool{}
	for _, d := range drafts {
		if isIndex(d) {
			pages[path.Dir(d)] = true
		}
	}
	n := 0
	for _, d := range drafts {
		if isIndex(d) || !slices.ContainsFunc(f.Content, func(dir string) bool { return strings.HasPrefix(d, dir+"/") }) {
			continue
		}
		for dir := path.Dir(d); dir != "." && n < mostParts; dir = path.Dir(dir) {
			if pages[dir] {
				f.Places = append(f.Places, lint.Place{Kind: lint.KindFragment, Folder: path.Dir(d), Name: path.Base(d)})
				n++
				break
			}
		}
	}
}

// findComputed finds documents with code whose output is beside them: ferry.Rmd, from which a
// program makes ferry.md. The page is the output.
func findComputed(f *Found, drafts []string) {
	there := map[string]bool{}
	for _, d := range drafts {
		there[d] = true
	}
	n := 0
	for _, d := range drafts {
		if IsComputed(d) && there[strings.TrimSuffix(d, path.Ext(d))+".md"] && n < mostParts {
			f.Places = append(f.Places, lint.Place{Kind: lint.KindAsset, Folder: path.Dir(d), Name: path.Base(d)})
			n++
		}
	}
}

// IsComputed reports whether a file name is one of documents with code that a program runs.
func IsComputed(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".rmd", ".qmd", ".rmarkdown":
		return true
	}
	return false
}

// isIndex reports whether a draft makes its folder a page: index.md, index.fr.md.
func isIndex(draft string) bool { return strings.HasPrefix(path.Base(draft), "index.") }

// findAuthored finds the folders that drafts of the site are in, if nearly all drafts have
// metadata. A draft elsewhere that has none is not meant to be a page.
func findAuthored(f *Found, samples []sample) {
	has := 0
	var folders []string
	for i := range samples {
		if samples[i].doc.Meta.Format == lint.NoMeta {
			continue
		}
		has++
		if top := topFolder(samples[i].name); !slices.Contains(folders, top) {
			folders = append(folders, top)
		}
	}
	if len(samples) >= fewestAuthored && 20*has >= 19*len(samples) {
		slices.Sort(folders)
		f.Authored = folders
	}
}

// fewestAuthored is the number of drafts from which it is known what nearly all have.
const fewestAuthored = 8

// topFolder returns the first folder of a path, "" for a file at the root.
func topFolder(name string) string {
	first, _, below := strings.Cut(name, "/")
	if !below {
		return ""
	}
	return first
}

// Unpublished reports whether a draft without metadata is outside of the folders of the
// pages, and so is not meant to be one.
func Unpublished(s *lint.Site, name string) bool {
	if s.Links.Wiki {
		return false // a note needs no metadata
	}
	if s.Generator != "" && len(s.Content) > 0 && !slices.Contains(s.Content, ".") {
		return !slices.ContainsFunc(s.Content, func(dir string) bool { return strings.HasPrefix(name, dir+"/") })
	}
	if len(s.Authored) == 0 {
		return false
	}
	top := topFolder(name)
	return top == "" || !slices.Contains(s.Authored, top)
}
