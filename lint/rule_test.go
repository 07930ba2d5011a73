package lint_test

import (
	"slices"
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestARuleSupportsAllRegionsOfItsLanguages(t *testing.T) {
	some, every := &lint.Rule{Languages: []string{"de", "en"}}, &lint.Rule{}
	for tag, want := range map[string]bool{"en": true, "en-gb": true, "": true, "de-at": true, "fr": false, "eng": false, "fr-de": false} {
		if some.Knows(tag) != want {
			t.Errorf("%q: known %v", tag, !want)
		}
		if !every.Knows(tag) {
			t.Errorf("%q: a rule for any language does not know it", tag)
		}
	}
}

func TestARuleSaysWhereItIsSkipped(t *testing.T) {
	r := &lint.Rule{Needs: []lint.Need{lint.NeedsKeyphrase}, Languages: []string{"en"}}
	if got, want := r.Conditions(), []string{"no keyphrase declared", "language not supported"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (&lint.Rule{}).Conditions(); len(got) > 0 {
		t.Errorf("a rule that is never skipped says %q", got)
	}
}
