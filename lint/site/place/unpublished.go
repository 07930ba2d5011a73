package place

import (
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
)

// IsComputed reports whether a file name is one of documents with code that a program runs.
func IsComputed(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".rmd", ".qmd", ".rmarkdown":
		return true
	}
	return false
}

// TopFolder returns the first folder of a path, "" for a file at the root.
func TopFolder(name string) string {
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
	top := TopFolder(name)
	return top == "" || !slices.Contains(s.Authored, top)
}
