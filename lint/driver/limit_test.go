package driver

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/config"
)

func TestADraftThatCannotBeReadLacksNothing(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": "\x00"})
	res := run(t, request(t, dir, config.Flags{}, "."))
	for _, f := range res.Findings {
		t.Errorf("%s: %s", f.Rule, f.Message)
	}
	for _, s := range res.Skipped {
		if s.Reason != "draft not readable" {
			t.Errorf("%s is skipped: %s", s.Rule, s.Reason)
		}
	}
	if len(res.Skipped) == 0 || len(res.NotChecked) != 1 {
		t.Errorf("skipped %v, not checked %v", res.Skipped, res.NotChecked)
	}
}

func TestRelatedPlacesAreCappedAndCounted(t *testing.T) {
	src := lint.NewSource("a.md", []byte(strings.Repeat("a\n", 500)))
	f := Finding{Finding: lint.Finding{Rule: "x", Path: "a.md"}}
	for i := range 500 {
		f.Finding.Related = append(f.Finding.Related, lint.Related{Span: lint.Span{Start: 2 * i, End: 2*i + 1}})
	}
	locate(&f, src, lint.Span{})
	if len(f.Related) != mostRelated || f.Unlisted != 500-mostRelated || f.Related[99].From.Line != 100 {
		t.Errorf("%d places, %d more", len(f.Related), f.Unlisted)
	}
}

func TestARuleThatFindsTooMuchIsCutOffAndSaysSo(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.md": strings.Repeat("bad ", mostReported+2) + "sad\n",
		"b.md": strings.Repeat("bad ", mostReported) + "\n",
	})
	res := run(t, request(t, dir, config.Flags{}, "."))
	if got := len(res.Findings); got != 2*mostReported+1 {
		t.Errorf("%d findings, want %d: a thousand of each rule", got, 2*mostReported+1)
	}
	want := "[{a.md rule bad-word finds more than 1000 places; the rest is not listed}]"
	if got := fmt.Sprint(res.NotChecked); got != want {
		t.Errorf("not checked: %s, want %s", got, want)
	}
}
