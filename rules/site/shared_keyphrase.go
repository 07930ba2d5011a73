package site

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/inflect"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed shared_keyphrase.txtar
var sharedKeyphraseDocs string

// SharedKeyphrase flags articles that compete for the same keyphrase.
var SharedKeyphrase = &lint.Rule{
	Name:     "shared-keyphrase",
	Family:   lint.SiteFamily,
	Summary:  "two articles of the site target the same keyphrase",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editors’ practice: one article a question; no search engine calls it a violation",
	},
	Articles: true,
	Docs:     sharedKeyphraseDocs,
	NewSite:  func() lint.SiteChecker { return &sharedKeyphrase{} },
}

type sharedKeyphrase struct{}

// CheckSite compares keyphrases by their content words in any inflection and order, and
// reports every article of a group except the strongest.
func (sharedKeyphrase) CheckSite(p *lint.SitePass) {
	pages := articles(p.Pages)
	if alone(p) || undeclared(p, pages) {
		return
	}
	groups := map[string][]int{}
	var order []string
	for i, page := range pages {
		key := phraseKey(page)
		if key == "" {
			continue
		}
		key = language(page) + "\x00" + key
		if slices.ContainsFunc(groups[key], func(k int) bool { return translations(page, pages[k]) }) {
			continue
		}
		if len(groups[key]) == 1 {
			order = append(order, key)
		}
		groups[key] = append(groups[key], i)
	}
	if len(order) == 0 {
		return
	}
	g := newGraph(pages)
	for _, key := range order {
		best := groups[key][0]
		for _, i := range groups[key][1:] {
			if g.stronger(pages, i, best) {
				best = i
			}
		}
		for _, i := range groups[key] {
			if i != best {
				p.Report(pages[i], g.shared(pages, i, best))
			}
		}
	}
}

// shared returns the finding about an article whose keyphrase a stronger article has.
func (g *graph) shared(pages []*lint.Page, i, best int) lint.Finding {
	strong := pages[best]
	return lint.Finding{
		Span: keyphrasePlace(pages[i]),
		Message: fmt.Sprintf("“%s” is the keyphrase of “%s” too, which is stronger (%s); merge or pick another",
			lint.Shorten(pages[i].Keyphrase.Text, 24), lint.Shorten(strong.Title.Text, 24), g.strength(pages, best)),
		Related: []lint.Related{{Path: strong.Path, Span: keyphrasePlace(strong), Message: "the stronger article"}},
	}
}

// keyphrasePlace returns the span of a page's keyphrase. A keyphrase from the command line
// or a map of the repository has no span; the title's is used instead.
func keyphrasePlace(page *lint.Page) lint.Span {
	for _, v := range []lint.PageValue{page.Keyphrase, page.Title} {
		if v.Span.End > 0 {
			return v.Span
		}
	}
	return lint.Span{}
}

// phraseKey returns the stems of a keyphrase's content words, sorted.
func phraseKey(page *lint.Page) string {
	phrase := keyphrase.NewPhrase(page.Keyphrase.Text, page.Language)
	stems := make([]string, 0, len(phrase.Words))
	for _, w := range phrase.Words {
		stems = append(stems, inflect.Stem(w, page.Language))
	}
	slices.Sort(stems)
	return strings.Join(stems, " ")
}
