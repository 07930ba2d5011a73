package quotes

import (
	"strings"
	"sync"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/wordpack"
)

var verbatim = lint.NewFact(func(d *lint.Document) bool { return Transcript(d) || isLegal(d) })

// Verbatim reports whether nobody rewords a document for style: a [Transcript], or the legal text of
// a site, such as its terms, which lawyers or the form of a service wrote.
func Verbatim(d *lint.Document) bool { return verbatim.Of(d) }

// isLegal reports whether the name of the file or the headline of a document is that of a page with
// legal text: “Privacy policy”, “Acme’s terms of service”.
func isLegal(d *lint.Document) bool {
	slug, title := plainWords(lint.SlugOf(d.Source.Path)), plainWords(d.Title().String())
	all := legalPages()
	for i := range all {
		if all[i].is(slug) || all[i].is(title) {
			return true
		}
	}
	return false
}

// page is the name of a kind of page, alone and with a space before and behind it.
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

// is reports whether a text is the name of such a page, which may have the name of its owner before or
// behind it if it has several words.
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
