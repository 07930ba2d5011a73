package survey

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/site/generator"
	"github.com/copychief/copychief/lint/site/locale"
	"github.com/copychief/copychief/lint/site/repository"
)

// Some sites make one page of several drafts in a folder: the task and the solution of an
// exercise, the parts of a form. These files have the same name in each folder and no
// headline of their own.
const (
	fewestCompanions = 3 // folders with a draft of that name
	readCompanions   = 6 // of these drafts are read
	mostCompanions   = 20
	companionHead    = 4 << 10 // bytes of each
	sameHead         = 80      // bytes, by which copies of one text are recognised
)

// findCompanions finds the names of drafts that are parts of the page of another draft beside or
// above them: most of those with the name have no headline.
func findCompanions(files *repository.Files, site *generator.Instance, drafts []string) {
	named, names := map[string][]string{}, map[string]map[string]bool{}
	texts := map[string]bool{}
	for _, d := range drafts {
		dir, base := path.Split(d)
		if names[dir] == nil {
			names[dir] = map[string]bool{}
		}
		names[dir][base] = true
		text, _ := locale.Untranslated(&site.Site, d)
		if text == "" {
			text = d
		}
		if !texts[text] && versionless(dir) && isMarkdown(base) {
			texts[text] = true
			named[base] = append(named[base], d)
		}
	}
	for _, base := range slices.Sorted(maps.Keys(named)) {
		all := named[base]
		if len(all) < fewestCompanions || isFirst(base) || len(site.Companions) == mostCompanions {
			continue
		}
		headless, read, heads := 0, min(len(all), readCompanions), map[string]bool{}
		for i := range read {
			d := all[i*len(all)/read]
			head := files.Head(d, companionHead, false)
			if beside(names, d) && !headed(d, head) {
				headless++
			}
			heads[string(head[:min(len(head), sameHead)])] = true
		}
		if 2*headless > read && 2*len(heads) > read {
			site.Companions = append(site.Companions, base)
		}
	}
}

// versionless reports whether no folder of a path is named by a version.
func versionless(dir string) bool {
	_, versions := versioned(dir)
	return !versions
}

func isMarkdown(base string) bool {
	f, ok := lint.FormatOf(base)
	return ok && f == lint.Markdown
}

// isFirst reports whether a draft of this name is the first page of a folder.
func isFirst(base string) bool {
	switch strings.ToLower(lint.StemOf(base)) {
	case "index", "_index", "readme", "article", "page":
		return true
	}
	return false
}

// beside reports whether a draft with another name is in the folder of a draft or the one above.
func beside(names map[string]map[string]bool, draft string) bool {
	dir, base := path.Split(draft)
	above, _ := path.Split(strings.TrimSuffix(dir, "/"))
	for _, folder := range [...]string{dir, above} {
		for name := range names[folder] {
			if name != base {
				return true
			}
		}
	}
	return false
}

// headed reports whether the beginning of a draft has a title or a headline.
func headed(name string, head []byte) bool {
	doc := parse.Head(name, head, parse.Options{})
	if doc.Meta.Format != lint.NoMeta && doc.Meta.Format != lint.HeaderLines {
		return true // what its fields say may be the headline
	}
	body := bytes.TrimSpace(head[min(doc.Meta.Span.End, len(head)):])
	return len(body) == 0 || doc.Meta.Title().Len() > 0 || body[0] == '#' || body[0] == '<' || bytes.Contains(body, []byte("\n# ")) || bytes.Contains(body, []byte("\n==="))
}
