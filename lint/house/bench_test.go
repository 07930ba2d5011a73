package house_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/rules"
)

// BenchmarkPhrases compares a run of all rules without phrases of a house and
// with 100 and 5,000 of them, made of the words of the drafts, and with the shipped packs. It
// reports what each adds to the run in per cent. Of each draft and each set of rules, the fastest
// of the rounds counts, so that other work on the machine hardly changes the result.
func BenchmarkPhrases(b *testing.B) {
	drafts := benchDrafts(b)
	words := wordsOf(drafts)
	names := []string{"none", "100", "5000", "plain-english", "news-style", "packs"}
	setups := []*setup{
		newSetup(b, ""), newSetup(b, phrasesOf(words, 100)), newSetup(b, phrasesOf(words, 5000)),
		newSetup(b, "packs: [plain-english]"), newSetup(b, "packs: [news-style]"), newSetup(b, "packs: [plain-english, news-style]"),
	}
	fastest := make([][]time.Duration, len(setups))
	for i := range fastest {
		fastest[i] = make([]time.Duration, len(drafts))
	}
	for round := 0; b.Loop(); round++ {
		for n := range setups {
			i := (n + round) % len(setups) // none always comes after another
			for k, d := range drafts {
				took := setups[i].check(b, d)
				if best := &fastest[i][k]; *best == 0 || took < *best {
					*best = took
				}
			}
		}
	}
	var total [6]time.Duration
	for i := range setups {
		for _, took := range fastest[i] {
			total[i] += took
		}
	}
	for i, name := range names[1:] {
		b.ReportMetric(100*(float64(total[i+1])/float64(total[0])-1), name+"-%")
	}
}

// benchDrafts returns every twentieth article of COPYCHIEF_CORPUS or of the collection beside the
// repository, or those of testdata.
func benchDrafts(b *testing.B) (drafts []corpus.Draft) {
	const every = 20
	b.Helper()
	folder := cmp.Or(os.Getenv("COPYCHIEF_CORPUS"), filepath.Join(corpus.Root(b), "..", "shared", "corpus"))
	n := 0
	err := filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return nil //nolint:nilerr // what is not there is not measured
		}
		if n++; n%every != 1 {
			return nil
		}
		content, err := os.ReadFile(name)
		drafts = append(drafts, corpus.Draft{Name: filepath.Base(name), Content: content})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	if len(drafts) == 0 {
		return corpus.Drafts(b)
	}
	return drafts
}

func wordsOf(drafts []corpus.Draft) (words []string) {
	seen := map[string]bool{}
	for _, d := range drafts {
		for _, w := range strings.Fields(string(d.Content)) {
			if w = strings.Trim(w, ".,:;()[]*_“”\"'`#"); len(w) > 3 && !seen[w] && strings.Trim(strings.ToLower(w), "abcdefghijklmnopqrstuvwxyz") == "" {
				seen[w] = true
				words = append(words, w)
			}
		}
	}
	return words
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

// setup is the rules of the program with those of a configuration.
type setup struct {
	engine   *engine.Engine
	settings *config.Settings
}

func newSetup(b *testing.B, content string) *setup {
	b.Helper()
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
	return &setup{e, settings}
}

// check parses and checks a draft, and returns how long it took.
func (s *setup) check(b *testing.B, d corpus.Draft) time.Duration {
	start := time.Now()
	if doc, _ := engine.Parse(d.Name, d.Content, parse.Options{}); doc != nil {
		s.engine.Check(b.Context(), &engine.Draft{Path: d.Name, Doc: doc, Settings: s.settings})
	}
	return time.Since(start)
}

// BenchmarkGlossary reads a glossary of 10,000 rows, without making the forms of its terms, which
// is done when the first draft is checked.
func BenchmarkGlossary(b *testing.B) {
	files := bigGlossary()
	for b.Loop() {
		if _, _, err := load("house: {terms: {glossary: terms.csv}}", files); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGlossaryThatIsKnown opens the same glossary where the memory knows it.
func BenchmarkGlossaryThatIsKnown(b *testing.B) {
	m := &memory{facts: map[string][]byte{}}
	files := bigGlossary()
	for b.Loop() {
		if _, _, err := recall(m, "house: {terms: {glossary: terms.csv}}", files); err != nil {
			b.Fatal(err)
		}
	}
}

// bigGlossary returns a glossary of 10,000 rows.
func bigGlossary() fstest.MapFS {
	var rows strings.Builder
	rows.WriteString("right,wrong,note,severity,section\n")
	for i := range 10_000 {
		fmt.Fprintf(&rows, "Right%d Term,wrong%d term|other%d,,warning,names\n", i, i, i)
	}
	return fstest.MapFS{"terms.csv": {Data: []byte(rows.String())}}
}
