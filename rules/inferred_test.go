package rules_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/copychief/copychief/lint/config"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/language/keyphrase"
	"github.com/copychief/copychief/lint/linttest/corpus"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/rules"
)

// TestKeyphraseThatNobodyDeclared checks two pasted articles that repeat a phrase on purpose: a
// draft of this repository, and one that is not part of it.
func TestKeyphraseThatNobodyDeclared(t *testing.T) {
	t.Run("draft", func(t *testing.T) {
		file := filepath.Join(corpus.Root(t), "testdata", "drafts", "seo-harbour-toll.txt")
		inferred(t, file, "harbour toll", 0.99, "stuffed-headings", "stuffed-keyphrase", "tacked-on-keyphrase")
	})
	t.Run("seed", func(t *testing.T) {
		file := corpus.Shared(t, "seeds", "004_d5244f6e224cf1f1.txt")
		inferred(t, file, "peace plan", 0.98, "stuffed-headings", "stuffed-keyphrase", "tacked-on-keyphrase")
	})
}

func inferred(t *testing.T, file, phrase string, certainty float64, want ...string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(file)
	k := keyphrase.Subject(parse.Parse(name, content, parse.Options{}))
	if k == nil || k.Phrase.Text != phrase || !k.Inferred || k.Certainty < certainty-0.005 || k.Certainty > certainty+0.005 {
		t.Errorf("keyphrase %+v, want %q inferred with certainty %.2f", k, phrase, certainty)
	}
	all := rules.All()
	conf, err := config.NewResolver(append(all, engine.Rules()...), config.Flags{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.New(all, conf)
	if err != nil {
		t.Fatal(err)
	}
	res, err := e.Run(context.Background(), false, engine.Draft{Path: name, Content: content})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for f := range res.Findings.All() {
		if slices.Contains(want, f.Rule) {
			got = append(got, f.Rule)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("findings of %v, want %v", got, want)
	}
}
