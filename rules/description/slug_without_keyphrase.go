package description

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/token"
)

//go:embed slug_without_keyphrase.txtar
var slugWithoutKeyphraseDocs string

// SlugWithoutKeyphrase flags an address that does not say what the article is about.
var SlugWithoutKeyphrase = &lint.Rule{
	Name:     "slug-without-keyphrase",
	Family:   lint.DescriptionFamily,
	Summary:  "the slug lacks the keyphrase",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Google, SEO Starter Guide (words in the address help people; they have hardly any effect on ranking)",
		URL:    "https://developers.google.com/search/docs/fundamentals/seo-starter-guide",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     slugWithoutKeyphraseDocs,
	New:      func() lint.Checker { return &slugWithoutKeyphrase{} },
}

type slugWithoutKeyphrase struct{}

// Check requires half of the keyphrase's words: a short slug is better than a complete
// one.
func (*slugWithoutKeyphrase) Check(p *lint.Pass) {
	key := keyphrase.Of(p.Doc)
	if key == nil {
		return
	}
	s, ok := slugOf(p.Doc)
	if !ok {
		return // no slug
	}
	name := s.last()
	if names(key.Phrase, name, p.Doc.Language) {
		return
	}
	for _, synonym := range key.Synonyms {
		if names(synonym, name, p.Doc.Language) {
			return
		}
	}
	if !sameScript(key.Phrase.Text, name) {
		return // an address in another script than the article
	}
	p.Report(lint.Finding{
		Span:    s.span(p.Doc),
		Message: fmt.Sprintf("%s does not name the keyphrase “%s”; use its words", s.name(), lint.Clip(maxShown, key.Phrase.Text)),
	})
}

// names reports whether a slug contains half of a phrase's words, or all of them run
// together, as written or transliterated.
func names(phrase *keyphrase.Phrase, slug, tag string) bool {
	if 2*phrase.Reflects(slug) >= 1 {
		return true
	}
	plain := umlauts.Replace(strings.ToLower(phrase.Text))
	together := func(s string) string {
		return strings.Map(func(r rune) rune {
			if signs(r) {
				return r
			}
			return -1
		}, token.Fold(s))
	}
	if strings.Contains(together(slug), together(plain)) {
		return true
	}
	return plain != strings.ToLower(phrase.Text) && 2*keyphrase.NewPhrase(plain, tag).Reflects(slug) >= 1
}

// umlauts transliterates German umlauts as addresses do.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")

// sameScript reports whether both texts, or neither, are in Latin letters.
func sameScript(a, b string) bool { return latin(a) == latin(b) }

func latin(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
}
