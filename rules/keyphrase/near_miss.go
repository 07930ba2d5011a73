package keyphrase

import (
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

// nearMiss is one of the author's sentences that contains some, but not all, words of a
// keyphrase.
type nearMiss struct {
	sentence int // its number in the article, from 1
	span     lint.Span
	missing  []string
	has, of  int // content words
}

// nearMisses returns up to three sentences that come closest to containing a phrase, the
// best first. At least two words must match, since one of two proves nothing. It looks at
// every word, so call it only when there is something to report.
func nearMisses(d *lint.Document, phrase *keyphrase.Phrase) (best []nearMiss) {
	const most = 3
	of := len(phrase.Words)
	if of < 3 || phrase.Exact {
		return nil
	}
	prose := language.ProseOf(d)
	for i := range prose.Sentences {
		s := &prose.Sentences[i]
		if !authored(prose.Words[s.From:s.To]) {
			continue
		}
		text := d.Blocks[s.Block].Text
		missing := phrase.In(text.Slice(int(s.Start), int(s.End))).Missing
		has := of - len(missing)
		if has < 2 || has == of {
			continue
		}
		at := len(best)
		for at > 0 && best[at-1].has < has {
			at--
		}
		if at == most {
			continue
		}
		miss := nearMiss{i + 1, text.Span(int(s.Start), int(s.End)), missing, has, of}
		best = append(best[:at], append([]nearMiss{miss}, best[at:]...)...)
		best = best[:min(len(best), most)]
	}
	return best
}

// authored reports whether all words are the author's own.
func authored(words []language.Word) bool {
	for i := range words {
		if words[i].Voice != language.Author {
			return false
		}
	}
	return true
}

// String formats a near miss for a message: "2 of 3 words, sentence 4".
func (m *nearMiss) String() string {
	return fmt.Sprintf("%d of %d words, sentence %d", m.has, m.of, m.sentence)
}

// related returns near misses as related places.
func related(misses []nearMiss) (places []lint.Related) {
	for i := range misses {
		m := &misses[i]
		places = append(places, lint.Related{
			Span: m.span, Message: fmt.Sprintf("%d of %d words, without %s", m.has, m.of, list(m.missing)),
		})
	}
	return places
}
