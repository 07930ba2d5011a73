package links

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/claims"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed homepage_source.txtar
var homepageSourceDocs string

// HomepageSource flags a source whose link leads to a front page.
var HomepageSource = &lint.Rule{
	Name:     "homepage-source",
	Family:   lint.LinksFamily,
	Summary:  "a claim or a document is linked to a site's front page",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "BBC News linking policy: link to the page that the story is about",
		URL:    "https://www.bbc.co.uk/blogs/theeditors/2010/03/bbc_news_linking_policy.html",
	},
	Languages: wordpack.WithLists("authorities", "documents-promised"),
	Structure: true,
	Docs:      homepageSourceDocs,
	New:       func() lint.Checker { return &homepageSource{} },
}

type homepageSource struct{}

// Check looks at links to front pages only, and flags those whose text promises more: a
// document, a statement, or a numerical claim.
func (homepageSource) Check(p *lint.Pass) {
	list := href.Of(p.Doc)
	for i := range list {
		l, a := &p.Doc.Links[i], &list[i]
		if !a.Known() || a.Query != "" || len(a.Path) > 1 || !ownDomain(a.Host) {
			continue // not a front page
		}
		if l.Kind != lint.External || l.Block == lint.None || l.Bare || l.Image != lint.None || !p.Doc.Blocks[l.Block].Prose() || strings.IndexByte(l.Target.String(), '#') >= 0 {
			continue
		}
		if what := promise(p.Doc, l); what != "" {
			p.Report(lint.Finding{
				Span:    textSpan(l),
				Message: fmt.Sprintf("Link for %s leads to the front page of %s; link to the page itself", what, lint.Shorten(href.BareHost(a.Host), 32)),
			})
		}
	}
}

// ownDomain reports whether a host belongs to a whole site (paper.org, www.paper.co.uk). A
// subdomain is often set up for one document, and its front page is that document.
func ownDomain(host string) bool {
	host = href.BareHost(host)
	switch strings.Count(host, ".") {
	case 1:
		return true
	case 2:
		_, rest, _ := strings.Cut(host, ".")
		second, top, _ := strings.Cut(rest, ".")
		switch second {
		case "co", "com", "org", "net", "gov", "ac", "edu":
			return len(top) == 2
		}
	}
	return false
}

// longestSentence is the number of words beyond which a sentence is not searched for each
// of its links; real sentences are shorter.
const longestSentence = 400

// promise returns what the text of a link promises, worded for a message, or "".
func promise(d *lint.Document, l *lint.Link) string {
	block := &d.Blocks[l.Block]
	text := block.Text.String()
	prose := language.ProseOf(d)
	for _, s := range prose.SentencesIn(l.Block) {
		if int(s.End) <= l.Start || int(s.Start) >= l.End {
			continue
		}
		words := prose.Words[s.From:s.To]
		if len(words) > longestSentence {
			return ""
		}
		if c, ok := claims.In(d, &s); ok && c.Start < l.End && l.Start < c.End {
			return "a claim"
		}
		return promised(d.Language, text, inside(words, l))
	}
	return ""
}

// inside returns the words inside a link.
func inside(words []language.Word, l *lint.Link) []language.Word {
	for len(words) > 0 && int(words[0].Start) < l.Start {
		words = words[1:]
	}
	for len(words) > 0 && int(words[len(words)-1].End) > l.End {
		words = words[:len(words)-1]
	}
	return words
}

// promised returns what the words of a link promise. Words with a capital in the middle
// are names, whose only page may be the front page.
func promised(tag, text string, words []language.Word) string {
	if len(words) == 0 || len(words) > 8 {
		return ""
	}
	for k, w := range words {
		if c := text[w.Start]; k > 0 && c >= 'A' && c <= 'Z' {
			return ""
		}
	}
	pack := wordpack.Of(tag)
	if len(words) <= 3 {
		for _, w := range words {
			if pack.Words("reporting-verbs").HasWord(text[w.Start:w.End]) {
				return "what was said"
			}
		}
	}
	if last := words[len(words)-1]; pack.Words("documents-promised").HasWord(text[last.Start:last.End]) {
		return "a document"
	}
	return ""
}
