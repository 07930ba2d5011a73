package site

import (
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestPagesOfOneForm(t *testing.T) {
	pair := []*lint.Page{{}, {}}
	groups := func(n int) (list [][]*lint.Page) {
		for range n {
			list = append(list, pair)
		}
		return list
	}
	for _, c := range []struct {
		groups, pages int
		want          bool
	}{
		{8, 160, true},
		{8, 161, false},
		{7, 20, false},
		{0, 0, false},
	} {
		if got := oneForm(groups(c.groups), c.pages); got != c.want {
			t.Errorf("%d pairs among %d pages: got %v, want %v", c.groups, c.pages, got, c.want)
		}
	}
}
