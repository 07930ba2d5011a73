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
	for _, name := range legalPages() {
		if isNamed(slug, name) || isNamed(title, name) {
			return true
		}
	}
	return false
}

var legalPages = sync.OnceValue(func() (names []string) {
	for _, name := range wordpack.Shared().Lines("legal-pages") {
		names = append(names, plainWords(name))
	}
	return names
})

// isNamed reports whether a text is the name of a page, which may have the name of its owner before or
// behind it if it has several words.
func isNamed(text, name string) bool {
	const most = 2 // words of the owner's name
	if text == name {
		return true
	}
	rest, ends := strings.CutSuffix(text, " "+name)
	if !ends {
		rest, ends = strings.CutPrefix(text, name+" ")
	}
	return ends && strings.Contains(name, " ") && strings.Count(rest, " ") < most
}

// plainWords returns a text in lower case with single spaces between its words.
func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
