package lint_test

import (
	"sync"
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestSourceFactIsDerivedOnceForAllDrafts(t *testing.T) {
	derived := 0
	words := lint.NewSourceFact(func(s *lint.Sources) int { derived++; return len(s.Docs) })
	other := lint.NewSourceFact(func(*lint.Sources) string { return "other" })
	one, two := &lint.Sources{Docs: make([]*lint.Document, 3)}, &lint.Sources{}
	var drafts sync.WaitGroup
	for range 8 {
		drafts.Go(func() {
			if n := words.Of(one); n != 3 {
				t.Errorf("%d documents", n)
			}
			if s := other.Of(one); s != "other" {
				t.Error(s)
			}
		})
	}
	drafts.Wait()
	if derived != 1 {
		t.Errorf("derived %d times", derived)
	}
	if n := words.Of(two); n != 0 || derived != 2 {
		t.Errorf("%d documents, derived %d times: other sources have a fact of their own", n, derived)
	}
}
