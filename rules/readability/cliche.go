package readability

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed cliche.txtar
var clicheDocs string

// Cliche flags a worn-out figure of speech.
var Cliche = &lint.Rule{
	Name:     "cliche",
	Family:   lint.ReadabilityFamily,
	Summary:  "a figure of speech is worn out",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Newsroom practice; no search engine looks at it",
	},
	Languages: wordpack.WithLists(cliche),
	Docs:      clicheDocs,
	New:       func() lint.Checker { return &clicheChecker{} },
}

type clicheChecker struct {
	Allow []string `yaml:"allow" doc:"phrases of the list to allow, in lower case"`
}

// Check reports a few phrases one by one, and many of them as one finding. Some are only
// figures of speech if a comma follows, and some are completed to a plain statement.
func (r *clicheChecker) Check(p *lint.Pass) {
	var found []lint.Finding
	pack := wordpack.Of(p.Doc.Language)
	setOff, completed, attributive := pack.Lines("cliche-set-off"), pack.Lines("cliche-completed"), pack.Lines("cliche-before-nouns")
	eachPhrase(p.Doc, cliche, r.Allow, func(h *lexicon.Hit, b *lint.Block, written string) {
		after := b.Text.Slice(h.End, b.Text.Len())
		if slices.Contains(setOff, h.Entry.Phrase) && (!strings.HasPrefix(after, ",") || isTold(pack, after)) || isDenied(pack, p.Doc, h) {
			return
		}
		if completes(completed, h.Entry.Phrase, after) || slices.Contains(attributive, h.Entry.Phrase) && !beforeNoun(pack, after) {
			return
		}
		found = append(found, lint.Finding{
			Span:    b.Text.Span(h.Start, h.End),
			Message: fmt.Sprintf("“%s” is a cliché; say what happened in your own words", written),
		})
	})
	reportPhrases(p, found, "%d clichés, beginning with this one; say what happened in your own words")
}

// beforeNoun reports whether the text after a phrase goes on with a word that may be the noun of it.
func beforeNoun(pack *wordpack.Pack, after string) bool {
	word, spaced := strings.CutPrefix(after, " ")
	if end := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		word = word[:end]
	}
	return spaced && word != "" && !pack.Words("function-words").HasWord(strings.ToLower(word))
}

// isTold reports whether a text begins with a clause in the past, which tells what happened then.
func isTold(pack *wordpack.Pack, text string) bool {
	const most, longest = 5, 80 // words, bytes
	told, endings := pack.Words("cliche-told"), pack.List("cliche-told-endings")
	words := strings.Fields(strings.Trim(text[:min(longest, len(text))], ", "))
	for _, w := range words[:min(most, len(words))] {
		if told.HasWord(w) || slices.ContainsFunc(endings, func(end string) bool { return strings.HasSuffix(w, end) }) {
			return true
		}
	}
	return false
}

// isDenied reports whether a phrase that is a term in a denial (“there is no silver bullet”) is denied
// by one of the words before it.
func isDenied(pack *wordpack.Pack, d *lint.Document, h *lexicon.Hit) bool {
	const far = 5 // words
	if !slices.Contains(pack.Lines("cliche-denied"), h.Entry.Phrase) {
		return false
	}
	prose, text, denials := language.ProseOf(d), d.Blocks[h.Block].Text.String(), pack.Words("cliche-denials")
	for k := h.From - 1; k >= max(h.From-far, int(prose.Sentences[h.Sentence].From)); k-- {
		if denials.HasWord(text[prose.Words[k].Start:prose.Words[k].End]) {
			return true
		}
	}
	return false
}
