package cmd

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/driver"
	"github.com/copychief/copychief/lint/engine"
	"github.com/copychief/copychief/lint/parse"
	"github.com/copychief/copychief/lint/report"
	"github.com/copychief/copychief/lint/report/web"
	"github.com/copychief/copychief/rules"
)

// checked checks sixty drafts, of which every third repeats a word, and returns what going through
// them again needs.
func checked(t *testing.T) (*session, *driver.Request, *engine.Result) {
	t.Helper()
	dir := t.TempDir()
	for i := range 60 {
		text := fmt.Sprintf("# The ferry %d\n\nThe ferry %d sails again to the island, and nobody was sad.\n", i, i)
		if i%3 == 0 {
			text += "\nThe the harbour is open.\n"
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("p%02d.md", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all := rules.All()
	repeated := slices.IndexFunc(all, func(r *lint.Rule) bool { return r.Name == "repeated-word" })
	request := &driver.Request{Rules: all[repeated : repeated+1], Paths: []string{"."}, Dir: dir}
	again := *request
	result, err := driver.Run(t.Context(), *request)
	if err != nil {
		t.Fatal(err)
	}
	if result.Findings.Len() != 20 {
		t.Fatalf("%d findings", result.Findings.Len())
	}
	return &session{App: &App{Stderr: io.Discard}, ctx: t.Context()}, &again, result
}

// unpacked returns what a packed sheet shows.
func unpacked(t *testing.T, s *report.Sheet) string {
	t.Helper()
	text, err := io.ReadAll(flate.NewReader(bytes.NewReader(s.Packed)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSheetsOfManyDraftsArePacked(t *testing.T) {
	s, request, result := checked(t)
	var o report.Options
	if err := addSheets(s, request, result, &o); err != nil {
		t.Fatal(err)
	}
	if len(o.Sheets) != 60 || o.Short {
		t.Fatalf("%d sheets, short: %t", len(o.Sheets), o.Short)
	}
	for i := range o.Sheets {
		sheet := &o.Sheets[i]
		text, number := unpacked(t, sheet), 3*i
		if i >= 20 { // those without findings follow, in their order
			number = (i-20)/2*3 + (i-20)%2 + 1
		}
		if sheet.Path != fmt.Sprintf("p%02d.md", number) || sheet.Words == 0 || sheet.Text != nil || !strings.Contains(text, fmt.Sprintf("The ferry %d sails", number)) {
			t.Errorf("sheet %d is of %s: %s", i, sheet.Path, text)
		}
		mark := fmt.Sprintf(`<a class="mark warning" href="#d%d-1"`, i+1)
		if strings.Contains(text, mark) != (i < 20) || strings.Count(text, "<a ") > 1 {
			t.Errorf("%s has no mark that leads to %d: %s", sheet.Path, i+1, text)
		}
	}
}

func TestDraftsWithFindingsArePackedFirst(t *testing.T) {
	s, request, result := checked(t)
	all, _, err := packedSheets(s, request, result, web.NewSheetBudget(web.Room))
	if err != nil {
		t.Fatal(err)
	}
	room := 0
	for _, sheet := range all[:20] {
		room += (len(sheet.Packed) + 2) / 3 * 4
	}
	for _, c := range []struct{ room, want int }{{room, 20}, {room + 2, 20}, {room - 1, 19}, {0, 0}} {
		some, short, err := packedSheets(s, request, result, web.NewSheetBudget(c.room))
		if err != nil || !short || len(some) != c.want {
			t.Errorf("with %d bytes: %d sheets, short: %t, %v", c.room, len(some), short, err)
		}
		for i := range some {
			if some[i].Path != all[i].Path {
				t.Errorf("with %d bytes: %s is among them", c.room, some[i].Path)
			}
		}
	}
}

func TestAFullPageEndsGoingThroughTheDrafts(t *testing.T) {
	packer, err := web.NewPacker()
	if err != nil {
		t.Fatal(err)
	}
	found := newFindingsInOrder(slices.Values([]*engine.Finding{}))
	defer found.stop()
	p := &packing{packer: packer, budget: web.NewSheetBudget(10), found: found, jobs: 1}
	seen := 0
	for ; err == nil && seen < 10; seen++ {
		err = p.add(parse.Parse("a.md", []byte("# The ferry\n\nIt sails.\n"), parse.Options{}), lint.KindArticle)
	}
	if !errors.Is(err, errFull) || seen > 4 {
		t.Errorf("after %d drafts: %v", seen, err)
	}
}

func TestADraftThatCannotBeShownDoesNotEndARun(t *testing.T) {
	p := &packing{} // without a packer
	d := parse.Parse("a.md", []byte("# The ferry\n"), parse.Options{})
	if _, err := p.pack(d, nil, 0); err == nil || !strings.HasPrefix(err.Error(), "a.md: its text, search result and quotations are not shown, because of a bug in copychief: ") {
		t.Error(err)
	}
}

func TestFindingsAreReturnedDraftByDraft(t *testing.T) {
	var list []engine.Finding
	for _, path := range []string{"b.md", "b.md", "c.md", "e.md"} {
		list = append(list, engine.Finding{Finding: lint.Finding{Path: path}})
	}
	findings := engine.FindingsOf(list)
	f := newFindingsInOrder(findings.All())
	defer f.stop()
	var got []string
	for _, path := range []string{"a.md", "b.md", "bb.md", "d.md", "e.md", "f.md"} { // c.md cannot be read any more
		found, number := f.of(path)
		got = append(got, fmt.Sprintf("%s %d of %d", path, len(found), number))
	}
	if want := "a.md 0 of 0, b.md 2 of 1, bb.md 0 of 0, d.md 0 of 0, e.md 1 of 3, f.md 0 of 0"; strings.Join(got, ", ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, ", "), want)
	}
}
