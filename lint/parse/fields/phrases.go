package fields

import (
	"fmt"

	"github.com/copychief/copychief/lint"
)

// Each word of a draft is compared with each word of its keyphrases, so both their
// number and their length are limited. Search queries are shorter than a line of text,
// and no article targets a hundred phrases.
const (
	phraseLength = 256 // bytes
	phraseCount  = 100 // of synonyms, and of additional keyphrases
)

// mostKeyphrases is the maximum number of values of a field “keyword” that are keyphrases;
// more are tags.
const mostKeyphrases = 3

// LimitPhrases drops phrases that are too long or too many and reports it.
func LimitPhrases(doc *lint.Document) {
	for _, role := range [...]lint.Role{lint.RoleKeyphrase, lint.RoleSynonyms, lint.RoleSecondary} {
		f := doc.Meta.Get(role)
		if !f.Present() {
			continue
		}
		if f.Name == "keyword" && len(f.Values) > mostKeyphrases {
			doc.Meta.Assign(role, -1) // a list of tags
			continue
		}
		var kept []lint.Text
		long := 0
		for _, v := range f.Values {
			switch {
			case v.Len() > phraseLength:
				long = max(long, v.Len())
			case len(kept) < phraseCount:
				kept = append(kept, v)
			}
		}
		if len(kept) == len(f.Values) {
			continue
		}
		message := fmt.Sprintf("There are %s phrases here; more than %d are not looked for", lint.Thousands(len(f.Values)), phraseCount)
		if long > 0 {
			message = fmt.Sprintf("A keyphrase or synonym has %s bytes; one of more than %d is not looked for", lint.Thousands(long), phraseLength)
		}
		doc.Problems = append(doc.Problems, lint.Problem{Span: f.Key, Message: message, Unchecked: true})
		f.Values = kept
	}
}
