package keyphrase

import (
	_ "embed"
	"fmt"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/language"
)

//go:embed scarce.txtar
var scarceDocs string

// Scarce flags an article that hardly names what it wants to be found for.
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

// Init refuses a number that nothing can be divided by.
func (r *scarce) Init() error {
	if r.WordsPerMention < 1 {
		return fmt.Errorf("words_per_mention: %d is no number of words; write 1 or more", r.WordsPerMention)
	}
	return nil
}

// Check counts mentions of the keyphrase and of its synonyms. Of further keyphrases
// it asks no more than that they occur.
func (r *scarce) Check(p *lint.Pass) {
	phrase := language.KeyphraseOf(p.Doc)
	if phrase == nil {
		return
	}
	words := language.MetricsOf(p.Doc).Words
	wanted := words / r.WordsPerMention
	if wanted == 0 {
		return // too short to ask for a number; intro-without-keyphrase asks for one
	}
	if n := len(phrase.Hits); n < wanted {
		misses := nearMisses(p.Doc, phrase.Phrase)
		message := fmt.Sprintf("“%s” stands %s in %d words (at least %d)", phrase.Phrase.Text, times(n), words, wanted)
		if len(misses) > 0 {
			message += "; near miss: " + misses[0].String()
		} else {
			message += "; is that what it is about?"
		}
		p.Report(finding(p.Doc, phrase, message, misses))
	}
	for _, k := range language.SecondaryOf(p.Doc) {
		if len(k.Hits) > 0 {
			continue
		}
		misses := nearMisses(p.Doc, k.Phrase)
		message := fmt.Sprintf("Further keyphrase “%s” is nowhere in the article; use it or drop it", k.Phrase.Text)
		if len(misses) > 0 {
			message = fmt.Sprintf("Further keyphrase “%s” is nowhere in the article; near miss: %s", k.Phrase.Text, misses[0].String())
		}
		p.Report(finding(p.Doc, k, message, misses))
	}
}

// finding is one about a keyphrase and all of the article.
func finding(d *lint.Document, k *language.Keyphrase, message string, misses []nearMiss) lint.Finding {
	span := declared(d, k)
	return lint.Finding{Span: span, About: span.Join(d.Body()), Message: message, Related: related(misses)}
}

// declared returns where a keyphrase is declared, for a finding about its absence;
// one from the command line stands nowhere.
func declared(d *lint.Document, k *language.Keyphrase) lint.Span {
	if k.Value.Placed() {
		return k.Value.All()
	}
	return d.Top()
}

// times says how often something occurs, as words of a message.
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
