package quotes

import (
	"github.com/copychief/copychief/lint/language/quotes/clause"
	"strings"
)

// isPerson reports whether a capitalised word may be a name rather than a common noun at the
// beginning of a sentence: Buckets in "Buckets stand between the shelves." If the same word occurs
// within a sentence elsewhere in the document, its case there decides; otherwise the model does.
func isPerson(f *reader, p *clause.Paragraph, ph clause.Phrase) bool {
	w := strings.TrimSuffix(strings.TrimSuffix(p.Word(ph.From), "'s"), "’s")
	first := ph.From == 0 || p.Pieces[ph.From-1].Ends
	if ph.To != ph.From+1 || !first || len(w) < 3 || w[1] < 'a' || w[1] > 'z' {
		return true
	}
	if known := partElsewhere(f, w); known != clause.Unsettled {
		return known == clause.ProperNoun
	}
	part := clause.PartAt(p, ph.From)
	return part == clause.ProperNoun || part == clause.Unsettled
}

// partElsewhere looks for a word within a sentence of the document: with a capital it is a name,
// without one it is not.
func partElsewhere(f *reader, w string) clause.PartOfSpeech {
	const searches = 20 // per document; each scans the whole document
	if f.searches++; f.searches > searches {
		return clause.Unsettled
	}
	small := strings.ToLower(w[:1]) + w[1:]
	for i := range f.doc.Blocks {
		b := &f.doc.Blocks[i]
		if !b.Prose() {
			continue
		}
		text := b.Text.String()
		for _, form := range [...]string{w, small} {
			if !within(text, form) {
				continue
			}
			if form == w {
				return clause.ProperNoun
			}
			return clause.CommonNoun
		}
	}
	return clause.Unsettled
}

// within reports whether a word occurs in a text after a letter or comma and a space, that is, not
// at the beginning of a sentence.
func within(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		i += from
		from = i + len(w)
		if i < 2 || text[i-1] != ' ' || from < len(text) && clause.Alphanumeric(text[from]) {
			continue
		}
		if c := text[i-2]; c == ',' || c >= 'a' && c <= 'z' {
			return true
		}
	}
}
