package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/pagewords"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// twins reports whether two pages have nearly the same text. That is one fault, which
// near-duplicate reports; that they share a headline or a description follows from it.
func twins(a, b *lint.Page) bool {
	return len(a.Sketch) > 0 && len(b.Sketch) > 0 && (a.Reprint || b.Reprint || !series(a, b)) && 100*pagewords.Alike(a.Sketch, b.Sketch) > nearlySame
}

// without returns the pages of a group that are not related to all others.
func without(group []*lint.Page, related func(a, b *lint.Page) bool) (kept []*lint.Page) {
	for _, page := range group {
		if slices.ContainsFunc(group, func(other *lint.Page) bool { return other != page && !related(page, other) }) {
			kept = append(kept, page)
		}
	}
	return kept
}

// youngest returns the page of a group that a finding about all of them is reported on: the
// one published last or, if that is unknown, the one with the longest path, as copies have.
// Pages that are only context come after all others.
func youngest(p *lint.SitePass, group []*lint.Page) *lint.Page {
	return slices.MaxFunc(group, func(a, b *lint.Page) int {
		return cmp.Or(reported(p, a)-reported(p, b), strings.Compare(a.Date, b.Date), len(a.Path)-len(b.Path), strings.Compare(a.Path, b.Path))
	})
}

func reported(p *lint.SitePass, page *lint.Page) int {
	if p.Context != nil && p.Context(page) {
		return 0
	}
	return 1
}

// originReach is how many blocks at the beginning and at the end of a draft may say where
// it was published before.
const originReach = 5

// longestNote is the length in bytes of a note on the origin at most.
const longestNote = 400

// reprinted reports whether a draft says, with a link, where it was published before or as
// well.
func reprinted(d *lint.Document) bool {
	phrases := lexicon.Of(wordpack.Of(d.Language), "origin-notes")
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if (i < originReach || i >= len(d.Blocks)-originReach) && b.Kind != lint.Heading && b.Kind != lint.Code && b.Text.Len() <= longestNote &&
			slices.ContainsFunc(b.Marks, func(m lint.Mark) bool { return m.Kind == lint.MarkLink }) && len(phrases.InBlock(d, i)) > 0 {
			return true
		}
	}
	return false
}

// variants reports whether two files differ only in a language in one of their names, plan.html and
// plan.en.html, or their addresses only in capitals: one of them is there for those who write it the
// other way.
func variants(a, b *lint.Page) bool {
	return a.Path != b.Path && withoutTag(a.Path) == withoutTag(b.Path) ||
		a.Slug.Text != b.Slug.Text && strings.EqualFold(a.Slug.Text, b.Slug.Text)
}

func withoutTag(file string) string {
	ext := lint.SuffixOf(file)
	stem := strings.TrimSuffix(file, ext)
	if tag := path.Ext(stem); len(tag) > 1 && isTag(tag[1:]) {
		stem = strings.TrimSuffix(stem, tag)
	}
	return stem + ext
}

// parallels are folders that have the same chapters: files of the same names.
type parallels map[string][]string // file names by folder

func parallelsOf(pages []*lint.Page) parallels {
	p := parallels{}
	for _, page := range pages {
		dir, file := path.Split(page.Path)
		p[dir] = append(p[dir], file)
	}
	return p
}

// commonChapters is the minimum number of file names that two parallel sections have in
// common.
const commonChapters = 2

// chapters reports whether two pages are the same chapter of parallel sections, such as the
// prices in two reports. The section tells readers which is which.
func (p parallels) chapters(a, b *lint.Page) bool {
	x, file := path.Split(a.Path)
	y, other := path.Split(b.Path)
	if file != other || x == y {
		return false
	}
	common := 0
	for _, name := range p[x] {
		if !strings.HasPrefix(name, "index.") && !strings.HasPrefix(name, "_index.") && slices.Contains(p[y], name) {
			common++
		}
	}
	return common >= commonChapters
}

// section returns the folder that tells readers to which part of the site a page belongs:
// news or releases. A page with a folder of its own belongs to the folder around it, and the
// folders of years and months are not parts of a site.
func section(page *lint.Page) string {
	dir, file := path.Split(page.Path)
	dir, stem := path.Clean(dir), strings.ToLower(lint.StemOf(file))
	if stem == "index" || stem == "_index" || stem == "readme" || stem == strings.ToLower(path.Base(dir)) {
		dir = path.Dir(dir)
	}
	for number(path.Base(dir)) {
		dir = path.Dir(dir)
	}
	return dir
}

// anywhere puts all pages of a site in one place.
func anywhere(*lint.Page) string { return "" }
