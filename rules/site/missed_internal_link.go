package site

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/copychief/copychief/lint"
	words "github.com/copychief/copychief/lint/language"
)

//go:embed missed_internal_link.txtar
var missedInternalLinkDocs string

// MissedInternalLink flags the keyphrase of another article, mentioned without a link.
var MissedInternalLink = &lint.Rule{
	Name:     "missed-internal-link",
	Family:   lint.SiteFamily,
	Summary:  "another article’s keyphrase is mentioned and not linked",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editors’ practice; Google, Link best practices: cross-reference your own content",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
	},
	Docs:    missedInternalLinkDocs,
	NewSite: func() lint.SiteChecker { return &missedInternalLink{MinWords: 2, Most: 3} },
}

type missedInternalLink struct {
	MinWords int `yaml:"min_words" doc:"content words that a keyphrase must have to be looked for"`
	Most     int `yaml:"most" doc:"links proposed for one article"`
}

// target is an article with the keys of its keyphrase in one form, and the phrase in a
// form that is the same for all of them.
type target struct {
	page   int
	keys   []uint32
	phrase string
}

// CheckSite looks for every keyphrase in every text in one pass over its words. Of
// articles with one keyphrase the strongest is proposed.
func (r *missedInternalLink) CheckSite(p *lint.SitePass) {
	pages := articles(p.Pages)
	if alone(p) || undeclared(p, pages) {
		return
	}
	first := map[uint32][]target{}
	g := (*graph)(nil)
	for i, page := range pages {
		if len(words.NewPhrase(page.Keyphrase.Text, page.Language).Words) < r.MinWords {
			continue
		}
		if g == nil {
			g = newGraph(pages)
		}
		for _, keys := range words.PhraseKeys(page.Keyphrase.Text) {
			first[keys[0]] = append(first[keys[0]], target{i, keys, phraseKey(page)})
		}
	}
	if g == nil {
		return
	}
	for _, list := range first {
		slices.SortFunc(list, func(a, b target) int { // the longest, then the strongest
			switch {
			case len(a.keys) != len(b.keys):
				return len(b.keys) - len(a.keys)
			case g.stronger(pages, a.page, b.page):
				return -1
			case g.stronger(pages, b.page, a.page):
				return 1
			}
			return a.page - b.page
		})
	}
	for i := range pages {
		r.look(p, g, pages, first, i)
	}
}

// look reports the first mention of each keyphrase that article i does not link.
func (r *missedInternalLink) look(p *lint.SitePass, g *graph, pages []*lint.Page, first map[uint32][]target, i int) {
	page, keys := pages[i], pages[i].Keys
	done := []string{phraseKey(page)} // keyphrases that were met, its own first
	found := 0
	for k := 0; k < len(keys) && found < r.Most; k++ {
		list := first[keys[k]]
		at := slices.IndexFunc(list, func(t target) bool {
			return len(t.keys) <= len(keys)-k && slices.Equal(t.keys, keys[k:k+len(t.keys)])
		})
		if at < 0 {
			continue
		}
		t := list[at]
		from := k
		k += len(t.keys) - 1
		if slices.Contains(done, t.phrase) {
			continue
		}
		done = append(done, t.phrase)
		if !g.proposes(pages, i, list, t) {
			continue
		}
		found++
		other := pages[t.page]
		p.Report(page, lint.Finding{
			Span: p.Place(page, from, from+len(t.keys)),
			Message: fmt.Sprintf("“%s” is what “%s” is about; link to it",
				short(other.Keyphrase.Text, 30), short(other.Title.Text, 40)),
			Related: []lint.Related{{Path: other.Path, Span: other.Keyphrase.Span, Message: "the article about it"}},
		})
	}
}

// proposes reports whether article i should link to t: it is another one of the same
// language, and neither it nor one of the same keyphrase is linked already.
func (g *graph) proposes(pages []*lint.Page, i int, list []target, t target) bool {
	if language(pages[i]) != language(pages[t.page]) {
		return false
	}
	for _, same := range list {
		if same.phrase == t.phrase && (same.page == i || g.linked(pages[i], same.page)) {
			return false
		}
	}
	return true
}
