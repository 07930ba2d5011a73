package changes

import (
	"strings"
	"testing"

	"github.com/copychief/copychief/lint"
	"github.com/copychief/copychief/lint/fix"
	"github.com/copychief/copychief/lint/report"
)

func fixedDraft(path, before, after string) *fix.Report {
	d := fix.DraftReport{Path: path, Old: []byte(before), New: []byte(after)}
	d.Applied = []fix.AppliedFix{{Round: 1, Proposal: fix.Proposal{Rule: "r\x1b", Place: lint.Position{Line: 1, Column: 2}, Fix: lint.Fix{Title: "Say “\x07”"}}}}
	return &fix.Report{Drafts: []fix.DraftReport{d}}
}

func TestADiffOnATerminalShowsEscapes(t *testing.T) {
	var raw, shown strings.Builder
	f := fixedDraft("a\x1b.md", "a\tbad \x1b[31m word\r\n", "a\tgood \x1b[31m word\r\n")
	if err := Diff(&raw, f, report.Options{}, true); err != nil {
		t.Fatal(err)
	}
	if want := "--- \"a/a\\033.md\"\n+++ \"b/a\\033.md\"\n@@ -1 +1 @@\n-a\tbad \x1b[31m word\r\n+a\tgood \x1b[31m word\r\n"; raw.String() != want {
		t.Errorf("%q", raw.String())
	}
	if err := Diff(&shown, f, report.Options{}, false); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(shown.String(), "\x1b\r") || !strings.Contains(shown.String(), "+a\tgood \\x1b[31m word\n") {
		t.Errorf("%q", shown.String())
	}
}

func TestPathsInADiffStayBelowItsSides(t *testing.T) {
	for name, want := range map[string]string{
		"posts/a.md": "a/posts/a.md", "/abs/a.md": "a/abs/a.md", "../a.md": "a/../a.md", "über.md": "a/über.md",
		"a\nb.md": `"a/a\012b.md"`, "a\u202eb.md": `"a/a\342\200\256b.md"`, `a\b".md`: `"a/a\\b\".md"`,
	} {
		if got := gitName("a", name); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}

func TestFixesAreListedWithoutTerminalEscapes(t *testing.T) {
	f := fixedDraft("a\x1b.md", "x", "y")
	f.Drafts = append(f.Drafts, fix.DraftReport{Path: "b.md", Failed: "no\x1b", Outcome: f.Drafts[0].Outcome})
	d := &f.Drafts[0]
	d.Rejected, d.Cycle, d.Unfinished = []fix.Proposal{d.Applied[0].Proposal}, []string{"a", "b", "c"}, []string{"d"}
	var out strings.Builder
	if err := Fixes(&out, f, FixOptions{Planned: true, Listed: true}); err != nil {
		t.Fatal(err)
	}
	want := `a\x1b.md:1:2: would fix: Say “\x07” [r\x1b]
a\x1b.md:1:2: fix of r\x1b left out: it would change more of the draft than intended
a\x1b.md: fixes of a, b and c left out: they undo each other
a\x1b.md: fixes of d are not finished after 10 rounds; run again
b.md: not fixed: no\x1b
Would fix 1 finding in 1 file
`
	if out.String() != want {
		t.Errorf("%s", out.String())
	}
	out.Reset()
	if err := Fixes(&out, f, FixOptions{Brief: true}); err != nil || strings.Contains(out.String(), "ixed 1") || !strings.Contains(out.String(), "not fixed") {
		t.Errorf("%v, %s", err, out.String())
	}
}

func TestAFileNameIsNotACommandOfGitHubActions(t *testing.T) {
	var out strings.Builder
	f := fixedDraft("::error::x.md", "x", "y")
	if err := Fixes(&out, f, FixOptions{Planned: true, Listed: true, Actions: true}); err != nil || strings.HasPrefix(out.String(), "::") {
		t.Errorf("%v, %s", err, out.String())
	}
}
