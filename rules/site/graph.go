package site

import (
	"github.com/copychief/copychief/lint"
)

// graph holds the links between the articles of a run. Addresses are compared by their
// last part, because generators add various folders and dates before it. If several
// articles share it, a link counts for each of them: a link too many is better than a
// false orphan.
type graph struct {
	bySlug  map[string][]int
	inbound []int // by article: how many other articles link to it
	links   int   // total number of links between articles
}

func newGraph(pages []*lint.Page) *graph {
	g := &graph{bySlug: make(map[string][]int, 2*len(pages)), inbound: make([]int, len(pages))}
	for i, page := range pages {
		g.name(slug(page), i)
		if derived := segment(page.Path); derived != slug(page) {
			g.name(derived, i)
		}
	}
	from := make([]int, len(pages)) // by article: 1 + the last article that was counted
	for i, page := range pages {
		g.linked(page, func(to int) {
			if to != i && from[to] != i+1 {
				from[to] = i + 1
				g.inbound[to]++
				g.links++
			}
		})
	}
	return g
}

// namesakes is how many articles with the same last part are told apart. Any beyond that
// count as linked: if many addresses of a site end alike, the last part says little.
const namesakes = 8

func (g *graph) name(slug string, i int) {
	switch {
	case slug == "" || slug == ".":
	case len(g.bySlug[slug]) == namesakes:
		g.inbound[i]++
	default:
		g.bySlug[slug] = append(g.bySlug[slug], i)
	}
}

// linked calls yield for every article that a page links to.
func (g *graph) linked(page *lint.Page, yield func(int)) {
	for k := range page.Links {
		for _, i := range g.bySlug[segment(page.Links[k].Target)] {
			yield(i)
		}
	}
}

// stronger reports whether article a is the better one of two: more articles link to it
// or, with the same number of links, its text is longer.
func (g *graph) stronger(pages []*lint.Page, a, b int) bool {
	if g.inbound[a] != g.inbound[b] {
		return g.inbound[a] > g.inbound[b]
	}
	return pages[a].Words > pages[b].Words
}

// strength says for a message why an article is the strongest of several.
func (g *graph) strength(pages []*lint.Page, i int) string {
	switch n := g.inbound[i]; n {
	case 0:
		return lint.Thousands(pages[i].Words) + " words"
	case 1:
		return "1 link"
	default:
		return lint.Thousands(n) + " links"
	}
}
