package anchor_test

import (
	"testing"

	"github.com/copychief/copychief/lint/anchor"
)

func TestHeadingsOfTheSameTextAreNumberedThroughThePage(t *testing.T) {
	const page = "# Fares\n\n## remove\n\n### Remove\n\n## Lists\n\n#### remove!\n\nCosts\n-----\n\n<h3>Costs</h3>\n"
	for id, want := range map[string]bool{
		"remove": true, "remove-1": true, "remove-2": true, "remove-3": true, "remove_2": true, "remove-4": false,
		"costs-1": true, "costs-2": true, "costs-3": false, "lists-1": false, "remove-": true, "fares-0": false, "remove-99999999999999999999": false,
	} {
		if got := anchor.InDraft([]byte(page), id, nil); got != want {
			t.Errorf("#%s: %t, want %t", id, got, want)
		}
	}
}
