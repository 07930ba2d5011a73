package site

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"path"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pagewords"
)

//go:embed near_duplicate.txtar
var nearDuplicateDocs string

// NearDuplicate flags articles with nearly the same text.
var NearDuplicate = &lint.Rule{
	Name:     "near-duplicate",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site are nearly the same",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, SEO Starter Guide: reduce duplicate content; it is not a violation",
		URL:    "https://developers.google.com/search/docs/fundamentals/seo-starter-guide",
	},
	Articles: true,
	Docs:     nearDuplicateDocs,
	NewSite:  func() lint.SiteChecker { return &nearDuplicate{MaxAlike: nearlySame} },
}

type nearDuplicate struct {
	MaxAlike float64 `yaml:"max_alike" doc:"percent of their three-word sequences that two articles may share; 70 or more"`
}

// Init rejects thresholds at which the sketches would miss pairs.
func (r *nearDuplicate) Init() error {
	if r.MaxAlike < 70 || r.MaxAlike > 100 {
		return fmt.Errorf("max_alike: %g is not between 70 and 100", r.MaxAlike)
	}
	return nil
}

// Sketches are MinHash signatures, split into bands of neighbouring numbers. Two are
// compared only if at least one band is equal: with 16 bands of 8, a pair that is 85 %
// alike is missed once in 160 times, and a pair that is 50 % alike is hardly ever
// compared.
const (
	bands = 16
	rows  = 8
)

// nearlySame is the default of MaxAlike.
const nearlySame = 85

// mate is the article that is most similar to another one.
type mate struct {
	page  int
	share float64
}

// banded is an article and the key of one band of its sketch.
type banded struct {
	key  uint64
	page int
}

func (b banded) compare(other banded) int {
	return cmp.Or(cmp.Compare(b.key, other.key), b.page-other.page)
}

// Digest stores a sketch of the text in its page. A file whose name begins with an
// underscore is a part of other pages.
func (*nearDuplicate) Digest(d *lint.Document, page *lint.Page) {
	if file := path.Base(page.Path); file[0] != '_' || strings.HasPrefix(file, "_index.") {
		page.Sketch, page.Reprint = pagewords.Sketch(d), reprinted(d)
	}
}

// CheckSite finds candidates band by band and compares each article with a few of those
// that share a band, so that the time is almost linear in the number of articles.
func (r *nearDuplicate) CheckSite(p *lint.SitePass) {
	if alone(p) {
		return
	}
	pages, sections := articles(p.Pages), parallelsOf(p.Pages)
	mates := make([]mate, len(pages))
	list := make([]banded, 0, len(pages))
	for band := range bands {
		list = list[:0]
		for i, page := range pages {
			if len(page.Sketch) >= bands*rows {
				list = append(list, banded{bandKey(page.Sketch[band*rows : (band+1)*rows]), i})
			}
		}
		list = shared(list)
		slices.SortFunc(list, banded.compare)
		for from, to := 0, 0; from < len(list); from = to {
			for to = from + 1; to < len(list) && list[to].key == list[from].key; to++ {
				r.compare(pages, mates, list[from:to+1], sections)
			}
		}
	}
	groups := groupsOf(pages, mates)
	if oneForm(groups, len(pages)) {
		p.Skip("many pages follow one template")
		return
	}
	for _, group := range groups {
		r.report(p, group, func(page *lint.Page) (*lint.Page, float64) {
			m := mates[slices.Index(pages, page)]
			return pages[m.page], m.share
		})
	}
}

// groupsOf returns the articles that are nearly the same, in groups, in the order of the
// pages.
func groupsOf(pages []*lint.Page, mates []mate) (groups [][]*lint.Page) {
	root := make([]int, len(pages))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for i, m := range mates {
		if m.share > 0 {
			a, b := find(i), find(m.page)
			root[max(a, b)] = min(a, b)
		}
	}
	at := map[int]int{}
	for i, m := range mates {
		if m.share == 0 {
			continue
		}
		first := find(i)
		if _, known := at[first]; !known {
			at[first] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[first]] = append(groups[at[first]], pages[i])
	}
	return groups
}

// oneForm reports whether enough groups of pages are nearly the same for a form, not a slip, to be
// the cause: the pages of a reference, one for each command or component.
func oneForm(groups [][]*lint.Page, pages int) bool {
	const fewest, share = 8, 10 // groups, and one page in ten
	same := 0
	for _, group := range groups {
		same += len(group)
	}
	return len(groups) >= fewest && same*share >= pages
}

// report reports a group on its youngest article.
func (r *nearDuplicate) report(p *lint.SitePass, group []*lint.Page, mateOf func(*lint.Page) (*lint.Page, float64)) {
	page := youngest(p, group)
	other, share := mateOf(page)
	p.Report(page, lint.Finding{
		Span: page.Title.Span, About: lint.Span{End: math.MaxInt},
		Message: fmt.Sprintf("About %.0f %% the same as “%s” (limit %.0f %%); merge them or tell them apart",
			share, lint.Shorten(cmp.Or(other.Title.Text, other.Path), 30), r.MaxAlike),
		Related: others(group, page, func(page *lint.Page) lint.PageValue { return page.Title }, "the article that is nearly the same"),
	})
}

// shared filters a list in place and returns the entries whose key may occur more than
// once. Within a band, few articles share a key.
func shared(list []banded) []banded {
	var once, twice [1 << 10]uint64 // Bloom filters of the keys seen once and twice
	at := func(key uint64) (hole, bit uint64) { return key >> 54, 1 << (key >> 48 & 63) }
	for _, b := range list {
		hole, bit := at(b.key)
		twice[hole] |= once[hole] & bit
		once[hole] |= bit
	}
	kept := list[:0]
	for _, b := range list {
		if hole, bit := at(b.key); twice[hole]&bit != 0 {
			kept = append(kept, b)
		}
	}
	return kept
}

// compare compares the last of the articles that share a band with the first ones.
func (r *nearDuplicate) compare(pages []*lint.Page, mates []mate, list []banded, sections parallels) {
	const compared = 4
	i := list[len(list)-1].page
	for _, first := range list[:min(len(list)-1, compared)] {
		k := first.page
		if mates[i].share > 0 && mates[i].page == k || apart(pages[i], pages[k]) || sections.chapters(pages[i], pages[k]) {
			continue
		}
		share := 100 * pagewords.Alike(pages[i].Sketch, pages[k].Sketch)
		if share > r.MaxAlike {
			mates[i].consider(k, share)
			mates[k].consider(i, share)
		}
	}
}

// apart reports whether two articles may be nearly the same: in two languages, as parts of
// a series, or where a text says that it is also published elsewhere.
func apart(a, b *lint.Page) bool {
	return a.Reprint || b.Reprint || language(a) != language(b) || translations(a, b) || variants(a, b) || series(a, b)
}

func (m *mate) consider(page int, share float64) {
	if share > m.share {
		m.page, m.share = page, share
	}
}

// bandKey hashes the numbers of a band (FNV-1a over words).
func bandKey(band []uint32) uint64 {
	h := uint64(14695981039346656037)
	for _, v := range band {
		h = (h ^ uint64(v)) * 1099511628211
	}
	return h
}
