package keyphrase

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed stuffed.txtar
var stuffedDocs string

// Stuffed flags an article that repeats its keyphrase too often.
var Stuffed = &lint.Rule{
	Name:     "stuffed-keyphrase",
	Family:   lint.KeyphraseFamily,
	Summary:  "the keyphrase is repeated far more often than the subject needs",
	Severity: lint.Warning,
	Basis: lint.Basis{
		Kind:   lint.Documented,
		Source: "Google, Spam policies for web search: keyword stuffing",
		URL:    "https://developers.google.com/search/docs/essentials/spam-policies",
	},
	Needs:    []lint.Need{lint.NeedsSubject},
	Articles: true,
	Docs:     stuffedDocs,
	New:      func() lint.Checker { return &stuffed{MaxShare: 3.5, MaxParagraphs: 75, Least: 25} },
}

type stuffed struct {
	MaxShare      float64 `yaml:"max_share" doc:"percent of all words that may be words of the keyphrase; twice that with few mentions, or where it is one word"`
	MaxParagraphs float64 `yaml:"max_paragraphs" doc:"percent of ten or more paragraphs that may have it, where it has two words or more"`
	Least         int     `yaml:"least" doc:"mentions below which twice the share is allowed"`
}

// fewest is the number of paragraphs below which a share of them is meaningless; rarest is
// the number of mentions below which nothing counts as stuffed.
const (
	fewest = 10
	rarest = 6
)

// Check compares the mentions with the number of words and of paragraphs. A short text
// mentions its subject in a larger share of its words, and a single word is usually the
// plain name of the subject, so both are allowed twice as much. The finding is placed
// where the mentions are densest.
func (r *stuffed) Check(p *lint.Pass) {
	phrase := keyphrase.Overused(p.Doc)
	if phrase == nil {
		return
	}
	words := metrics.Of(p.Doc).Words
	hits, matched := own(phrase)
	if len(hits) < rarest || words == 0 {
		return
	}
	share, limit, compound := 100*float64(matched)/float64(words), r.MaxShare, len(phrase.Phrase.Words) > 1
	if len(hits) < r.Least || !compound {
		limit *= 2
	}
	with, of := paragraphs(p.Doc, hits)
	var message string
	switch {
	case share > limit:
		message = fmt.Sprintf("%s occurs %d times, %.1f %% of all words (limit %.1f %%); vary or drop it",
			phrase.Label(maxShown), len(hits), share, limit)
	case compound && of >= fewest && 100*float64(with)/float64(of) > r.MaxParagraphs:
		message = fmt.Sprintf("%s occurs in %d of %d paragraphs (limit %.0f %%); vary or drop it",
			phrase.Label(maxShown), with, of, r.MaxParagraphs)
	default:
		return
	}
	worst := densest(p.Doc, hits)
	f := lint.Finding{Span: hitSpan(p.Doc, worst[0]), Message: message}
	for _, h := range worst[1:] {
		f.Related = append(f.Related, lint.Related{Span: hitSpan(p.Doc, h), Message: "one of the passages that are hardest to read"})
	}
	f.Related = phrase.Origin(f.Related)
	p.Report(f)
}

// own returns the hits of the keyphrase itself, without synonyms, and how many words they
// contain.
func own(k *keyphrase.Keyphrase) (hits []keyphrase.Hit, words int) {
	for _, h := range k.Hits {
		if !h.Synonym {
			hits = append(hits, h)
			words += len(h.Words)
		}
	}
	return hits, words
}

// paragraphs returns how many of the author's paragraphs contain a hit, and how many there
// are.
func paragraphs(d *lint.Document, hits []keyphrase.Hit) (with, of int) {
	has := map[int]bool{}
	for _, h := range hits {
		has[h.Block] = true
	}
	for i := range d.Paragraphs() {
		of++
		if has[i] {
			with++
		}
	}
	return with, of
}

// maxShown is how many characters of a keyphrase a message quotes.
const maxShown = 40

// shown is how many of the densest places a finding names.
const shown = 4

// densest returns up to four hits that are closest to the previous hit, the closest first:
// the ones that readers notice most.
func densest(d *lint.Document, hits []keyphrase.Hit) []keyphrase.Hit {
	worst := make([]keyphrase.Hit, 0, shown+1)
	gaps := make([]int, 0, shown+1)
	for k := 1; k < len(hits); k++ {
		gap := hitSpan(d, hits[k]).Start - hitSpan(d, hits[k-1]).End
		at := len(gaps)
		for at > 0 && gaps[at-1] > gap {
			at--
		}
		worst = append(worst[:at], append([]keyphrase.Hit{hits[k]}, worst[at:]...)...)
		gaps = append(gaps[:at], append([]int{gap}, gaps[at:]...)...)
		worst, gaps = worst[:min(len(worst), shown)], gaps[:min(len(gaps), shown)]
	}
	if len(worst) == 0 {
		return hits[:1]
	}
	return worst
}

func hitSpan(d *lint.Document, h keyphrase.Hit) lint.Span {
	return d.Blocks[h.Block].Text.Span(h.Start, h.End)
}
