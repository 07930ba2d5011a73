package lint

import "testing"

func TestMarkedIsTheSameForFewAndForManyMarks(t *testing.T) {
	var b Block
	for i := range 400 {
		b.Marks = append(b.Marks, Mark{Kind: MarkKind(i * 7 % 10), Start: i * 3 / 2, End: i*3/2 + i*i%41})
	}
	for _, n := range []int{0, 1, fewMarks, fewMarks + 1, 400} {
		some := Block{Marks: b.Marks[:n]}
		for i := range 700 {
			for kind := MarkCode; kind <= MarkKeyboard; kind++ {
				want := false
				for _, m := range some.Marks {
					want = want || m.Kind == kind && m.Start <= i && i < m.End
				}
				if got := some.Marked(kind, i); got != want {
					t.Fatalf("%d marks: Marked(%d, %d) = %v", n, kind, i, got)
				}
			}
		}
	}
}
