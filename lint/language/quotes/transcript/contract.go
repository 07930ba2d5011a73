package transcript

import (
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/token"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// hasLegalName reports whether the name of the file or the headline of a document has a word that
// contracts, sets of rules and laws have in theirs. Articles about them have it too.
func hasLegalName(d *lint.Document) bool {
	hints := wordpack.Shared().Words("legal-hints")
	return hints.HasAnyWord(lint.SlugOf(d.Source.Path)) || hints.HasAnyWord(d.Title().String())
}

// Thresholds for taking a text for a contract or a law.
const (
	fewestTerms = 7    // different ones
	rarestTerm  = 100  // words for each
	mostRead    = 4000 // words
)

// hasLegalTerms reports whether words that are frequent in contracts and laws, and rare elsewhere,
// are frequent in a document.
func hasLegalTerms(d *lint.Document) bool {
	terms := wordpack.Of(d.Language).Words("legal-terms")
	if terms.Empty() {
		return false
	}
	words, found, different := 0, 0, map[uint64]bool{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if !b.Prose() {
			continue
		}
		for w := range strings.FieldsFuncSeq(b.Text.String(), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			words++
			if key := token.Key(w); terms.Has(key) {
				found++
				different[key] = true
			}
		}
		if words > mostRead {
			break
		}
	}
	return len(different) >= fewestTerms && found*rarestTerm >= words
}
