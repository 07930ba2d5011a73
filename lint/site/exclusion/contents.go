package exclusion

import (
	"io/fs"
	"path"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/repository"
)

// mostChapters is the number of entries in the contents of a book up to which they are read.
const mostChapters = 2000

// unlisted reads which drafts the contents of a book do not name. mdBook makes pages of those in
// its SUMMARY.md only; others are parts of them, or are not published.
func unlisted(files *repository.Files, site *generator.Instance) lint.Exclusion {
	if site.Generator != "mdbook" || len(site.Content) == 0 {
		return lint.Exclusion{}
	}
	dir := site.Content[0]
	name := path.Join(dir, "SUMMARY.md")
	globs := []string{path.Join(dir, "**", "*.md"), "!" + name}
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
			target = path.Clean(strings.Trim(strings.TrimSpace(target), "<>"))
			if chapter := path.Join(dir, target); strings.HasSuffix(target, ".md") && fs.ValidPath(target) && !strings.ContainsAny(chapter, `*?[\\`) {
				globs = append(globs, "!"+chapter)
			}
		}
	}
	if len(globs) < 3 || len(globs) > mostChapters {
		return lint.Exclusion{}
	}
	return lint.Exclusion{Kind: lint.KindUnpublished, By: name, Globs: globs}
}
