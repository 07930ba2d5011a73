package readability

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/lexicon"
	"github.com/copychief/copychief/lint/language/wordpack"
)

//go:embed wordy_phrase.txtar
var wordyPhraseDocs string

// WordyPhrase flags a phrase that one word could replace.
var WordyPhrase = &lint.Rule{
	Name:     "wordy-phrase",
	Family:   lint.ReadabilityFamily,
	Summary:  "a phrase uses many words where one would do",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Plain-language practice; no search engine looks at it",
	},
	Languages: wordpack.WithLists(wordy),
	Docs:      wordyPhraseDocs,
	New:       func() lint.Checker { return &wordyPhrase{} },
}

type wordyPhrase struct {
	Allow []string `yaml:"allow" doc:"phrases of the list to allow, in lower case"`
}

// Check suggests a replacement for each phrase. A phrase that can be deleted has an empty
// replacement; the writer has to adjust the sentence.
func (r *wordyPhrase) Check(p *lint.Pass) {
	var found []lint.Finding
	pack := wordpack.Of(p.Doc.Language)
	replacements := pack.Table(wordy)
	eachPhrase(p.Doc, wordy, r.Allow, func(h *lexicon.Hit, b *lint.Block, written string) {
		beside, worded := around(b.Text.String(), h.Start, h.End), false
		if settled(pack, b, h, beside) ||
			governs(pack, p.Doc, h, beside) || echoes(p.Doc, h, replacements[h.Entry.Phrase]) {
			return
		}
		f := lint.Finding{
			Span:    b.Text.Span(h.Start, h.End),
			Message: fmt.Sprintf("“%s” adds nothing; cut it", written),
		}
		for with := range strings.SplitSeq(replacements[h.Entry.Phrase], "|") {
			if with = strings.TrimSpace(with); with == "" {
				continue
			}
			fitting := reword(p.Doc.Language, with, beside)
			with = cased(cmp.Or(fitting, with), written)
			if !worded {
				f.Message, worded = fmt.Sprintf("“%s” is wordy; “%s” says the same", written, with), true
			}
			if fitting != "" {
				f.Fixes = append(f.Fixes, lint.Replace("Replace with “"+with+"”", false, f.Span, with))
			}
		}
		if p.Doc.Source.Slice(f.Span) != written { // markup between the words
			f.Fixes = nil
		}
		found = append(found, f)
	})
	reportPhrases(p, found, "%d wordy phrases, beginning with this one; say the same in fewer words")
}

// settled reports whether a phrase is not wordy between the words around it: the term “under
// utilised”, and the versions “prior to 2.5.5” of a security notice.
func settled(pack *wordpack.Pack, b *lint.Block, h *lexicon.Hit, beside surroundings) bool {
	switch phrase := h.Entry.Phrase; {
	case !strings.Contains(phrase, " "):
		return beside.before != "" && pack.Words("wordy-compounds").HasWord(beside.before)
	case !slices.Contains(pack.Lines("wordy-before-versions"), phrase):
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.Text.String()[h.Start:])
	named := pack.Words("wordy-version-nouns").HasWord(beside.before) || h.Start == 0 && b.Kind == lint.Item && unicode.IsLower(first)
	return beforeVersion(b.Text.String()[h.End:], named)
}

// beforeVersion reports whether a text begins with the number of a version or, where the words before
// it are those of a list of versions, with its name and number: “releases prior to Ferry 2.5”.
func beforeVersion(text string, named bool) bool {
	const most, longest = 4, 80 // words of a name and its number; bytes
	words := strings.Fields(text[:min(longest, len(text))])
	if len(words) == 0 {
		return false
	}
	major, minor, found := strings.Cut(strings.TrimPrefix(words[0], "v"), ".")
	if found && major != "" && strings.Trim(major, "0123456789") == "" && minor != "" && minor[0] >= '0' && minor[0] <= '9' {
		return true
	}
	return named && slices.ContainsFunc(words[:min(most, len(words))], func(w string) bool { return w[0] >= '0' && w[0] <= '9' })
}

// cased capitalises a replacement like the words that it replaces.
func cased(with, written string) string {
	first, _ := utf8.DecodeRuneInString(written)
	if !unicode.IsUpper(first) || with == "" {
		return with
	}
	r, n := utf8.DecodeRuneInString(with)
	return string(unicode.ToUpper(r)) + with[n:]
}
