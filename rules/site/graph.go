package site

import "github.com/copychief/copychief/lint"

// graph is which articles of a run link to which. Addresses are compared by their last
// part: generators put all sorts of folders and dates before it. Where several articles
// share it, a link counts for each: better one link too many than an article called
// an orphan that is none.
type graph struct {
	bySlug  map[string][]int
	inbound []int // by article: how many other articles link to it
	links   int   // between articles, in all
}

func newGraph(pages []*lint.Page) *graph {
	g := &graph{bySlug: make(map[string][]int, 2*len(pages)), inbound: make([]int, len(pages))}
	for i, page := range pages {
		g.name(slug(page), i)
		if derived := segment(page.Path); derived != slug(page) {
			g.name(derived, i)
		}
	}
	from := make([]int, len(pages)) // by article: 1 + the last one that was counted
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

// namesakes is how many articles of one last part are told apart. Those beyond count
// as linked: a site on which many addresses end alike says little by it.
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

// stronger reports whether article a is the one to keep of two: more articles link to
// it, or as many, and it says more.
func (g *graph) stronger(pages []*lint.Page, a, b int) bool {
	if g.inbound[a] != g.inbound[b] {
		return g.inbound[a] > g.inbound[b]
	}
	return pages[a].Words > pages[b].Words
}
