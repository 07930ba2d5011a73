package exclusion

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostChapters is the maximum number of entries of a table of contents that is read.
const mostChapters = 2000

// mostRead is the number of bytes of a chapter that are searched for parts.
const mostRead = 64 << 10

// fewestChapters is the minimum number of entries of a list that counts as a table of
// contents.
const fewestChapters = 3

// unlisted reads which drafts the contents of a book do not name. mdBook and GitBook make pages only
// of those in its SUMMARY.md; others are parts of them, or are not published.
func unlisted(files *repository.Files, site *generator.Instance) lint.Exclusion {
	if site.Generator != "mdbook" && site.Generator != "gitbook" || len(site.Content) == 0 {
		return lint.Exclusion{}
	}
	dir := site.Content[0]
	name := path.Join(dir, "SUMMARY.md")
	globs := []string{path.Join(dir, "**", "*.md"), "!" + name}
	if site.Generator == "gitbook" {
		globs = append(globs, "!"+path.Join(dir, "README.md")) // the first page, listed or not
	}
	before := len(globs)
	for line := range strings.Lines(string(files.Read(name))) {
		for rest := line; len(globs) <= mostChapters; {
			_, behind, found := strings.Cut(rest, "](")
			if !found {
				break
			}
			target, after, closed := strings.Cut(behind, ")")
			if !closed {
				break
			}
			rest = after
			target, _, _ = strings.Cut(strings.TrimSpace(target), " \"") // a title
			target, _, _ = strings.Cut(strings.Trim(target, "<>"), "#")
			target = path.Clean(target)
			if chapter := path.Join(dir, target); strings.HasSuffix(target, ".md") && fs.ValidPath(target) && !strings.ContainsAny(chapter, `*?[\\`) {
				globs = append(globs, "!"+chapter)
			}
		}
	}
	if len(globs) < before+fewestChapters && site.Generator == "gitbook" || len(globs) == before || len(globs) > mostChapters {
		return lint.Exclusion{}
	}
	for at := before; at < len(globs) && len(globs) <= mostChapters; at++ { // parts may have parts
		for _, part := range included(files, globs[at][1:]) {
			if !slices.Contains(globs, "!"+part) {
				globs = append(globs, "!"+part)
				site.Places = append(site.Places, lint.Place{Kind: lint.KindFragment, Folder: path.Dir(part), Name: path.Base(part)})
			}
		}
	}
	return lint.Exclusion{Kind: lint.KindUnpublished, By: name, Globs: globs}
}

// included returns the drafts that a chapter includes.
func included(files *repository.Files, chapter string) (parts []string) {
	text := string(files.Head(chapter, mostRead, false))
	for {
		_, rest, found := strings.Cut(text, "{{#include ")
		if !found {
			return parts
		}
		text = rest
		name, _, _ := strings.Cut(rest, "}}")
		name, _, _ = strings.Cut(strings.TrimSpace(name), ":") // lines, or the name of an anchor
		if part := path.Join(path.Dir(chapter), name); path.Ext(name) == ".md" && fs.ValidPath(part) {
			parts = append(parts, part)
		}
	}
}
