package cmd_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/rules"
)

// body returns a text of some 200 words that is the same for equal numbers.
func body(n int) string {
	words := strings.Fields("council engine boat night noise island crew bridge ticket quay winter storm market window garden letter")
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, "The %s of the %s %d costs the %s of %s %d more. ",
			words[(n+i*3)%16], words[(n*5+i)%16], n*20+i, words[(n+i*7)%16], words[(n*3+i*5)%16], i*n)
	}
	return b.String()
}

// TestLittleIsKeptOfManyDrafts holds runs that keep little of each draft to the findings of those
// that keep all that rules about the site ask for.
func TestLittleIsKeptOfManyDrafts(t *testing.T) {
	run := func(spare bool) []engine.Finding {
		e, err := engine.New(rules.All(), nil)
		if err != nil {
			t.Fatal(err)
		}
		var drafts []engine.Draft
		for i := range 40 { // more than documents are kept for a while
			text := fmt.Sprintf("---\ntitle: Night ferry %d\ndescription: The ferry of the bay sails again, and dogs may come along on all its trips this year.\nkeyphrase: harbour ferry %c\n---\n\n", i/2, 'a'+i%26) +
				body(i/2) +
				fmt.Sprintf("\n\nSee what the harbour ferry %c costs in winter, said nobody at all.\n", 'a'+(i+1)%26)
			drafts = append(drafts, engine.Draft{Path: fmt.Sprintf("p%02d.md", i), Content: []byte(text), Spare: spare})
		}
		result, err := e.Run(context.Background(), false, drafts...)
		if err != nil {
			t.Fatal(err)
		}
		return result.Findings
	}
	all, spared := run(false), run(true)
	found := map[string]bool{}
	for i := range all {
		found[all[i].Rule] = true
	}
	for _, rule := range []string{"missed-internal-link", "duplicate-description"} {
		if !found[rule] {
			t.Errorf("no finding of %s", rule)
		}
	}
	if diff := cmp.Diff(all, spared); diff != "" {
		t.Error(diff)
	}
}
