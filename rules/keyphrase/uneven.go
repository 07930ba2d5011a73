package keyphrase

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
	"github.com/copychief/copychief/lint/language/keyphrase"
)

//go:embed uneven.txtar
var unevenDocs string

// Uneven flags an article that does not mention its keyphrase for most of its length.
var Uneven = &lint.Rule{
	Name:     "uneven-keyphrase",
	Family:   lint.KeyphraseFamily,
	Summary:  "a long stretch of the article does not mention its keyphrase",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editors’ practice: an article stays with its subject; no search engine documents a distribution",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     unevenDocs,
	New:      func() lint.Checker { return &uneven{MaxRun: 50, Sentences: 15, Least: 3} },
}

type uneven struct {
	MaxRun    float64 `yaml:"max_run" doc:"percent of the article’s sentences that may pass in one run without it"`
	Sentences int     `yaml:"sentences" doc:"sentences below which a run is too short to matter"`
	Least     int     `yaml:"least" doc:"mentions below which it is scarce rather than uneven"`
}

// Check looks for the longest run of the author's sentences without a mention. A heading
// does not count as a sentence, but one with the keyphrase ends a run. Only a run that is
// too long is searched for sentences with half of the keyphrase.
func (r *uneven) Check(p *lint.Pass) {
	phrase := keyphrase.Of(p.Doc)
	if phrase == nil || len(phrase.Hits) < r.Least {
		return
	}
	prose := language.ProseOf(p.Doc)
	of, run, from := 0, 0, 0
	var longest stretch
	hits := phrase.Hits
	for i := range prose.Sentences {
		for len(hits) > 0 && hits[0].Sentence < i {
			hits = hits[1:]
		}
		if len(hits) > 0 && hits[0].Sentence == i {
			run = 0
		}
		if !counts(p.Doc, prose, i) {
			continue
		}
		of++
		if len(hits) > 0 && hits[0].Sentence == i {
			continue
		}
		if run++; run == 1 {
			from = i
		}
		if run > longest.sentences {
			longest = stretch{from, i, run}
		}
	}
	if !r.tooLong(longest.sentences, of) {
		return
	}
	if longest = without(p.Doc, prose, phrase, longest); !r.tooLong(longest.sentences, of) {
		return
	}
	first, last := &prose.Sentences[longest.from], &prose.Sentences[longest.to]
	share := 100 * float64(longest.sentences) / float64(of)
	begin := p.Doc.Blocks[first.Block].Text.Span(int(first.Start), int(first.End))
	end := p.Doc.Blocks[last.Block].Text.Span(int(last.Start), int(last.End))
	p.Report(lint.Finding{
		Span: begin, About: begin.Join(end),
		Message: fmt.Sprintf("From here %d of %d sentences (%.0f %%, limit %.0f %%) pass without “%s”; come back to it",
			longest.sentences, of, share, r.MaxRun, phrase.Phrase.Text),
		Related: []lint.Related{{Span: end, Message: "the last of them"}},
	})
}

func (r *uneven) tooLong(run, of int) bool {
	return run >= r.Sentences && 100*float64(run) > r.MaxRun*float64(of)
}

// stretch is a run of sentences: from and to are indices into Prose.Sentences, and
// sentences is how many of them count.
type stretch struct{ from, to, sentences int }

// counts reports whether a sentence is running text in the author's words.
func counts(d *lint.Document, prose *language.Prose, i int) bool {
	s := &prose.Sentences[i]
	b := &d.Blocks[s.Block]
	if b.Quote != lint.None || b.Footnote || b.Kind != lint.Paragraph && b.Kind != lint.Item {
		return false
	}
	for _, w := range prose.Words[s.From:s.To] {
		if w.Voice == language.Author {
			return true
		}
	}
	return false
}

// without returns the longest part of a stretch in which no sentence contains half of the
// keyphrase's words: “the toll” counts as a partial mention of “bridge toll”.
func without(d *lint.Document, prose *language.Prose, k *keyphrase.Keyphrase, in stretch) (longest stretch) {
	run, from := 0, in.from
	for i := in.from; i <= in.to; i++ {
		s := &prose.Sentences[i]
		if k.Phrase.Reflects(d.Blocks[s.Block].Text.Slice(int(s.Start), int(s.End))) >= 0.5 {
			run = 0
			continue
		}
		if !counts(d, prose, i) {
			continue
		}
		if run++; run == 1 {
			from = i
		}
		if run > longest.sentences {
			longest = stretch{from, i, run}
		}
	}
	return longest
}
