package readability

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/parse"
)

// Whoever publishes what others said cannot shorten it, so such a draft counts neither as long nor as short.
func TestRulesAboutLengthSkipTheWordsOfOthers(t *testing.T) {
	long := strings.Repeat("the boats of the islands came in with fish and people and the post and ", 5) + "went. "
	for name, content := range map[string]string{
		"turns":     "# Two skippers\n\n" + strings.Repeat("_Ada:_ I say that "+long+"\n\n_Ben:_ I came ten years later, and nobody was there to meet me.\n\n", 3),
		"questions": "# Interview with the harbour master\n\n" + strings.Repeat("## What worries you?\n\nI say that "+long+"\n\n", 3),
	} {
		doc := parse.Parse("a.md", []byte(content), parse.Options{})
		doc.Language = "en"
		for _, rule := range []lint.Checker{&longSentence{Max: mostWords}, &longSentences{Words: 25, MaxShare: 10, MinSentences: 2}} {
			found, skips := 0, 0
			rule.Check(lint.NewPass(doc, nil, func(lint.Finding) { found++ }, func(string) { skips++ }))
			if found > 0 || skips == 0 {
				t.Errorf("%s: %T has %d findings and %d skips", name, rule, found, skips)
			}
		}
	}
}
