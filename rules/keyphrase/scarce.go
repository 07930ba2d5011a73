package keyphrase

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/language/metrics"
)

//go:embed scarce.txtar
var scarceDocs string

// Scarce flags an article that hardly mentions its keyphrase.
var Scarce = &lint.Rule{
	Name:     "scarce-keyphrase",
	Family:   lint.KeyphraseFamily,
	Summary:  "the article hardly names its keyphrase",
	Severity: lint.Advice,
	Basis: lint.Basis{
		Kind:   lint.Convention,
		Source: "Editors’ practice: an article names its subject; no search engine documents a density to aim for",
	},
	Needs:    []lint.Need{lint.NeedsKeyphrase},
	Articles: true,
	Docs:     scarceDocs,
	New:      func() lint.Checker { return &scarce{WordsPerMention: 400} },
}

type scarce struct {
	WordsPerMention int `yaml:"words_per_mention" doc:"words for which one mention is enough"`
}

// Init rejects a number that cannot be used as a divisor.
func (r *scarce) Init() error {
	if r.WordsPerMention < 1 {
		return fmt.Errorf("words_per_mention: %d must be 1 or more", r.WordsPerMention)
	}
	return nil
}

// Check counts mentions of the keyphrase and its synonyms. Further keyphrases only have to
// occur once.
func (r *scarce) Check(p *lint.Pass) {
	phrase := keyphrase.Of(p.Doc)
	if phrase == nil {
		return
	}
	m := metrics.Of(p.Doc)
	wanted := m.Unit.Words(m.Words) / r.WordsPerMention
	if wanted == 0 {
		return // too short for a minimum; intro-without-keyphrase requires one
	}
	if n := len(phrase.Hits); n < wanted {
		misses := nearMisses(p.Doc, phrase.Phrase)
		message := fmt.Sprintf("“%s” occurs %s in %d %s (at least %d)", phrase.Phrase.Text, times(n), m.Words, m.Unit.Name, wanted)
		if len(misses) > 0 {
			message += "; near miss: " + misses[0].String()
		} else {
			message += "; is that what it is about?"
		}
		p.Report(finding(p.Doc, phrase, message, misses))
	}
	for _, k := range keyphrase.Secondary(p.Doc) {
		if len(k.Hits) > 0 {
			continue
		}
		misses := nearMisses(p.Doc, k.Phrase)
		message := fmt.Sprintf("Secondary keyphrase “%s” is nowhere in the article; use it or drop it", k.Phrase.Text)
		if len(misses) > 0 {
			message = fmt.Sprintf("Secondary keyphrase “%s” is nowhere in the article; near miss: %s", k.Phrase.Text, misses[0].String())
		}
		p.Report(finding(p.Doc, k, message, misses))
	}
}

// finding returns a finding about a keyphrase and the whole article.
func finding(d *lint.Document, k *keyphrase.Keyphrase, message string, misses []nearMiss) lint.Finding {
	span := declared(d, k)
	return lint.Finding{Span: span, About: span.Join(d.Body()), Message: message, Related: related(misses)}
}

// declared returns where a keyphrase is declared, for a finding about its absence; a
// keyphrase from the command line has no span.
func declared(d *lint.Document, k *keyphrase.Keyphrase) lint.Span {
	if k.Value.Placed() {
		return k.Value.All()
	}
	return d.Top()
}

// times formats a number of occurrences for a message.
func times(n int) string {
	switch n {
	case 0:
		return "nowhere"
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
