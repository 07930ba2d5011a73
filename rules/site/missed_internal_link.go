package site

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/pagewords"
)

//go:embed missed_internal_link.txtar
var missedInternalLinkDocs string

// MissedInternalLink flags the keyphrase of another article that is mentioned without a
// link.
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
	Articles: true,
	Docs:     missedInternalLinkDocs,
	NewSite:  func() lint.SiteChecker { return &missedInternalLink{MinWords: 2, Most: 3} },
}

type missedInternalLink struct {
	MinWords int `yaml:"min_words" doc:"content words that a keyphrase must have to be looked for"`
	Most     int `yaml:"most" doc:"links proposed for one article"`
}

// target is an article with the keys of one form of its keyphrase.
type target struct {
	page int
	keys []uint32
}

// lookup is the index with which the texts of a site are searched.
type lookup struct {
	pages   []*lint.Page
	phrases []string // by article: its keyphrase, normalised so that all inflections are the same
	first   map[uint32][]target
	graph   *graph
}

// Keys returns the words of a text, as keys.
func (*missedInternalLink) Keys(d *lint.Document) []uint32 { return pagewords.Keys(d) }

// CheckSite searches every text for all keyphrases in one pass over its words. If several
// articles share a keyphrase, it suggests the strongest one.
func (r *missedInternalLink) CheckSite(p *lint.SitePass) {
	pages := articles(p.Pages)
	if alone(p) || undeclared(p, pages) {
		return
	}
	l := lookup{pages, make([]string, len(pages)), map[uint32][]target{}, newGraph(pages)}
	for i, page := range pages {
		l.phrases[i] = phraseKey(page)
		if l.phrases[i] == "" || strings.Count(l.phrases[i], " ")+1 < r.MinWords {
			continue
		}
		for _, keys := range pagewords.PhraseKeys(page.Keyphrase.Text, page.Language) {
			l.first[keys[0]] = append(l.first[keys[0]], target{i, keys})
		}
	}
	if len(l.first) == 0 {
		return // then no text need be looked at
	}
	for _, list := range l.first {
		slices.SortFunc(list, l.better)
	}
	for i := range pages {
		r.look(p, &l, i)
	}
}

// better orders longer keyphrases first, and keyphrases of the same length by the strength
// of their articles.
func (l *lookup) better(a, b target) int {
	switch {
	case len(a.keys) != len(b.keys):
		return len(b.keys) - len(a.keys)
	case l.graph.stronger(l.pages, a.page, b.page):
		return -1
	case l.graph.stronger(l.pages, b.page, a.page):
		return 1
	}
	return a.page - b.page
}

// look reports the first mention of each keyphrase that article i does not link, not even
// to another article with the same keyphrase.
func (r *missedInternalLink) look(p *lint.SitePass, l *lookup, i int) {
	page := l.pages[i]
	keys := p.Keys(page)
	var done map[string]bool // keyphrases already found, already linked or the page's own
	found := 0
	for k := 0; k < len(keys) && found < r.Most; k++ {
		t, ok := l.at(keys[k:])
		if !ok {
			continue
		}
		if done == nil {
			done = map[string]bool{l.phrases[i]: true}
			l.graph.linked(page, func(to int) { done[l.phrases[to]] = true })
		}
		from, phrase, other := k, l.phrases[t.page], l.pages[t.page]
		k += len(t.keys) - 1
		if done[phrase] || language(page) != language(other) || translations(page, other) {
			continue
		}
		done[phrase] = true
		found++
		p.Report(page, lint.Finding{
			Span: p.Place(page, from, from+len(t.keys)),
			Message: fmt.Sprintf("“%s” is what “%s” is about; link to it",
				lint.Shorten(other.Keyphrase.Text, 30), lint.Shorten(other.Title.Text, 40)),
			Related: []lint.Related{{Path: other.Path, Span: keyphrasePlace(other), Message: "the article about it"}},
		})
	}
}

// at returns the best article whose keyphrase is at the beginning of the keys.
func (l *lookup) at(keys []uint32) (target, bool) {
	for _, t := range l.first[keys[0]] {
		if len(t.keys) <= len(keys) && slices.Equal(t.keys, keys[:len(t.keys)]) {
			return t, true
		}
	}
	return target{}, false
}
