package packing_test

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/internal/packing"
)

func FuzzValuesAreReadAsTheyWereWritten(f *testing.F) {
	f.Add("", 0, 0)
	f.Add("sentence 0123456789abcdef", -1, 1<<40)
	f.Add(strings.Repeat("The council looks at the bridge. ", 40), 300, 7)
	f.Add("0123456789ABCDEF\xff", 1, -5)
	f.Fuzz(func(t *testing.T, s string, a, b int) {
		w := packing.Writer{Table: new(packing.Table)}
		for range 2 { // the second time, the table has the text
			w.Text(s)
			w.Recurring(s)
			w.Digest(s)
			w.Prose(s)
			w.Number(a)
			w.Span(lint.Span{Start: a, End: b})
			w.Position(lint.Position{Line: a, Column: b})
			w.Flags(a > b, b > a)
		}
		r := packing.Reader{Table: w.Table, In: w.String()}
		for range 2 {
			var more, less bool
			for _, got := range []string{r.Text(), r.Recurring(), r.Digest(), r.Prose()} {
				if got != s {
					t.Errorf("%q became %q", s, got)
				}
			}
			if n, span, at := r.Number(), r.Span(), r.Position(); n != a || span != (lint.Span{Start: a, End: b}) || at != (lint.Position{Line: a, Column: b}) {
				t.Errorf("%d and %d became %d, %v and %v", a, b, n, span, at)
			}
			if r.Flags(&more, &less); more != (a > b) || less != (b > a) {
				t.Errorf("flags became %t and %t", more, less)
			}
		}
		if r.In != "" {
			t.Errorf("%q is left", r.In)
		}
	})
}
