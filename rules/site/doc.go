// Package site holds the rules that compare all drafts of a run.
//
// Each rule implements CheckSite, which receives a summary of every page (title, address,
// links, keyphrase, sketch of the text) after all drafts have been checked. The trade-off:
// texts are not kept in memory, so near duplicates are found from sketches and may
// occasionally be missed.
package site

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
)

// duplicates calls report for every group of two or more pages in one language and one place
// with the same value, ignoring case and white space, in the order of the pages. Drafts, pages with
// another page as canonical, archives and the pages of a paginated list are skipped: they
// may repeat values. So are pages that have the whole text in common.
func duplicates(pages []*lint.Page, value func(*lint.Page) lint.PageValue, place func(*lint.Page) string, report func([]*lint.Page)) {
	grouped(repeated(pages, value), func(page *lint.Page) groupKey {
		return groupKey{place: place(page), text: strings.ToLower(value(page).Text)}
	}, func(group []*lint.Page) {
		if group = without(without(without(group, instalments), variants), twins); len(group) > 1 {
			report(group)
		}
	})
}

// repeated returns the pages that may have the same value as another, ignoring case, in order; most
// have one of their own.
func repeated(pages []*lint.Page, value func(*lint.Page) lint.PageValue) (kept []*lint.Page) {
	hashes, seen := make([]uint64, len(pages)), make(map[uint64]int, len(pages))
	for i, page := range pages {
		hashes[i] = caselessHash(value(page).Text)
		seen[hashes[i]]++
	}
	for i, page := range pages {
		if seen[hashes[i]] > 1 {
			kept = append(kept, page)
		}
	}
	return kept
}

// caselessHash hashes a text (FNV-1a), whatever its case.
func caselessHash(text string) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range text {
		h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
	}
	return h
}

// groupKey is what the articles of a group have in common; articles are also grouped by
// language.
type groupKey struct{ language, place, text string }

// grouped calls report for every group of two or more articles in one language with the
// same key, in order. Articles with an empty text are in no group; of several
// translations, only the first is included.
func grouped(pages []*lint.Page, key func(*lint.Page) groupKey, report func([]*lint.Page)) {
	list := articles(pages)
	groups := make(map[groupKey][]*lint.Page, len(list))
	var order []groupKey
	for i, page := range list {
		k := key(page)
		if k.text == "" {
			continue
		}
		k.language = language(page)
		group := groups[k]
		switch {
		case len(group) == 0:
			groups[k] = list[i : i+1 : i+1]
			continue
		case translated(group, page):
			continue
		case len(group) == 1:
			order = append(order, k)
		}
		groups[k] = append(group, page)
	}
	for _, k := range order {
		report(groups[k])
	}
}

// language returns the language of a page: the one it declares or, if a folder or file
// name is more specific ("de/", "post.de.md"), that one. Translations of a page may have
// the same headline.
func language(page *lint.Page) string {
	name := lint.StemOf(path.Base(page.Path))
	if tag := strings.TrimPrefix(path.Ext(name), "."); isTag(tag) {
		return tag
	}
	for dir := range strings.SplitSeq(path.Dir(page.Path), "/") {
		if isTag(dir) {
			return dir
		}
	}
	return page.Language
}

// translated reports whether a group contains a translation of a page.
func translated(group []*lint.Page, page *lint.Page) bool {
	return slices.ContainsFunc(group, func(other *lint.Page) bool { return translations(page, other) })
}

// translations reports whether the metadata of two pages says that they are translations
// of each other, or versions for two regions.
func translations(a, b *lint.Page) bool { return a.Translation != "" && a.Translation == b.Translation }

// isTag reports whether s is the tag of a language into which sites are often translated,
// with or without a region ("pt-br"). Any two letters are not enough: folders are named
// "ai" or "go" after their content.
func isTag(s string) bool {
	const known = " ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk vi zh "
	if len(s) == 5 && (s[2] == '-' || s[2] == '_') {
		s = s[:2]
	}
	return len(s) == 2 && strings.Contains(known, " "+s+" ")
}

// paginated reports whether a path is a later page of a list: "page/2", "news-page-3",
// "archive/2".
func paginated(file string) bool {
	name := lint.StemOf(path.Base(file))
	if name == "index" || name == "_index" {
		name = path.Base(path.Dir(file))
		if number(name) {
			return path.Base(path.Dir(path.Dir(file))) == "page"
		}
	}
	if number(name) {
		return path.Base(path.Dir(file)) == "page"
	}
	pages := strings.TrimRight(name, "0123456789")
	return len(pages) < len(name) && strings.HasSuffix(pages, "page-")
}

// number reports whether s consists of digits.
func number(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' && strings.Trim(s, "0123456789") == ""
}

// others returns all pages of a group except one, as related places.
func others(group []*lint.Page, but *lint.Page, value func(*lint.Page) lint.PageValue, message string) []lint.Related {
	var related []lint.Related
	for _, page := range group {
		if page != but {
			related = append(related, lint.Related{Path: page.Path, Span: value(page).Span, Message: message})
		}
	}
	return related
}

// alike formats the number of other articles in a group for a message.
func alike(n int) string {
	if n == 1 {
		return "another article"
	}
	return strconv.Itoa(n) + " other articles"
}
