package house_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint/house"
	"github.com/copychief/copychief/lint/house/trial"
)

// The shipped packs are read by the same reader as those of a repository. Every rule has a
// source, and every phrase is in an example that flags it.
func TestTheShippedPacksAreProvedByExamples(t *testing.T) {
	for _, name := range house.Shipped() {
		_, set, err := load("packs: ["+name+"]", nil)
		if err != nil {
			t.Fatal(err)
		}
		outcomes, err := trial.Run(t.Context(), set.Declared(), nil)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]string{}
		for _, o := range outcomes {
			if o.Problem != "" {
				t.Errorf("%s, %s: %s: %q: %q", o.Rule.Name, o.Example.Name, o.Problem, o.Example.Draft, o.Found)
			}
			found[o.Rule.Name] += strings.ToLower(" " + strings.Join(o.Found, " ") + " " + fmt.Sprint(o.Messages))
		}
		for _, r := range set.Declared() {
			if len(r.Examples) < 2 || r.Basis.URL == "" {
				t.Errorf("%s: %s needs examples and the address of its source", name, r.Name)
			}
			for _, phrase := range r.Phrases() {
				first, _, _ := strings.Cut(phrase, " ")
				if !strings.Contains(found[r.Name], strings.ToLower(phrase)) && !strings.Contains(found[r.Name], strings.ToLower(first[:max(1, len(first)-1)])) {
					t.Errorf("%s: no example flags “%s”", r.Name, phrase)
				}
			}
		}
		t.Logf("%s: %d rules, %d examples", name, len(set.Rules), len(outcomes))
	}
}

func TestTheShippedPacksAreOffUnlessChosen(t *testing.T) {
	_, set, err := load("rules: {missing-alt: off}", nil)
	if err != nil || len(set.Rules) > 0 {
		t.Errorf("%d rules, %v", len(set.Rules), err)
	}
	if got := fmt.Sprint(house.Shipped()); got != "[news-style plain-english]" {
		t.Errorf("packs: %s", got)
	}
}
