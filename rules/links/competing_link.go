package links

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/href"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed competing_link.txtar
var competingLinkDocs string

// CompetingLink flags a link to another site whose text is the article's own keyphrase.
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
	Needs:     []lint.Need{lint.NeedsKeyphrase},
	Structure: true,
	Docs:      competingLinkDocs,
	New:       func() lint.Checker { return &competingLink{} },
}

type competingLink struct{}

// Check compares the text of each link with the keyphrase; a longer text leads to a
// narrower subject. All such links of an article are one finding.
func (competingLink) Check(p *lint.Pass) {
	if len(p.Doc.Links) == 0 {
		return
	}
	key := keyphrase.Of(p.Doc)
	if key == nil {
		return
	}
	var f lint.Finding
	longest := 3*len(key.Phrase.Text) + 16 // bytes; an upper bound for inflected forms
	for i := range p.Doc.Links {
		l := &p.Doc.Links[i]
		if l.Kind != lint.Internal && l.Kind != lint.External || l.Bare || l.Image != lint.None || l.Text.Len() > longest || quoted(p.Doc, l) {
			continue
		}
		text := l.Text.Plain()
		if !isKeyphrase(key, text, p.Doc.Language) || toItself(p.Doc, l) || l.Kind == lint.External && !competes(p.Doc, l, key, text) {
			continue
		}
		if f.Message != "" {
			f.Related = append(f.Related, lint.Related{Span: textSpan(l), Message: "and here"})
			continue
		}
		f.Span = textSpan(l)
		f.Message = fmt.Sprintf("Link text “%s” is this article's own keyphrase; say what the other page adds", lint.Shorten(text, 32))
	}
	if f.Message != "" {
		p.Report(f)
	}
}

// competes reports whether a page on another site is about the keyphrase, judging by its
// address, and the text of the link is not a name that leads to its owner.
func competes(d *lint.Document, l *lint.Link, key *keyphrase.Keyphrase, text string) bool {
	a, ok := href.Parse(l.Target.String())
	page, _, _ := strings.Cut(a.Path, ".") // without its extension
	return ok && key.Phrase.In(page).All() && !isOwnName(d, l, text)
}

// isOwnName reports whether the text of a link is a name that is linked to its own site:
// it has a capital that is not due to the start of a sentence, is a single capitalised
// word, or contains a digit or a full stop.
func isOwnName(d *lint.Document, l *lint.Link, text string) bool {
	text = strings.TrimRight(text, ".")
	if strings.ContainsAny(text, ".0123456789") {
		return true
	}
	for i, r := range text {
		if !unicode.IsUpper(r) {
			continue
		}
		if i > 0 || l.Block == lint.None || strings.IndexByte(text, ' ') < 0 {
			return true
		}
		before := strings.TrimRight(d.Blocks[l.Block].Text.Slice(0, l.Start), " \n")
		if before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?:") {
			return true
		}
	}
	return false
}

// isKeyphrase reports whether a text consists of the keyphrase, in any inflection, and
// function words.
func isKeyphrase(key *keyphrase.Keyphrase, text, tag string) bool {
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

// grammatical reports whether a text contains function words only.
func grammatical(text, tag string) bool {
	function, possessive, here := wordpack.Of(tag).Words("function-words"), wordpack.Shared().Words("possessives"), wordpack.Shared().Words("pointing-links")
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" -–—/,.:;!?()“”\"", r) }) {
		if w = strings.Trim(w, "'’‘"); w != "" && !possessive.HasWord(w) && (!function.HasWord(w) || here.HasWord(w)) {
			return false
		}
	}
	return true
}

// toItself reports whether a link leads to the article that contains it.
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
