package casing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
)

// body is how the text below the headings writes its words.
type body struct {
	words map[string]bool // as they are written
	names map[string]bool // with a capital inside a sentence, where only names have one; also “The Hague”
}

var bodies = lint.NewFact(readBody)

// readBody reads the words of a draft once, however many headings are compared with them.
func readBody(d *lint.Document) *body {
	lists := caseLists.Of(d.Language)
	out := &body{words: map[string]bool{}, names: map[string]bool{}}
	for _, b := range d.Prose() {
		if b.Kind != lint.Heading {
			out.add(lists, b.Text.String())
		}
	}
	return out
}

// add adds the words of a text.
func (o *body) add(lists *caseWords, text string) {
	opener := -1 // where a word begins that opens names, if it is the previous one
	for i, j := range EachWord(text) {
		if opener >= 0 {
			o.names[text[opener:j]] = true
			opener = -1
		}
		word := text[i:j]
		o.words[word] = true
		stem := strings.IndexAny(word, "'’.")
		if stem > 0 {
			for _, part := range strings.FieldsFunc(word, func(r rune) bool { return !counts(r) }) {
				o.words[part] = true
			}
		}
		if !insideSentence(text, i) {
			continue
		}
		o.names[word] = true
		if stem > 0 {
			o.names[word[:stem]] = true
		}
		if lists.nameOpeners.HasWord(strings.ToLower(word)) {
			opener = i
		}
	}
}

// insideSentence reports whether a word with a capital comes after a lower-case letter or a comma, and a
// space.
func insideSentence(text string, i int) bool {
	const least = 2 // bytes before it
	letter, _ := utf8.DecodeRuneInString(text[i:])
	if i < least || text[i-1] != ' ' || !unicode.IsUpper(letter) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i-1])
	return unicode.IsLower(before) || before == ','
}
