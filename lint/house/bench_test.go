package house_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/rules"
)

// BenchmarkPhrases compares a run of all rules over the drafts without phrases of a house and
// with 100 and 5,000 of them, made of the words of the drafts, and with the shipped packs.
func BenchmarkPhrases(b *testing.B) {
	drafts := corpus.Drafts(b)
	seen := map[string]bool{}
	var words []string
	for _, d := range drafts {
		for _, w := range strings.Fields(string(d.Content)) {
			if w = strings.Trim(w, ".,:;()[]*_“”\"'`#"); len(w) > 3 && !seen[w] && strings.Trim(strings.ToLower(w), "abcdefghijklmnopqrstuvwxyz") == "" {
				seen[w] = true
				words = append(words, w)
			}
		}
	}
	for _, n := range []int{0, 100, 5000} {
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) { benchmarkRun(b, phrasesOf(words, n), drafts) })
	}
	b.Run("packs", func(b *testing.B) { benchmarkRun(b, "packs: [plain-english, news-style]", drafts) })
	b.Run("news-style", func(b *testing.B) { benchmarkRun(b, "packs: [news-style]", drafts) })
}

// phrasesOf declares phrases of two or three words, few of which are in the drafts.
func phrasesOf(words []string, n int) string {
	if n == 0 {
		return ""
	}
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("house:\n  bench:\n    phrases:\n")
	seen := map[string]bool{}
	for len(seen) < n {
		phrase := words[random.IntN(len(words))]
		for range 1 + random.IntN(2) {
			phrase += " " + words[random.IntN(len(words))]
		}
		if !seen[phrase] {
			seen[phrase] = true
			fmt.Fprintf(&b, "      - %q\n", phrase)
		}
	}
	return b.String()
}

func benchmarkRun(b *testing.B, content string, drafts []corpus.Draft) {
	f, set, err := load(content, nil)
	if err != nil {
		b.Fatal(err)
	}
	all := append(append(rules.All(), engine.Rules()...), set.Rules...)
	resolver, err := config.NewResolver(all, config.Flags{})
	if err != nil {
		b.Fatal(err)
	}
	e, err := engine.New(all, resolver)
	if err != nil {
		b.Fatal(err)
	}
	settings, err := resolver.For(f, "a.md")
	if err != nil {
		b.Fatal(err)
	}
	check := func() {
		for _, d := range drafts {
			var doc *lint.Document
			if doc, _ = engine.Parse(d.Name, d.Content, parse.Options{}); doc != nil {
				e.Check(b.Context(), &engine.Draft{Path: d.Name, Doc: doc, Settings: settings})
			}
		}
	}
	check() // which makes the phrasebook
	b.ResetTimer()
	for b.Loop() {
		check()
	}
}
