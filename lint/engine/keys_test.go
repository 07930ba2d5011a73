package engine_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/rules"
)

// TestKeysAreReadAgainOfDraftsBeforeTheFirstWithAKeyphrase compares the findings of a run in which the
// last draft is the only one to declare a keyphrase with those of one in which the first one is.
func TestKeysAreReadAgainOfDraftsBeforeTheFirstWithAKeyphrase(t *testing.T) {
	found := func(declaring string) (all []string) {
		e, err := engine.New(rules.All(), nil)
		if err != nil {
			t.Fatal(err)
		}
		drafts := []engine.Draft{{Path: declaring, Content: []byte("---\ntitle: What the night ferry costs\nkeyphrase: night ferry\n---\n\nIt costs nine crowns.\n")}}
		for i := range 20 {
			text := fmt.Sprintf("---\ntitle: Quay %d\n---\n\nWhoever misses the night ferry at quay %d sleeps in the hut.\n", i, i)
			drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("m%02d.md", i), Content: []byte(text)})
		}
		if declaring > "m" {
			drafts = append(drafts[1:], drafts[0])
		}
		result, err := e.Run(context.Background(), false, drafts...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range result.Findings.List() {
			if f.Rule == "missed-internal-link" {
				all = append(all, fmt.Sprint(f.Path, f.Span, strings.ReplaceAll(f.Message, declaring, "")))
			}
		}
		return all
	}
	first, last := found("a.md"), found("z.md")
	if diff := cmp.Diff(first, last); diff != "" || len(last) != 20 {
		t.Errorf("%d findings; %s", len(last), diff)
	}
}
