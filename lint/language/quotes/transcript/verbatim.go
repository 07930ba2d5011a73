package transcript

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

var verbatim = lint.NewFact(func(d *lint.Document) bool { return Is(d) || isLegal(d) })

// Verbatim reports whether a document is not to be reworded for style: a record of speech ([Is]),
// or a legal text of a site, such as its terms, which lawyers or a service's template wrote.
func Verbatim(d *lint.Document) bool { return verbatim.Of(d) }

// isLegal reports whether the name of the file or the headline of a document is that of a page with
// legal text: “Privacy policy”, “Acme’s terms of service”; or its headings number the articles of one;
// or it may be one by its name, and its words are those of contracts and laws.
func isLegal(d *lint.Document) bool {
	return isNamedLegal(d) || IsStatute(d) || hasLegalName(d) && hasLegalTerms(d)
}

// IsStatute reports whether a document is a law, the statutes of a club or another text in numbered
// articles: most of its headings are those of articles: “§ 3 Payment”, “第3条（支払い）”.
func IsStatute(d *lint.Document) bool {
	const fewest = 3
	articles, all := 0, 0
	for _, h := range d.Headings() {
		all++
		if isArticle(h.Text.String()) {
			articles++
		}
	}
	return articles >= fewest && 2*articles > all
}

// article is a word for an article of a law, and the sign after its number, or "".
type article struct{ word, sign string }

var articles = sync.OnceValue(func() (all []article) {
	for _, line := range wordpack.Shared().Lines("legal-articles") {
		word, sign, _ := strings.Cut(line, " ")
		all = append(all, article{word, sign})
	}
	return all
})

// isArticle reports whether a heading begins with the word for an article and a number, after which
// there may be a sign.
func isArticle(heading string) bool {
	if !mayHaveNumber(heading) {
		return false // most headings
	}
	heading = strings.ToLower(strings.TrimSpace(heading))
	for _, a := range articles() {
		rest, begins := strings.CutPrefix(heading, a.word)
		if !begins {
			continue
		}
		rest = strings.TrimLeft(rest, " \u00a0\u3000")
		after := strings.TrimLeft(rest, "0123456789０１２３４５６７８９一二三四五六七八九十百")
		if len(after) < len(rest) && strings.HasPrefix(strings.TrimLeft(after, " "), a.sign) {
			return true
		}
	}
	return false
}

// mayHaveNumber reports whether a text has a figure, or a character outside ASCII, which may be one.
func mayHaveNumber(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || c >= '0' && c <= '9' {
			return true
		}
	}
	return false
}

func isNamedLegal(d *lint.Document) bool {
	slug, title := lint.SlugOf(d.Source.Path), d.Title().String()
	if longer(slug, longestNamed) && longer(title, longestNamed) {
		return false // most drafts
	}
	slug, title = plainWords(slug), plainWords(title)
	all := legalPages()
	for i := range all {
		if all[i].is(slug) || all[i].is(title) {
			return true
		}
	}
	return false
}

// longestNamed is the maximum number of words in the name of such a page, including that of its
// owner.
const longestNamed = 8

// longer reports whether a text has more than n words; false if only characters outside ASCII may
// divide some.
func longer(text string, n int) bool {
	inside := false
	for i := range len(text) {
		c := text[i] | 0x20
		switch {
		case c >= utf8.RuneSelf:
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if !inside {
				n--
			}
			inside = true
		default:
			inside = false
		}
	}
	return n < 0
}

// page is the name of a kind of page, alone and with a space before and after it.
type page struct {
	name, last, first string
	several           bool // words
}

var legalPages = sync.OnceValue(func() (pages []page) {
	for _, line := range wordpack.Shared().Lines("legal-pages") {
		name := plainWords(line)
		pages = append(pages, page{name, " " + name, name + " ", strings.Contains(name, " ")})
	}
	return pages
})

// is reports whether a text is the name of such a page. A name of several words may have that of
// the page's owner before or after it.
func (p *page) is(text string) bool {
	const most = 2 // words of the owner's name
	if text == p.name {
		return true
	}
	if !p.several {
		return false
	}
	rest, ends := strings.CutSuffix(text, p.last)
	if !ends {
		rest, ends = strings.CutPrefix(text, p.first)
	}
	return ends && strings.Count(rest, " ") < most
}

// plainWords returns a text in lower case with single spaces between its words.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
