package keyphrase

import (
	"slices"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/token"
)

var secondary = lint.NewFact(findSecondary)

// Secondary returns the additional keyphrases that a document declares, in order, each with its
// hits in the author's words. The keyphrase of [Of] is left out, so that one list in the
// front matter may contain both.
func Secondary(d *lint.Document) []*Keyphrase { return secondary.Of(d) }

func findSecondary(d *lint.Document) (list []*Keyphrase) {
	values := d.Meta.Get(lint.RoleSecondary).Values
	if all := d.Meta.Get(lint.RoleKeyphrase).Values; len(all) > 1 {
		values = slices.Concat(all[1:], values) // a list under the name of the main keyphrase
	}
	if len(values) == 0 {
		return nil
	}
	seen := map[string]bool{token.Fold(d.Meta.Keyphrase().Plain()): true}
	for _, v := range values {
		text := v.Plain()
		phrase := NewPhrase(text, d.Language)
		folded := token.Fold(text)
		if len(phrase.Words) == 0 || seen[folded] || len(list) == mostSecondary {
			continue
		}
		seen[folded] = true
		k := &Keyphrase{Phrase: phrase, Value: v}
		f := phraseFinder{doc: d, prose: language.ProseOf(d), phrases: []*Phrase{phrase}}
		for s := range f.prose.Sentences {
			k.Hits = f.sentence(k.Hits, s)
		}
		list = append(list, k)
	}
	return list
}

// mostSecondary limits how many keyphrases are searched for: each costs a pass over the words, and
// no article is written for more.
const mostSecondary = 20
