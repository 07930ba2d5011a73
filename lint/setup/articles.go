package setup

import (
	"cmp"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/place"
)

// articles separates articles from other drafts, and finds globs for these. A draft with a
// title and a date is an article, whatever its name. The first page of a section is not, but
// no glob matches it: its markup is worth checking.
func (l *looker) articles(context.Context) {
	is, other := make([]bool, len(l.drafts)), make([]bool, len(l.drafts))
	left := openings
	for i, d := range l.drafts {
		found := l.known.For(d)
		head := func() *lint.Document { left--; return l.head(d, left) }
		switch kind := place.KindOf(&found.Site, d); kind {
		case lint.KindArticle:
			is[i] = true
		case lint.KindSection:
			other[i] = true
		case lint.KindUnknown, lint.KindPage:
			is[i] = found.Generator == "" && kind == lint.KindUnknown || markdown(d) && head().Meta.Format != lint.NoMeta
		default:
			meta := &head().Meta
			is[i] = meta.Title().Len() > 0 && meta.Get(lint.RoleDate).Value().Len() > 0
		}
	}
	if !slices.Contains(is, true) { // there is nothing else to check
		for i := range is {
			is[i] = true
		}
	}
	for i, d := range l.drafts {
		if is[i] {
			l.Articles = append(l.Articles, d)
		}
		is[i] = is[i] || other[i]
	}
	l.ignore(is)
	l.folders()
}

// head reads the metadata of a draft. If left is negative it returns an empty document.
func (l *looker) head(name string, left int) *lint.Document {
	if left < 0 {
		return &lint.Document{}
	}
	return parse.Head(name, l.content(name, headSize, false), parse.Options{Fields: l.known.For(name).Names})
}

// markdown reports whether a file is Markdown, in which front matter identifies articles.
func markdown(name string) bool {
	f, ok := lint.FormatOf(name)
	return ok && f == lint.Markdown
}

// maxIgnore is the maximum number of globs to write, since a longer list would not be
// read. maxGlob is the maximum length of a glob in a configuration, in bytes.
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
