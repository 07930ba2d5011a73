package readability

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
	"github.com/copychief/copychief/lint/language/wordpack"
)

// verbatim is why a rule about length does not run on a draft: nobody can shorten the words of
// others, so they do not count towards the habit of a site either.
const verbatim = "a transcript or a legal text"

// The lists of phrases, one for each rule.
const (
	wordy  = "wordy"
	cliche = "cliche"
	weasel = "weasel"
)

// phraseHits returns every phrase of the three lists in a document. The rules that share
// it need only one pass.
var phraseHits = lint.NewFact(func(d *lint.Document) []lexicon.Hit {
	return lexicon.Of(wordpack.Of(d.Language), wordy, cliche, weasel).Find(d)
})

// eachPhrase calls found for every phrase of a list in the author's running text, except
// those in allow and in text that is struck out, with its block and the phrase as written.
func eachPhrase(d *lint.Document, list string, allow []string, found func(h *lexicon.Hit, b *lint.Block, written string)) {
	hits := phraseHits.Of(d)
	for i := range hits {
		h := &hits[i]
		if h.Entry.Class != list || h.Voice != language.Author {
			continue
		}
		b := &d.Blocks[h.Block]
		if !running(b) || contains(allow, h.Entry.Phrase) || inTitle(b, h.Start) || b.Marked(lint.MarkStrike, h.Start) {
			continue
		}
		if transcript.Verbatim(d) {
			return
		}
		found(h, b, b.Text.Slice(h.Start, h.End))
	}
}

// completes reports whether a phrase goes on in the text after it as one of the longer phrases
// does, which are meant to the letter.
func completes(longer []string, phrase, after string) bool {
	rest := strings.TrimSpace(after)
	return slices.ContainsFunc(longer, func(whole string) bool {
		word, is := strings.CutPrefix(whole, phrase+" ")
		end, goesOn := strings.CutPrefix(rest, word)
		next, _ := utf8.DecodeRuneInString(end)
		return is && goesOn && !unicode.IsLetter(next)
	})
}

// inTitle reports whether offset i is in the title of a work or in the text of a link,
// which is often someone else's headline.
func inTitle(b *lint.Block, i int) bool {
	return b.Marked(lint.MarkCite, i) || b.Marked(lint.MarkLink, i)
}

// reportPhrases reports phrases, which the engine gathers.
func reportPhrases(p *lint.Pass, found []lint.Finding, gathered string) {
	for _, f := range found {
		f.Together = gathered
		p.Report(f)
	}
}

// together combines many findings into one: the finding at index at, with the places of
// the others.
func together(found []lint.Finding, at int, message string) lint.Finding {
	f := found[at]
	for i := range found {
		if i != at {
			f.Related = append(f.Related, lint.Related{Span: found[i].Span, Message: message})
		}
	}
	return f
}
