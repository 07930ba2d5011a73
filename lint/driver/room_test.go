package driver

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
)

func TestADraftIsReadInTheMemoryOfALongerOne(t *testing.T) {
	dir := folder(t, map[string]string{"long.md": strings.Repeat("long ", 30000), "short.md": "short", "empty.md": ""})
	var all rooms
	in := all.enter()
	for _, name := range []string{"long.md", "short.md", "empty.md", "long.md"} {
		file := filepath.Join(dir, name)
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := readFile(file, in.content, fileLimit)
		if err != nil || string(got) != string(want) {
			t.Errorf("%s: %d bytes and %v, want %d", name, len(got), err, len(want))
		}
		in.content = got
		if cut, err := readFile(file, in.content, 10); err != nil || string(cut) != string(want[:min(len(want), 11)]) {
			t.Errorf("%s: cut to %q and %v", name, cut, err)
		}
	}
}

func TestARoomIsLeftEmptyAndSmall(t *testing.T) {
	var all rooms
	r := &room{
		content:  make([]byte, keptContent+1),
		reported: []reported{{InternalError, lint.Finding{Message: "of a draft"}}},
		skipped:  []skip{{"rule", "reason"}},
	}
	all.leave(r)
	if r.content != nil || len(r.skipped) != 0 || len(r.reported) != 0 || r.reported[:1][0].Message != "" {
		t.Errorf("%d bytes, %v, %v", cap(r.content), r.reported[:1], r.skipped)
	}
}

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
		inOrder(findings)
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
	locateAll(findings, src, lint.Span{})
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 4<<20 {
		t.Errorf("%d bytes for a draft of %d", got, len(src.Bytes))
	}
}

func TestNamesInAFolder(t *testing.T) {
	if filepath.Separator != '/' {
		t.Skip("of paths with slashes")
	}
	for _, test := range [][3]string{
		{"/a", "/a/b.md", "b.md"}, {"/a", "/a/b/c", "b/c"}, {"/a", "/ab/c", ""}, {"/a/b", "/a/c", ""},
		{"/", "/a", "a"}, {"/a/", "/a/b", "b"}, {"", "/a", ""}, {"/a", "/a", "."}, {"/a", "/a/..b", "..b"},
	} {
		if got := nameIn(test[0], test[1]); got != test[2] {
			t.Errorf("%s in %s: %q, want %q", test[1], test[0], got, test[2])
		}
	}
}
