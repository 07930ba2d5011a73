package readability

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/quotes/transcript"
)

//go:embed long_sentence.txtar
var longSentenceDocs string

// LongSentence flags a sentence that is too long to follow.
var LongSentence = &lint.Rule{
	Name:     "long-sentence",
	Family:   lint.ReadabilityFamily,
	Summary:  "a sentence has more words than a reader can hold",
	Severity: lint.Advice,
	Needs:    []lint.Need{lint.NeedsSizes},
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Plain-language practice, which asks for far less (GOV.UK: 25 words); 45 flags only what is clearly too long",
		URL:    "https://www.gov.uk/guidance/content-design/writing-for-gov-uk",
	},
	Habit:   lint.Habit{Does: "have a sentence over the limit", Most: true},
	Measure: true,
	Docs:    longSentenceDocs,
	New:     func() lint.Checker { return &longSentence{Max: mostWords} },
}

type longSentence struct {
	Max           int `yaml:"max" doc:"words; up to a tenth more is accepted"`
	MaxCharacters int `yaml:"max_characters" doc:"characters, in languages without spaces between words; 0 for the limit of the language"`
}

// mostWords is the limit in words.
const mostWords = 45

// charactersOf returns the limit that style guides state in characters, or 0. Ruan Yifeng's
// for Chinese and textlint's preset for Japanese state the same.
func charactersOf(tag string) int {
	if primary, _, _ := strings.Cut(tag, "-"); primary == "zh" || primary == "ja" {
		return 100
	}
	return 0
}

// limit returns the limit for a language: one that its guides state, or else the limit in
// words, converted. ok is false for languages that do not mark the ends of sentences.
func (r *longSentence) limit(tag string) (most int, unit language.Unit, ok bool) {
	unit, _ = language.UnitOf(tag)
	switch characters := charactersOf(tag); {
	case !language.MarksSentences(tag):
		return 0, unit, false
	case !unit.Characters():
		return unit.Of(r.Max), unit, true
	case r.MaxCharacters > 0:
		return r.MaxCharacters, unit, true
	case characters > 0:
		return characters, unit, true
	}
	return unit.Of(r.Max), unit, true
}

// withinMargin returns how long a sentence may be with a limit: a tenth more than the option says or,
// where more than that is converted to, a twentieth more than the converted limit. Of sentences of 50
// words and more, editors who judged findings split nine of ten, of those with 46 to 49 two of five;
// of the French and Spanish ones beyond their margin all but one.
func (r *longSentence) withinMargin(limit int, unit language.Unit) int {
	if unit.Characters() {
		return limit + limit/10
	}
	return max(r.Max+r.Max/10, limit+limit/20)
}

// nearly is how many words below the limit a sentence is still listed beside one that
// exceeds it: a writer who splits one sentence looks at similar ones as well.
const nearly = 5

// Check looks at the sentences of paragraphs and list items, and reports them as one
// finding at the longest. Sentences that are mostly quoted speech are not the author's to
// shorten.
func (r *longSentence) Check(p *lint.Pass) {
	prose := language.ProseOf(p.Doc)
	limit, unit, ok := r.limit(p.Doc.Language)
	if !ok {
		p.Skip("no marks at the ends of sentences in the language")
		return
	}
	if !slices.ContainsFunc(prose.Sentences, func(s language.Sentence) bool { return prose.Longer(&s, r.withinMargin(limit, unit)) }) {
		return // most drafts
	}
	nearly := unit.Of(nearly)
	var found []lint.Finding
	longest, most, over := 0, 0, 0
	for i := range prose.Sentences {
		s := &prose.Sentences[i]
		if int(s.To-s.From) <= (limit-nearly)/3 || !prose.Longer(s, limit-nearly) {
			continue
		}
		block := &p.Doc.Blocks[s.Block]
		if !running(block) || mostlySpeech(prose.Words[s.From:s.To]) || isDigest(block, s) {
			continue
		}
		own := afterLabel(prose, s, block)
		words := longestStretch(p.Doc, &own, unit, p.Site != nil && p.Site.LineBreaks)
		if words <= limit-nearly || lined(p.Doc.Source.Slice(block.Text.Span(int(own.Start), int(own.End)))) || isEntries(p.Doc, block) {
			continue
		}
		if words > r.withinMargin(limit, unit) {
			over++
		}
		if words > most {
			longest, most = len(found), words
		}
		found = append(found, lint.Finding{
			Span:    block.Text.Span(int(own.Start), int(own.End)),
			Message: fmt.Sprintf("Sentence has %d %s, over %d; split it", words, unit.Name, limit),
		})
	}
	if over == 0 {
		return
	}
	if transcript.Verbatim(p.Doc) {
		p.Skip(verbatim)
		return
	}
	if over > 1 {
		found[longest].Message = fmt.Sprintf("%d sentences have over %d %s; split them, beginning with this one of %d", over, limit, unit.Name, most)
	}
	p.Report(together(found, longest, "as long, or nearly"))
}

// isDigest reports whether a sentence is a list of links: who changed what this week.
func isDigest(b *lint.Block, s *language.Sentence) bool {
	const fewest = 6
	links := 0
	for _, m := range b.Marks {
		if m.Kind == lint.MarkLink && m.Start >= int(s.Start) && m.End <= int(s.End) {
			links++
		}
	}
	return links >= fewest
}

// mostlySpeech reports whether more of the words are inside quotation marks than outside.
func mostlySpeech(words []language.Word) bool {
	speech := 0
	for i := range words {
		if words[i].Voice == language.Speech {
			speech++
		}
	}
	return 2*speech > len(words)
}
