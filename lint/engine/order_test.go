package engine

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestFindingsAreOrderedAsByAStableSort(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		findings := make([]Finding, n)
		for i := range findings {
			at := rng.IntN(n/2 + 1)
			findings[i] = Finding{Unlisted: i, Finding: lint.Finding{Rule: "abc"[at%3 : at%3+1], Span: lint.Span{Start: at / 2}}}
		}
		var want, got []int
		sorted := make([]*Finding, n)
		for i := range sorted {
			sorted[i] = &Finding{Unlisted: i, Finding: findings[i].Finding}
		}
		slices.SortStableFunc(sorted, compare)
		sortFindings(findings)
		for i := range findings {
			want, got = append(want, sorted[i].Unlisted), append(got, findings[i].Unlisted)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

func TestFindingsOnOneLineShareItsText(t *testing.T) {
	src := lint.NewSource("a.md", []byte(strings.Repeat("word ", 50000)+"\n"+strings.Repeat("word ", 50000)))
	findings := make([]Finding, 1000)
	for i := range findings {
		at := (i * 499979) % len(src.Bytes)
		findings[i].Span = lint.Span{Start: at, End: at + 300000}
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	locateAll(findings, &lint.Document{Source: src})
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 4<<20 {
		t.Errorf("%d bytes for a draft of %d", got, len(src.Bytes))
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
