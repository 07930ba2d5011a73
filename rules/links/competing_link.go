package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed competing_link.txtar
var competingLinkDocs string

// CompetingLink flags the article's own keyphrase as the text of a link to elsewhere.
var CompetingLink = &lint.Rule{
	Name:     "competing-link",
	Family:   lint.LinksFamily,
	Summary:  "a link's text is the article's own keyphrase",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "House convention; Google asks that link text describe the page it leads to",
		URL:    "https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
	},
	Needs: []lint.Need{lint.NeedsKeyphrase},
	Docs:  competingLinkDocs,
	New:   func() lint.Checker { return &competingLink{} },
}

type competingLink struct{}

// Check compares the text of each link with the keyphrase; one that says more leads to
// something narrower.
func (competingLink) Check(p *lint.Pass) {
	if len(p.Doc.Links) == 0 {
		return
	}
	key := language.KeyphraseOf(p.Doc)
	if key == nil {
		return
	}
	longest := 3*len(key.Phrase.Text) + 16 // bytes; no inflected form needs more
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		if l.Kind != lint.Internal && l.Kind != lint.External || l.Bare || l.Image != lint.None || l.Text.Len() > longest || quoted(p.Doc, l) {
			continue
		}
		text := l.Text.Plain()
		if !isKeyphrase(key, text, p.Doc.Language) || toItself(p.Doc, l) {
			continue
		}
		p.Report(lint.Finding{
			Span:    anchor(l),
			Message: fmt.Sprintf("Link text “%s” is this article's own keyphrase; say what the other page adds", short(text, 32)),
		})
	}
}

// isKeyphrase reports whether a text is the keyphrase, in any form of its words, and
// nothing more but function words.
func isKeyphrase(key *language.Keyphrase, text, tag string) bool {
	m := key.Phrase.In(text)
	if !m.All() {
		return false
	}
	at := 0
	for _, w := range m.Words {
		if !grammatical(text[at:w[0]], tag) {
			return false
		}
		at = w[1]
	}
	return grammatical(text[at:], tag)
}

// grammatical reports whether a text holds no word that means something.
func grammatical(text, tag string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" -–—/,.:;!?()“”\"", r) }) {
		if w = strings.Trim(w, "'’‘"); w != "" && w != "s" && !language.FunctionWord(w, tag) {
			return false
		}
	}
	return true
}

// toItself reports whether a link leads to the article that it stands in.
func toItself(d *lint.Document, l *lint.Link) bool {
	target, _, _ := strings.Cut(l.Target.String(), "#")
	if canonical := d.Meta.Get(lint.RoleCanonical).Value().Plain(); canonical != "" && strings.TrimSuffix(canonical, "/") == strings.TrimSuffix(target, "/") {
		return true
	}
	slug := d.Meta.Get(lint.RoleSlug).Value().Plain()
	if slug == "" {
		slug = lint.SlugOf(d.Source.Path)
	}
	return l.Kind == lint.Internal && slug != "" && lint.SlugOf(strings.TrimSuffix(target, "/")) == slug
}
