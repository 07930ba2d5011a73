package hashtable

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestATableHoldsWhatWasEntered(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	table, want := New[int](10), map[uint64]int{}
	for i := range 3000 {
		h := random.Uint64()
		table.Set(h, -1)
		table.Set(h, i+1)
		want[h] = i + 1
	}
	for h, v := range want {
		if !table.Has(h) || table.Get(h) != v {
			t.Fatalf("%x is %d, want %d", h, table.Get(h), v)
		}
		if _, ok := want[h+1]; !ok && (table.Has(h+1) || table.Get(h+1) != 0) {
			t.Fatalf("%x is there", h+1)
		}
	}
	if got, all := slices.Sorted(table.Hashes()), slices.Sorted(maps.Keys(want)); !slices.Equal(got, all) {
		t.Errorf("%d hashes, want %d", len(got), len(all))
	}
}

func TestAnEmptyTableHasNothing(t *testing.T) {
	empty := New[bool](0)
	for _, h := range []uint64{0, 1, 1 << 63, ^uint64(0)} {
		if empty.Has(h) || empty.Get(h) {
			t.Errorf("%x is there", h)
		}
	}
}

// BenchmarkHas compares a table with Go's map alone for the words of a draft, of which three or
// fifty in a hundred are listed.
func BenchmarkHas(b *testing.B) {
	for _, listed := range []int{3, 50} {
		for _, n := range []int{1, 50, 2000} {
			benchmarkHas(b, listed, n)
		}
	}
}

func benchmarkHas(b *testing.B, share, n int) {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	table, plain := New[struct{}](n), map[uint64]struct{}{}
	listed := make([]uint64, n)
	for i := range listed {
		listed[i] = random.Uint64()
		table.Set(listed[i], struct{}{})
		plain[listed[i]] = struct{}{}
	}
	words := make([]uint64, 1<<12)
	for i := range words {
		if words[i] = random.Uint64(); random.IntN(100) < share {
			words[i] = listed[random.IntN(n)]
		}
	}
	ask := func(name string, has func(uint64) bool) {
		b.Run(fmt.Sprintf("%s/%d-of-100/%d", name, share, n), func(b *testing.B) {
			found := 0
			for b.Loop() {
				for _, w := range words {
					if has(w) {
						found++
					}
				}
			}
			if found == 0 {
				b.Error("nothing was found")
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/word")
		})
	}
	ask("table", func(w uint64) bool { return table.Has(w) })
	ask("map", func(w uint64) bool { _, ok := plain[w]; return ok })
}
